import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { between, formatDuration, formatLength } from '#time/duration.ts'
import { formatMoment, machineTime, yearOf } from '#time/format.ts'
import { compareMoments, isProblem, type Moment, parseMoment, printMoment } from '#time/moment.ts'
import { writtenForm, writtenPoint } from './written-moments.ts'

const BROKEN = /NaN|Infinity|Invalid|undefined|null/
const moments = writtenForm.map(parseMoment).filter((parsed): parsed is Moment => !isProblem(parsed))

test('every written point is a Moment, printed back as it was written', () => {
  fc.assert(
    fc.property(writtenPoint, (text) => {
      const parsed = parseMoment(text)
      assert.ok(!isProblem(parsed), text)
      assert.equal(printMoment(parsed), text)
    }),
    { numRuns: 2000 },
  )
})

test('parsing what was printed gives the same Moment', () => {
  fc.assert(
    fc.property(moments, (moment) => assert.deepEqual(parseMoment(printMoment(moment)), moment)),
    { numRuns: 2000 },
  )
})

test('a form is a Moment unless it runs backwards or is open at both ends', () => {
  fc.assert(
    fc.property(writtenForm, (text) => {
      const parsed = parseMoment(text)
      if (isProblem(parsed)) return assert.match(parsed.problem, /ends \(.+\) before it begins|needs at least one end/)
      if (parsed.earliest !== null && parsed.latest !== null) assert.ok(parsed.earliest <= parsed.latest)
      for (const end of [parsed.earliest, parsed.latest]) assert.ok(end === null || Number.isSafeInteger(end))
    }),
    { numRuns: 2000 },
  )
})

test('any other text is a problem in words, never an exception', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.tuple(writtenForm, fc.string({ minLength: 1, maxLength: 3 })).map(([text, more]) => text + more),
      ),
      (text) => {
        const parsed = parseMoment(text)
        if (isProblem(parsed)) assert.ok(parsed.problem.length > 10)
        else assert.equal(printMoment(parsed), text)
      },
    ),
    { numRuns: 2000 },
  )
})

test('the order is total, antisymmetric and transitive', () => {
  fc.assert(
    fc.property(moments, moments, moments, (a, b, c) => {
      for (const [one, other] of [
        [a, b],
        [b, c],
        [a, c],
      ] as const) {
        assert.ok(Number.isFinite(compareMoments(one, other)))
        assert.equal(Math.sign(compareMoments(one, other)), 0 - Math.sign(compareMoments(other, one)))
      }
      if (compareMoments(a, b) <= 0 && compareMoments(b, c) <= 0) assert.ok(compareMoments(a, c) <= 0)
      if (compareMoments(a, b) === 0) assert.deepEqual([a.earliest, a.latest], [b.earliest, b.latest])
    }),
    { numRuns: 3000 },
  )
})

test('no formatter ever says NaN, Infinity, Invalid, undefined or null', () => {
  fc.assert(
    fc.property(moments, moments, (a, b) => {
      const duration = between(a, b)
      const words = [
        formatMoment(a),
        formatMoment(a, 'written'),
        printMoment(a),
        machineTime(printMoment(a)) ?? '',
        formatDuration(duration),
        formatDuration(between(a, a)),
        String(yearOf(a)),
      ]
      for (const text of words) assert.doesNotMatch(text, BROKEN)
      for (const end of [duration.min, duration.max]) assert.ok(end === null || Number.isSafeInteger(end))
      if (duration.min !== null && duration.max !== null) assert.ok(duration.min <= duration.max)
    }),
    { numRuns: 3000 },
  )
})

test('a machine-readable time is a date the platform understands', () => {
  fc.assert(
    fc.property(writtenPoint, (text) => {
      const machine = machineTime(text)
      assert.ok(machine !== undefined && Number.isFinite(Date.parse(machine)), text)
    }),
    { numRuns: 1000 },
  )
})

test('any length of time has words', () => {
  fc.assert(
    fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (ms) =>
      assert.match(formatLength(ms), /^−?\d+ (?:s|min|h|h \d+ min|days?|years?)$/),
    ),
    { numRuns: 3000 },
  )
})
