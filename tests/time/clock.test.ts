import assert from 'node:assert/strict'
import test from 'node:test'
import { clock, daysBetween, sightOf } from '#time/clock.ts'
import { formatText, type LocalZone } from '#time/format.ts'
import { moment } from '#time/moment.ts'

const at = (text: string, inDay: boolean, zone?: Parameters<typeof clock>[2]) =>
  clock(moment(text), sightOf(moment(text), inDay), zone)

// A clock three quarters of an hour off, as in Nepal.
const nepal: LocalZone = {
  fields: (instant) => {
    const shifted = new Date(instant + 345 * 60_000)
    return [
      shifted.getUTCFullYear(),
      shifted.getUTCMonth() + 1,
      shifted.getUTCDate(),
      shifted.getUTCHours(),
      shifted.getUTCMinutes(),
      0,
    ]
  },
  name: () => 'UTC+05:45',
}

test('under a day the clock shows the time, and the date where another zone puts it on another day', () => {
  assert.equal(at('2024-07-19T22:00Z', true).top, '22:00')
  assert.equal(at('2024-07-19T22:00Z', true, nepal).top, '20 Jul, 03:45')
  assert.equal(at('2024-07-20T03:45+05:45', true).top, '22:00')
  assert.equal(at('2024-07-20T03:45+05:45', true, 'written').top, '20 Jul, 03:45')
})

test('days have no hour to move', () => {
  assert.deepEqual(at('2024-07-19', false, nepal), at('2024-07-19', false))
})

test('both ends of an interval move', () => {
  assert.deepEqual(at('2024-07-19T04:00Z/2024-07-19T19:00Z', true, nepal), {
    shape: 'span',
    top: '09:45',
    below: 'to 20 Jul, 00:45',
  })
})

test('words name the zone they are in', () => {
  assert.equal(formatText('2024-07-20T03:45+05:45'), '19 July 2024, 22:00 UTC')
  assert.equal(formatText('2024-07-20T03:45+05:45', 'written'), '20 July 2024, 03:45 UTC+05:45')
  assert.equal(formatText('2024-07-19T22:00Z~', nepal), 'about 20 July 2024, 03:45 UTC+05:45')
})

test('a list of a year names the days between which something was, and no day where only a month is known', () => {
  const said = ([text, words]: readonly [string, string]) => assert.equal(daysBetween(moment(text), 2024), words)
  const days: readonly (readonly [string, string])[] = [
    ['2024-07-19T22:00-04:00', '20 Jul'],
    ['../2024-07-20', 'by 20 Jul'],
    ['../2024-07', 'by Jul'],
    ['2024-05~', 'about May'],
    ['2024-07-19/2024-08-31', '19 Jul to 31 Aug'],
    ['2024-12-19/2025-01-31', '19 Dec to 31 Jan 2025'],
    ['2024-07-19T04:09Z/2024-07-19T05:27Z', '19 Jul'],
    ['2024-07-19/..', 'from 19 Jul'],
    ['2024', '2024'],
  ]
  days.forEach(said)
})
