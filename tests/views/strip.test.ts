import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from 'cheerio'
import { stripHtml } from '#elements/strip-html.ts'
import { phases } from '#views/phases.ts'
import { packStrip, readStrip, stripOf } from '#views/strip.ts'
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
  assert.equal(stripHtml(read).text, stripHtml(strip).text)
  const $ = load(stripHtml(strip).text)
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
  assert.equal(load(stripHtml(odd).text)('script').length, 0)
})
