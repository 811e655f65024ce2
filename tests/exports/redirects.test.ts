import assert from 'node:assert/strict'
import test from 'node:test'
import { redirects, redirectsFile } from '#exports/redirects.ts'
import { link } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { forwarded } from '#text/forward.ts'
import { knowledgeOf } from '../small.ts'

const knowledge = knowledgeOf()
const renamed = link(
  knowledge.entries.map((entry): AnyEntry =>
    entry.id === 'acme' ? ({ ...entry, data: { ...entry.data, aliases: ['acme-networks'] } } as AnyEntry) : entry,
  ),
  knowledge,
)

test('an old id leads to the record under its new one, with its twins and all below it', () =>
  assert.deepEqual(
    ['/organizations/acme-networks/', '/organizations/acme-networks.json', '/organizations/acme-networks/more/'].map(
      (path) => forwarded(redirects(renamed), path),
    ),
    ['/organizations/acme/', '/organizations/acme.json', '/organizations/acme/more/'],
  ))

test('pages and files that records once had lead to where their content is now', () => {
  const leads = (path: string) => forwarded(redirects(knowledge), path)
  assert.equal(leads('/incidents/2026-01-05-router-outage/cite/'), '/incidents/2026-01-05-router-outage/')
  assert.equal(leads('/organizations/acme/cite'), '/organizations/acme/')
  assert.equal(leads('/incidents/2026-01-05-router-outage/timeline.csv'), '/incidents/2026-01-05-router-outage/')
  assert.equal(leads('/incidents/2026-01-05-router-outage/lanes/'), '/incidents/2026-01-05-router-outage/#lanes')
  assert.equal(leads('/compare/a/b/'), '/compare/?a=a&b=b')
  assert.equal(leads('/guides/statements/'), '/guides/vendors/')
  assert.equal(leads('/compare/'), undefined)
  assert.equal(leads('/incidents/2026-01-05-router-outage/'), undefined)
})

test('an incident that has not changed has no feed of its own, and its address leads to that of all incidents', () => {
  const first = { ...redirects(knowledge).find(({ from }) => from.startsWith('/feeds/')) }
  assert.deepEqual(first, { from: '/feeds/incidents/2026-01-05-router-outage.atom', to: '/feeds/incidents.atom' })
})

test('an identifier of a register leads to the incident that has it, or to a search where several have it', () => {
  const identified = (...identifiers: string[]) =>
    identifiers.map((value) => ({ type: 'ticket', value, tlp: 'CLEAR' }) as const)
  const [first] = knowledge.all('incidents')
  assert.ok(first)
  const data = { ...first.data, identifiers: identified('CVE-2024-3094', 'OPS 7/12') }
  const second = { ...first, id: '2026-02-01-again', data: { ...first.data, identifiers: identified('OPS 7/12') } }
  const found = redirects(link([{ ...first, data }, second], knowledge))
  const leads = (path: string) => forwarded(found, path)
  assert.equal(leads('/id/CVE-2024-3094/'), '/incidents/2026-01-05-router-outage/')
  assert.equal(leads('/id/cve-2024-3094/'), '/incidents/2026-01-05-router-outage/')
  assert.equal(leads('/id/OPS%207%2F12/'), '/search/?q=OPS%207%2F12')
  assert.equal(leads('/id/CVE-2024-3095/'), undefined)
})

test('hosts are told of every redirect under the path prefix', () =>
  assert.match(
    redirectsFile(redirects(renamed), '/kb'),
    /^\/kb\/organizations\/acme-networks\/\* \/kb\/organizations\/acme\/:splat 301\n/,
  ))

test('the page of a product under a former name, an alias or without its maker leads to the one under its name', () => {
  const [first] = knowledge.all('incidents')
  assert.ok(first)
  const products = [
    { name: 'Edge Router', org: 'acme', formerNames: ['Router'], aliases: ['Edge'], tlp: 'CLEAR' as const },
  ]
  const found = redirects(link([{ ...first, data: { ...first.data, products } }], knowledge))
  for (const slug of ['acme-router', 'router', 'acme-edge', 'edge', 'edge-router'])
    assert.equal(forwarded(found, `/products/${slug}/`), '/products/acme-edge-router/', slug)
  assert.equal(forwarded(found, '/products/acme-edge-router/'), undefined)
})
