import assert from 'node:assert/strict'
import test from 'node:test'
import { clock, sightOf } from '#core/time/clock.ts'
import { formatText, type LocalZone } from '#core/time/format.ts'
import { moment } from '#core/time/moment.ts'

const at = (text: string, inDay: boolean, zone?: Parameters<typeof clock>[2]) => clock(moment(text), sightOf(moment(text), inDay), zone)

// A clock three quarters of an hour off, as in Nepal.
const nepal: LocalZone = {
  fields: (instant) => {
    const shifted = new Date(instant + 345 * 60_000)
    return [shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, shifted.getUTCDate(), shifted.getUTCHours(), shifted.getUTCMinutes(), 0]
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
  assert.deepEqual(at('2024-07-19T04:00Z/2024-07-19T19:00Z', true, nepal), { shape: 'span', top: '09:45', below: 'to 20 Jul, 00:45' })
})

test('words name the zone they are in', () => {
  assert.equal(formatText('2024-07-20T03:45+05:45'), '19 July 2024, 22:00 UTC')
  assert.equal(formatText('2024-07-20T03:45+05:45', 'written'), '20 July 2024, 03:45 UTC+05:45')
  assert.equal(formatText('2024-07-19T22:00Z~', nepal), 'about 20 July 2024, 03:45 UTC+05:45')
})
