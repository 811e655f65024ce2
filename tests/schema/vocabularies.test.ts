import assert from 'node:assert/strict'
import test from 'node:test'
import { OUTCOME, SEARCH_OUTCOME } from '#schema/coordination.ts'
import {
  ACTION_STATUS,
  EVENT_KIND,
  FINDING_KIND,
  MILESTONE,
  PRIORITY,
  SEVERITY,
  STATE,
} from '#schema/incident-words.ts'
import { siteSchema } from '#schema/site.ts'
import { severityScale, severityWords } from '#schema/severity.ts'
import { meant, type Vocabulary } from '#schema/vocabularies.ts'

const MEANT: readonly (readonly [Vocabulary, string, string | undefined])[] = [
  [EVENT_KIND, 'publicWord', 'communication'],
  [EVENT_KIND, 'containment', 'mitigation'],
  [EVENT_KIND, 'Investigating', 'investigation'],
  [EVENT_KIND, 'resolved', 'recovery'],
  [MILESTONE, 'publicWord', 'communicated'],
  [SEVERITY, 'SEV2', 'major'],
  [SEVERITY, 'SEV-1', 'critical'],
  [SEVERITY, 'P1', 'critical'],
  [PRIORITY, 'P1', 'high'],
  [STATE, 'mitigated', 'monitoring'],
  [ACTION_STATUS, 'in review', 'inProgress'],
  [ACTION_STATUS, 'planned', 'open'],
  [ACTION_STATUS, 'In Progress', 'inProgress'],
  [FINDING_KIND, 'Where we got lucky', 'lucky'],
  [OUTCOME, 'declined to comment', 'declined'],
  [SEARCH_OUTCOME, 'searchedNoneFound', 'noneFound'],
  [EVENT_KIND, 'banana', undefined],
]
for (const [vocabulary, word, value] of MEANT)
  test(`"${word}" means ${value ?? 'nothing'} among ${Object.keys(vocabulary).slice(0, 3).join(', ')} …`, () =>
    assert.equal(meant(vocabulary, word), value))

test('a scale of the owner’s own stands in place of the built-in one', () => {
  const site = siteSchema.parse({
    title: 'T',
    description: 'D',
    severities: [
      { id: 'sev1', label: 'SEV-1', means: 'All hands.' },
      { id: 'sev2', label: 'SEV-2' },
    ],
  })
  assert.deepEqual(Object.keys(severityScale(site)), ['sev1', 'sev2', 'unknown'])
  assert.equal(meant(severityScale(site), 'SEV 2'), 'sev2')
  assert.deepEqual(severityWords(site, 'sev1'), { label: 'SEV-1', means: 'All hands.', also: ['SEV-1'] })
})
