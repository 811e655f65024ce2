import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moment } from '#time/moment.ts'
import { gapsBefore } from '#views/timeline-gaps.ts'

const gaps = (times: readonly string[], zero?: string) =>
  gapsBefore(times.map(moment), zero === undefined ? undefined : (moment(zero).earliest ?? undefined))

test('a silence of twenty minutes or more between clock times is told', () => {
  assert.deepEqual(gaps(['2026-01-01T10:00Z', '2026-01-01T10:19Z', '2026-01-01T11:00Z']), [
    undefined,
    undefined,
    '41 min',
  ])
})

test('an even pace is not called silence', () => {
  assert.deepEqual(
    gaps(['2026-01-01T10:00Z', '2026-01-01T11:00Z', '2026-01-01T12:00Z', '2026-01-01T13:00Z', '2026-01-01T16:00Z']),
    [undefined, undefined, undefined, undefined, '3 h'],
  )
})

test('a span that may reach into the time keeps it from being silent', () => {
  assert.deepEqual(gaps(['2026-01-01T10:00Z', '2026-01-01T10:05Z/2026-01-01', '2026-01-01T12:00Z']), [
    undefined,
    undefined,
    undefined,
  ])
  assert.deepEqual(gaps(['2026-01-01T10:00Z', '2026-01-01T10:05Z/..', '2026-01-01T12:00Z']), [
    undefined,
    undefined,
    '115 min',
  ])
})

test('days without a clock time are compared in weeks, not hours', () => {
  assert.deepEqual(gaps(['2026-01-01', '2026-01-03']), [undefined, undefined])
  assert.deepEqual(gaps(['2026-01-01', '2026-01-31']), [undefined, '29 days'])
})

test('what lies before the beginning is background', () => {
  assert.deepEqual(gaps(['2025-01-01', '2026-01-01T10:00Z', '2026-01-01T11:00Z'], '2026-01-01T10:00Z'), [
    undefined,
    undefined,
    '60 min',
  ])
})

test('one event, none, and many at one instant have no silence', () => {
  assert.deepEqual(gaps([]), [])
  assert.deepEqual(gaps(['2026-01-01T10:00Z']), [undefined])
  assert.deepEqual(gaps(['2026-01-01T10:00Z', '2026-01-01T10:00Z', '2026-01-01T10:00Z']), [
    undefined,
    undefined,
    undefined,
  ])
})

test('events of which only the end is known neither make nor break a silence before themselves', () => {
  assert.deepEqual(gaps(['../2026-01-01T10:00Z', '../2026-01-01T11:00Z', '2026-01-01T12:00Z']), [
    undefined,
    undefined,
    '60 min',
  ])
})
