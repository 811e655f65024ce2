import assert from 'node:assert/strict'
import test from 'node:test'
import type { IntegrationResolvedRoute } from 'astro'
import { refuseShadows, shadows } from '#integration/shadowed-records.ts'
import { incidentOf, knowledgeOf } from '../views/incident-of.ts'

const incident = incidentOf({})
const knowledge = knowledgeOf([incident])
const route = (pathname: string, origin: 'project' | 'external' = 'project') =>
  ({ origin, pathname, entrypoint: `src/pages${pathname}.astro` }) as IntegrationResolvedRoute

test('a page of the site at the address of a record is named with it, at the start and when it comes later', () => {
  const address = `/incidents/${incident.id}`
  const [found, ...more] = shadows([route('/handbook'), route('/incidents'), route(address)], knowledge)
  assert.equal(more.length, 0)
  assert.match(found?.message ?? '', new RegExp(`^src/pages${address}\\.astro: .*record ${incident.file}`))
  assert.throws(() => refuseShadows([route(address)], knowledge), { message: found?.message })
})

test('pages of ours, and own pages at addresses without a record, shadow nothing', () => {
  assert.deepEqual(
    shadows([route(`/incidents/${incident.id}`, 'external'), route('/incidents/other'), route('/summits')], knowledge),
    [],
  )
})
