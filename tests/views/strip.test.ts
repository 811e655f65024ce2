import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from 'cheerio'
import { phases } from '#views/phases.ts'
import { detailsOf, packStrip, readStrip, stripOf } from '#views/strip.ts'
import { stripSvg, swatchSvg } from '#views/strip-svg.ts'
import { incidentOf, milestones } from './incident-of.ts'

const shape = phases(
  incidentOf({
    milestones: milestones(
      ['began', '2026-01-01T10:00Z'],
      ['identified', '2026-01-01T10:30Z'],
      ['mitigated', '2026-01-01T11:00Z'],
      ['recovered', '2026-01-21T12:00Z'],
    ),
  }),
)
assert.ok(shape)
const strip = stripOf(shape)

test('a strip that was sent draws the same as the strip of a page', () => {
  const sent: unknown = JSON.parse(JSON.stringify(packStrip(strip)))
  const read = readStrip(sent)
  assert.ok(read)
  assert.equal(stripSvg(read), stripSvg(strip))
  const $ = load(stripSvg(strip))
  assert.equal($('svg.strip').attr('aria-label'), shape.words)
  assert.deepEqual(
    $('rect:not(.tick)')
      .map((_, rect) => $(rect).attr('class'))
      .get(),
    ['unnoticed', 'diagnosing', 'mitigating', 'recovering'],
  )
  assert.deepEqual(
    [$('.cut').length, $('.tick').length],
    [1, shape.boundaries.length],
    'one piece is out of scale, and every boundary has its tick',
  )
})

test('the strip at the head of an incident draws the same pieces higher, with every doubt and labels that fit', () => {
  const doubtful = phases(
    incidentOf({
      milestones: milestones(
        ['began', '2026-01-01T08:00Z/2026-01-01T09:00Z'],
        ['identified', '2026-01-01T10:00Z'],
        ['mitigated', '2026-01-01T10:05Z'],
        ['recovered', '2026-01-01T12:05Z'],
      ),
    }),
  )
  assert.ok(doubtful)
  const $ = load(stripSvg(stripOf(doubtful), detailsOf(doubtful)))
  assert.equal($('svg.strip:not(.bare)').attr('height'), '50')
  assert.deepEqual(
    $('text')
      .map((_, text) => $(text).text())
      .get(),
    ['Unnoticed, diagnosing60 min to 2 h', 'Recovering2 h'],
  )
  assert.equal($('line.maybe').length, 3)
  assert.equal($('rect:not(.tick)').length, load(stripSvg(stripOf(doubtful)))('rect:not(.tick)').length)
})

test('a swatch has a band for every name of its phase', () => {
  assert.equal(
    swatchSvg(['unnoticed', 'diagnosing']),
    '<svg width="12" height="12" aria-hidden="true"><rect class="unnoticed" width="12" ' +
      'height="6"/><rect class="diagnosing" y="6" width="12" height="6"/></svg>',
  )
})

test('what another site sends in place of a strip is not drawn, and its words never become markup', () => {
  for (const value of [
    null,
    'x',
    [],
    ['words'],
    ['words', ['0', 0]],
    ['words', ['9', 0, 100, 0]],
    ['words', ['0', -1, 100, 0]],
    ['words', ['0', 0, 1e9, 0]],
    [1, ['0', 0, 100, 0]],
    ['words', ['0', '0" onload="x', 100, 0]],
  ])
    assert.equal(readStrip(value), undefined, JSON.stringify(value))
  const odd = readStrip(['"><script>x</script>', ['0', 0, 100, 0]])
  assert.ok(odd)
  assert.equal(load(stripSvg(odd))('script').length, 0)
})
