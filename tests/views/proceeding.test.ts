import assert from 'node:assert/strict'
import test from 'node:test'
import { linkedData } from '#exports/json-ld.ts'
import { citableRecord } from '#exports/citable.ts'
import { incidentView } from '#views/incident.ts'
import { organizationView } from '#views/organization.ts'
import { proceedingLines, proceedingView } from '#views/proceeding.ts'
import { facetLabel, searchFacets } from '#views/search-facets.ts'
import { searchOutcome } from '#views/search-outcome.ts'
import { siteView } from '#views/site.ts'
import { ledger } from '#views/site-timeline.ts'
import { statementView } from '#views/statement.ts'
import { linked } from '../knowledge/linked.ts'
import { people } from './people.ts'

const step = (id: string, at: string, kind: string, more = {}) => ({
  id,
  at,
  kind,
  text: 'So.',
  sources: ['note'],
  ...more,
})
const knowledge = linked({
  ...people,
  incidents: { outage: {} },
  statements: { complaint: { org: 'zeta', said: '2024-02-01' } },
  proceedings: {
    'zeta-v-acme': {
      title: 'Zeta v. Acme',
      parties: [
        { who: 'zeta', role: 'plaintiff' },
        { who: 'acme', role: 'defendant' },
        { who: { name: 'A union of riders', kind: 'group' }, role: 'other' },
      ],
      docket: '24-1',
      incidents: ['outage'],
      related: ['acme-v-zeta'],
      claims: [
        { id: 'c-contract', text: 'A breach.', fate: 'goesOn', decided: 's-ruling', sources: ['note'] },
        { id: 'c-fraud', text: 'A lie.', sources: ['note'] },
      ],
      steps: [
        step('s-filed', '2024-02-01', 'filing', { by: 'zeta', statement: 'complaint' }),
        step('s-ruling', '2024-05-16', 'ruling'),
      ],
    },
    'acme-v-zeta': {
      title: 'Acme v. Zeta',
      state: 'dismissed',
      parties: [{ who: 'acme', role: 'plaintiff' }],
      steps: [step('s-out', '2025-01-01', 'ruling')],
    },
  },
})
const of = (id: string) => knowledge.get('proceedings', id) ?? assert.fail()
const routesOf = (lines: readonly { readonly route: string }[]) => lines.map(({ route }) => route)

test('a proceeding says who against whom, where it stands by which step, and what became of each claim', () => {
  const view = proceedingView(knowledge, of('zeta-v-acme'))
  const texts = (links: readonly { readonly text: string }[]) => links.map(({ text }) => text)
  assert.deepEqual([view.broughtBy, view.against, view.others].map(texts), [['Zeta'], ['Acme'], ['A union of riders']])
  assert.deepEqual(
    [view.kindLabel, view.stateLabel, view.filed, view.lastStep, view.docket],
    ['Lawsuit', 'Pending', '2024-02-01', '2024-05-16', '24-1'],
  )
  assert.deepEqual(
    view.claims.map(({ fateLabel, decided }) => [fateLabel, decided?.id]),
    [
      ['Goes on', 's-ruling'],
      ['Pending', undefined],
    ],
  )
  assert.deepEqual(
    view.steps.map(({ decides, statement }) => [decides.map(({ id }) => id), statement?.route]),
    [
      [[], '/statements/complaint/'],
      [['c-contract'], undefined],
    ],
  )
})

test('related proceedings lead to each other, from whichever of them names the other', () => {
  assert.deepEqual(routesOf(proceedingView(knowledge, of('zeta-v-acme')).related), ['/proceedings/acme-v-zeta/'])
  const other = proceedingView(knowledge, of('acme-v-zeta'))
  assert.deepEqual([routesOf(other.related), other.mentions], [['/proceedings/zeta-v-acme/'], []])
})

test('its incident, its parties and the statements made in it lead to it', () => {
  const here = ['/proceedings/zeta-v-acme/']
  const organization = (id: string) => organizationView(knowledge, knowledge.get('organizations', id) ?? assert.fail())
  assert.deepEqual(
    routesOf(incidentView(knowledge, knowledge.get('incidents', 'outage') ?? assert.fail()).proceedings),
    here,
  )
  assert.deepEqual(
    routesOf(statementView(knowledge, knowledge.get('statements', 'complaint') ?? assert.fail()).proceedings),
    here,
  )
  assert.deepEqual(routesOf(organization('zeta').proceedings), here)
  assert.deepEqual(routesOf(organization('acme').proceedings), ['/proceedings/acme-v-zeta/', ...here], 'newest first')
  assert.equal(organization('zeta').mentions.length, 0, 'it is listed once')
})

test('search narrows proceedings by party, incident and state', () => {
  const entry = of('zeta-v-acme')
  const { org, incident, kind } = searchFacets(entry)
  assert.deepEqual([org, incident, kind], [['zeta', 'acme'], ['outage'], ['proceedings']])
  assert.deepEqual(searchOutcome(knowledge, of('acme-v-zeta'))?.values, ['dismissed'])
  assert.equal(facetLabel(knowledge, 'outcome', 'dismissed', new Map()), 'Dismissed')
})

test('programs read who brought it, against whom, and when', () => {
  const entry = of('zeta-v-acme')
  const data = linkedData(knowledge, entry, citableRecord(knowledge, entry) ?? assert.fail())
  assert.deepEqual(data, {
    '@context': 'https://schema.org',
    '@type': 'Action',
    name: 'Zeta v. Acme',
    url: 'https://kb.example/proceedings/zeta-v-acme/',
    identifier: 'zeta-v-acme@r1',
    agent: [{ '@type': 'Organization', name: 'Zeta' }],
    participant: [
      { '@type': 'Organization', name: 'Acme' },
      { '@type': 'Organization', name: 'A union of riders' },
    ],
    startTime: '2024-02-01',
  })
})

test('its steps stand on one clock with everything else', () => {
  assert.deepEqual(
    ledger(knowledge)
      .filter(({ kind }) => kind === 'step')
      .map(({ text, route, at }) => [text, route, at]),
    [
      ['Zeta v. Acme: filing', '/proceedings/zeta-v-acme/#s-filed', '2024-02-01'],
      ['Zeta v. Acme: ruling', '/proceedings/zeta-v-acme/#s-ruling', '2024-05-16'],
      ['Acme v. Zeta: ruling', '/proceedings/acme-v-zeta/#s-out', '2025-01-01'],
    ],
  )
})

test('the menu has proceedings only where there are any', () => {
  const menuOf = (world: typeof knowledge) => siteView(world).more.flatMap(({ links }) => routesOf(links))
  assert.ok(menuOf(knowledge).includes('/proceedings/'))
  assert.ok(!menuOf(linked(people)).includes('/proceedings/'))
  assert.deepEqual(proceedingLines(linked(people), []), [])
})
