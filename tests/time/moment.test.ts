import assert from 'node:assert/strict'
import test from 'node:test'
import { betweenTexts, formatDuration, formatLength } from '#time/duration.ts'
import { formatText, yearOf } from '#time/format.ts'
import { compareTexts, isProblem, moment, parseMoment } from '#time/moment.ts'

const words: readonly (readonly [string, string])[] = [
  ['2024-07-19T04:09Z', '19 July 2024, 04:09 UTC'],
  ['2024-07-19T00:09-04:00', '19 July 2024, 04:09 UTC'],
  ['2024-07-19T04:09:30Z~', 'about 19 July 2024, 04:09:30 UTC'],
  ['2024-07-19', '19 July 2024'],
  ['2024-07', 'July 2024'],
  ['2006~', 'about 2006'],
  ['2024-07-19?', '19 July 2024 (uncertain)'],
  ['2024-07%', 'about July 2024 (uncertain)'],
  ['2024-04-08/2024-04-24', '8 April 2024 to 24 April 2024'],
  ['2024-07-19T04:09Z/2024-07-19T01:27-04:00', '19 July 2024, 04:09 to 05:27 UTC'],
  ['2024-07-19T22:09Z/2024-07-20T01:00Z', '19 July 2024, 22:09 UTC to 20 July 2024, 01:00 UTC'],
  ['2024-07-19T04:09Z~/2024-07-19T05:27Z', 'about 19 July 2024, 04:09 UTC to 19 July 2024, 05:27 UTC'],
  ['../2024-07-29', 'by 29 July 2024'],
  ['2024-07-19/..', 'from 19 July 2024'],
]
for (const [text, said] of words) test(`${text} reads “${said}”`, () => assert.equal(formatText(text), said))

test('the zone as written is kept for display', () =>
  assert.equal(formatText('2024-07-19T00:09-04:00', 'written'), '19 July 2024, 00:09 UTC−04:00'))

const problems: readonly (readonly [string, RegExp])[] = [
  ['2024-13', /there is no month 13/],
  ['2023-02-29', /2023-02 has no day 29; it has 28 days/],
  ['2024-07-00', /has no day 0/],
  ['2024-07-19T24:00Z', /there is no time 24:00/],
  ['2024-07-19T04:60Z', /there is no time 04:60/],
  ['2024-07-19T04:09', /needs its zone/],
  ['2024-07-19T04:09+0530', /write \+05:30/],
  ['2024-07-19T04:09-04', /write -04:00/],
  ['2024-07-19T23:59:60Z', /no time 23:59:60 on that day; leap seconds end 30 June or 31 December/],
  ['2016-12-31T22:59:60Z', /no time 22:59:60 on that day/],
  ['2024-07-19 04:09', /needs its zone/],
  ['2024-07-19T04:09+15:00', /there is no offset/],
  ['0999', /years run from 1000/],
  ['../..', /says nothing/],
  ['2024/2025/2026', /exactly one/],
  ['2024-07-20/2024-07-19', /ends \(2024-07-19\) before it begins \(2024-07-20\)/],
  ['2024-7-19', /write "2024-07-19T04:09Z"/],
  ['19 July 2024', /write "2024-07-19T04:09Z"/],
  ['', /write/],
  ['2024-07-19\n', /write/],
]
for (const [text, problem] of problems)
  test(`${JSON.stringify(text)} is a problem in words`, () => {
    const parsed = parseMoment(text)
    assert.ok(isProblem(parsed))
    assert.match(parsed.problem, problem)
  })

test('what the schema did not accept is never printed', () => assert.throws(() => moment('yesterday'), RangeError))

test('a day begins with its first minute and ends before the next', () => {
  const { earliest, latest } = moment('2024-02-29')
  assert.deepEqual([earliest, latest], [Date.UTC(2024, 1, 29), Date.UTC(2024, 2, 1) - 1])
})

test('sorting: open beginnings, then earliest, then shortest; ties stay as written', () => {
  const sorted = ['2024-07-19/..', '2024-07-19T00:00Z', '2024', '2024-07-19', '../2020', '2024-07-19T00:00:00Z'].sort(
    compareTexts,
  )
  assert.deepEqual(sorted, [
    '../2020',
    '2024',
    '2024-07-19T00:00Z',
    '2024-07-19T00:00:00Z',
    '2024-07-19',
    '2024-07-19/..',
  ])
})

const durations: readonly (readonly [string, string, string])[] = [
  ['2024-07-19T04:09Z', '2024-07-19T05:27Z', '78 min'],
  ['2024-07-19T04:09Z', '2024-07-19T04:09Z', '0 min'],
  ['2024-07-19T04:09:00Z', '2024-07-19T04:09:45Z', '45 s'],
  ['2024-07-19T04:09Z', '2024-07-29T00:00Z/2024-07-29T20:00Z', '9 to 10 days'],
  ['2024-07-19', '2024-07-29', '9 to 11 days'],
  ['2024-07-19T04:09Z', '../2024-07-19T07:09Z', 'up to 3 h'],
  ['2024-07-19T04:09Z', '2024-07-21T04:09Z/..', 'at least 2 days'],
  ['../2024', '2024/..', 'length not known'],
  ['2024-07-19', '2024-07-19', 'up to 24 h'],
]
for (const [from, to, said] of durations)
  test(`from ${from} to ${to}: ${said}`, () => assert.equal(formatDuration(betweenTexts(from, to)), said))

const lengths: readonly (readonly [number, string])[] = [
  [0, '0 min'],
  [45_000, '45 s'],
  [119_000, '119 s'],
  [7_199_000, '120 min'],
  [7_200_000, '2 h'],
  [5_400_000, '90 min'],
  [86_399_999, '24 h'],
  [172_800_000, '2 days'],
  [-60_000, '−1 min'],
  [40 * 31_556_952_000, '40 years'],
]
for (const [ms, said] of lengths) test(`${ms} ms are ${said}`, () => assert.equal(formatLength(ms), said))

test('the year of a Moment is that of its known end', () =>
  assert.deepEqual(
    ['2024-07', '../2019', '2019/..'].map((text) => yearOf(moment(text))),
    [2024, 2019, 2019],
  ))

test('a leap second is taken, in any zone, and shown as written', () => {
  assert.equal(formatText('2016-12-31T23:59:60Z'), '31 December 2016, 23:59:60 UTC')
  assert.equal(formatText('2017-01-01T00:59:60+01:00'), '31 December 2016, 23:59:60 UTC')
  assert.ok(compareTexts('2016-12-31T23:59:59Z', '2016-12-31T23:59:60Z') < 0)
  assert.ok(compareTexts('2016-12-31T23:59:60Z', '2017-01-01T00:00Z') < 0)
})
