import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment } from '#time/moment.ts'
import { clock, elapsed, shortDay, sightOf } from '#time/clock.ts'

const column = (at: string, inDay: boolean) => {
  const { shape, top, below } = clock(moment(at), sightOf(moment(at), inDay))
  return [shape, top, below]
}

const UNDER_A_DAY: readonly (readonly [at: string, shape: string, top: string, below?: string])[] = [
  ['2026-07-19T04:09Z', 'exact', '04:09'],
  ['2026-07-19T04:09:30Z', 'exact', '04:09:30'],
  ['2026-07-19T09:54+05:45', 'exact', '04:09'],
  ['2026-07-19T04:09Z~', 'about', '04:09', 'about'],
  ['2026-07-19T04:09Z?', 'about', '04:09', 'uncertain'],
  ['2026-07-19', 'day', '19 Jul'],
  ['2026-07-19T04:09Z/2026-07-19T05:27Z', 'span', '04:09', 'to 05:27'],
  ['2026-07-19T04:09Z/2026-07-20T05:27Z', 'span', '04:09', 'to 20 Jul, 05:27'],
  ['2026-07-19T04:09Z/2026-07-19', 'within', 'after 04:09'],
  ['2026-07-19/2026-07-19T04:09Z', 'within', 'before 04:09'],
  ['2026-07-18/2026-07-19T04:09Z', 'span', '18 Jul', 'to 19 Jul, 04:09'],
  ['2026-07-19T04:09Z/2027-01-02', 'within', 'after 04:09', 'by 2 Jan 2027'],
  ['../2026-07-19T05:27Z', 'by', 'by 05:27'],
  ['2026-07-19T04:09Z/..', 'from', '04:09', 'end open'],
]

for (const [at, shape, top, below] of UNDER_A_DAY)
  test(`under the heading of its day ${at} reads ${top}${below ? `, ${below}` : ''}`, () =>
    assert.deepEqual(column(at, true), [shape, top, below]))

const UNDER_A_YEAR: readonly (readonly [at: string, shape: string, top: string, below?: string])[] = [
  ['2026-07-18T21:40Z', 'exact', '18 Jul, 21:40'],
  ['2026-07-18T23:40-04:00', 'exact', '19 Jul, 03:40'],
  ['2026-07', 'day', 'Jul'],
  ['2026', 'day', '2026'],
  ['2026-07-19T04:09Z/2026-07-19', 'within', '19 Jul, after 04:09'],
  ['2026-04-08/2026-04-24', 'span', '8 Apr', 'to 24 Apr'],
  ['../2026-04-24', 'by', 'by 24 Apr'],
  ['2026-04~', 'about', 'Apr', 'about'],
]

for (const [at, shape, top, below] of UNDER_A_YEAR)
  test(`under the heading of its year ${at} reads ${top}${below ? `, ${below}` : ''}`, () =>
    assert.deepEqual(column(at, false), [shape, top, below]))

const ELAPSED: readonly (readonly [at: string, words: string | undefined])[] = [
  ['2026-07-19T04:09Z', 'start'],
  ['2026-07-19T05:27Z', '+78 min'],
  ['2026-07-19T04:09:30Z', '+30 s'],
  ['2026-07-18T21:40Z', '−6 h 29 min'],
  ['2026-07-19T04:09Z/2026-07-19T05:27Z', '+0 to 78 min'],
  ['2026-07-19T04:14Z/2026-07-19T04:29Z', '+5 to 20 min'],
  ['2026-07-19T04:00Z/2026-07-19T05:27Z', undefined],
  ['2026-07-19T04:09Z/2026-07-19', undefined],
  ['2026-07-19', undefined],
  ['2026-07-20', '+1 day'],
  ['2026-07-18', '−1 day'],
  ['2026-07-25', '+6 days'],
  ['2056-07-25', '+30 years'],
  ['2026-08', undefined],
  ['2026-07-19T05:27Z/..', undefined],
  ['../2026-07-19T05:27Z', undefined],
]

for (const [at, words] of ELAPSED)
  test(`from 04:09 on 19 July 2026 to ${at} it is ${words ?? 'not said'}`, () =>
    assert.equal(elapsed(moment('2026-07-19T04:09Z'), moment(at)), words))

test('a short day is the UTC day a time begins on, as coarse as it is known', () => {
  assert.equal(shortDay('2026-07-18T23:40-04:00'), '19 Jul 2026')
  assert.equal(shortDay('2026-07'), 'Jul 2026')
  assert.equal(shortDay('../2026-07-19'), '19 Jul 2026')
  assert.equal(shortDay(undefined), undefined)
})
