import assert from 'node:assert/strict'
import test from 'node:test'
import { commitmentState } from '#knowledge/commitment-state.ts'
import { kinds } from '#schema/kinds.ts'

const NOW = Date.parse('2025-01-01T00:00Z')
const CLAIMED = [undefined, 'notStarted', 'inProgress', 'done', 'withdrawn'] as const
const EVIDENCE = [undefined, 'noneFound', 'indirect', 'partial', 'verified', 'contradicted'] as const
const DUE = {
  none: undefined,
  ahead: '2025-06-01',
  soon: '2025-01-20',
  passed: '2024-12-01',
  open: '2024-12-01/..',
} as const

const open = (first: string, second: string, third: string) => [first, second, third, 'partlyKept', 'kept', 'notKept']
const DONE = ['keptByOwnAccount', 'keptByOwnAccount', 'keptByOwnAccount', 'partlyKept', 'kept', 'notKept']
const GONE = Array.from({ length: 6 }, () => 'withdrawn')
/** Headline by due date, then by claim (rows, as in `CLAIMED`) and evidence (columns, as in `EVIDENCE`). */
const HEADLINES: Readonly<Record<keyof typeof DUE, readonly (readonly string[])[]>> = (() => {
  const table = (row: readonly string[]) => [row, row, row, DONE, GONE]
  const ahead = table(open('notChecked', 'open', 'open'))
  return {
    none: ahead,
    ahead,
    soon: ahead,
    open: ahead,
    passed: table(open('notChecked', 'noEvidenceFound', 'open')),
  }
})()
/** Schedule while nothing was delivered. */
const SCHEDULES: Readonly<Record<keyof typeof DUE, string>> = {
  none: 'noDate',
  ahead: 'onTime',
  soon: 'dueSoon',
  passed: 'datePassed',
  open: 'onTime',
}

function commitment(log: readonly Readonly<Record<string, unknown>>[], due?: string) {
  return kinds.commitments.schema.parse({
    org: 'acme',
    made: '2024-01-01',
    text: 'Do it',
    force: 'commitment',
    sources: ['note'],
    history: [{ revision: 1, date: '2024-01-01', type: 'addition', summary: 'First recorded.' }],
    ...(due === undefined ? {} : { due }),
    log: log.map((item, index) => ({
      id: `l-${index}`,
      at: '2024-06-01',
      assertedBy: 'editor',
      note: 'Something',
      sources: ['note'],
      ...item,
    })),
  })
}
const logOf = (claimed: string | undefined, evidence: string | undefined) =>
  claimed === undefined && evidence === undefined
    ? []
    : [{ ...(claimed ? { claimed } : {}), ...(evidence ? { evidence } : {}) }]

for (const [name, due] of Object.entries(DUE) as [keyof typeof DUE, string | undefined][])
  test(`every claim with every evidence has its headline when the due date is ${name}`, () => {
    const found = CLAIMED.map((claimed) =>
      EVIDENCE.map((evidence) => commitmentState(commitment(logOf(claimed, evidence), due), NOW).headline),
    )
    assert.deepEqual(found, HEADLINES[name])
  })

test('what is superseded is superseded, whatever else is logged', () => {
  for (const due of Object.values(DUE))
    for (const claimed of CLAIMED)
      for (const evidence of EVIDENCE)
        assert.equal(
          commitmentState(commitment(logOf(claimed, evidence), due), NOW, ['2024-12-31']).headline,
          'superseded',
        )
  assert.equal(
    commitmentState(commitment(logOf('done', undefined)), NOW, ['2025-02-01']).headline,
    'keptByOwnAccount',
    'but not before its successor was made',
  )
})

test('every due date has its schedule, delivered or not', () => {
  for (const [name, due] of Object.entries(DUE) as [keyof typeof DUE, string | undefined][])
    for (const claimed of CLAIMED)
      for (const evidence of EVIDENCE) {
        const delivered = claimed === 'done' || evidence === 'verified'
        const expected = delivered ? (due === undefined ? 'noDate' : 'onTime') : SCHEDULES[name]
        assert.equal(
          commitmentState(commitment(logOf(claimed, evidence), due), NOW).schedule,
          expected,
          `${name} ${claimed} ${evidence}`,
        )
      }
})

test('delivery counts as late only when it lies wholly after the first due date', () => {
  const late = (at: string) =>
    commitmentState(
      commitment(
        [
          { at: '2024-03-01', due: '2024-09-01' },
          { at, claimed: 'done' },
        ],
        '2024-05-31',
      ),
      NOW,
    ).schedule
  assert.equal(late('2024-06-01'), 'deliveredLate', 'a revised date does not excuse it')
  assert.equal(late('2024-05-31'), 'onTime')
  assert.equal(late('2024'), 'onTime', 'a year that began before the date is not wholly after it')
})

test('the day 30 days before it is due, it is due soon; the day after it, its date has passed', () => {
  const on = (day: string) => commitmentState(commitment([], '2024-07-31'), Date.parse(`${day}T23:59:59.999Z`)).schedule
  assert.deepEqual(['2024-06-30', '2024-07-01', '2024-07-31', '2024-08-01'].map(on), [
    'onTime',
    'dueSoon',
    'dueSoon',
    'datePassed',
  ])
})

test('a promise is overdue only by the word of somebody who says, after its date, that it was not done', () => {
  const said = (log: Readonly<Record<string, unknown>>) =>
    commitmentState(commitment([log], '2024-07-31'), NOW).schedule
  assert.equal(said({ at: '2024-08-01', claimed: 'inProgress' }), 'overdue')
  assert.equal(said({ at: '2024-09', evidence: 'contradicted' }), 'overdue')
  assert.equal(said({ at: '2024-07-31', claimed: 'inProgress' }), 'datePassed', 'said while there was still time')
  assert.equal(said({ at: '2024', claimed: 'inProgress' }), 'datePassed', 'perhaps said while there was still time')
  assert.equal(
    said({ at: '2024-09-01', evidence: 'noneFound' }),
    'datePassed',
    'a search that found nothing says nothing',
  )
})

test('as of a date, the log after it is not known', () => {
  const promise = commitment([
    { at: '2024-07-01', claimed: 'inProgress' },
    { at: '../2024-08-01', evidence: 'partial' },
    { at: '2024-09', claimed: 'done' },
    { at: '2024-10-15', evidence: 'verified' },
  ])
  const on = (day: string) => commitmentState(promise, Date.parse(`${day}T23:59:59.999Z`)).headline
  assert.deepEqual(
    ['2024-06-30', '2024-07-15', '2024-07-31', '2024-08-01', '2024-09-15', '2024-10-14', '2024-10-15'].map(on),
    ['notChecked', 'notChecked', 'notChecked', 'partlyKept', 'partlyKept', 'partlyKept', 'kept'],
  )
})
