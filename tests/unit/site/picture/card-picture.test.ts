import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import test from 'node:test'
import sharp from 'sharp'
import { PICTURE } from '#core/exports/head.ts'
import { type CardView, cardView, hasCard } from '#core/views/card.ts'
import { cardPicture } from '#site/picture/card-picture.ts'
import { COLOUR } from '#site/picture/colours.ts'
import { readFaces } from '#site/picture/faces.ts'
import { breakLines, fit } from '#site/picture/lines.ts'
import { knowledgeOf } from '../../small.ts'

const faces = await readFaces()
const letters = (text: string) => text.length

const card: CardView = {
  kind: 'statements',
  id: '2026-01-06-acme',
  route: '/statements/2026-01-06-acme/',
  kindWord: 'Statement',
  title: 'Acme said so',
  line: 'Acme · 6 January 2026',
  facts: [{ name: 'Staged updates', value: 'Supports' }],
  site: 'Test',
}

/** Every number that places a text: the origins of its glyphs. */
const origins = (svg: string) => [...svg.matchAll(/matrix\([\d.]+ 0 0 -[\d.]+ ([\d.-]+) ([\d.-]+)\)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)

test('lines break between words, and what does not fit is cut with an ellipsis', () => {
  assert.deepEqual(breakLines('one two  three four', 9, letters), ['one two', 'three', 'four'])
  assert.deepEqual(fit('one two three four', 9, [{ size: 2, most: 2 }, { size: 1, most: 3 }], letters), { lines: ['one two', 'three', 'four'], size: 1 })
  assert.deepEqual(fit('one two three four', 9, [{ size: 1, most: 2 }], letters).lines, ['one two', 'three…'])
  assert.deepEqual(fit('incomprehensibilities', 9, [{ size: 1, most: 1 }], letters).lines, ['incompre…'])
})

test('a picture is the same from the same record, and holds no text but outlines', async () => {
  const svg = cardPicture(faces, card)
  assert.equal(cardPicture(await readFaces(), card), svg)
  assert.doesNotMatch(svg, /<text|font-family|Acme/)
  const [first, second] = await Promise.all([0, 1].map(() => sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 4 }).toBuffer()))
  assert.ok(first && second && first.equals(second))
  const { width, height } = await sharp(first).metadata()
  assert.deepEqual({ width, height }, PICTURE)
})

test('however much a record says, everything stays in the picture and above its foot', () => {
  const long = 'Unverhältnismäßigkeitsprüfungen and one more word '.repeat(30)
  const full = { ...card, title: long, line: long, quotation: long, facts: [{ name: long, value: long }, { name: long, value: long }] }
  const places = origins(cardPicture(faces, full))
  assert.ok(places.length > 300)
  assert.deepEqual(places.filter(([x, y]) => x < 60 || x > PICTURE.width - 60 || y < 0 || y > PICTURE.height - 20), [])
})

test('letters beyond the basic set come from the extended files; what no file has becomes a box, not a failure', () => {
  assert.notEqual(cardPicture(faces, { ...card, title: 'Łódź' }), cardPicture(faces, { ...card, title: 'Lódz' }))
  assert.ok(origins(cardPicture(faces, { ...card, title: '障害' })).length > 20)
})

test('above CLEAR a picture is marked', () => {
  assert.ok(origins(cardPicture(faces, { ...card, marking: 'TLP:AMBER' })).length > origins(cardPicture(faces, card)).length + 8)
})

test('the strip of an incident is drawn in every colour of its phases', () => {
  const knowledge = knowledgeOf()
  const incident = knowledge.entries.filter(hasCard).find(({ kind }) => kind === 'incidents')
  assert.ok(incident)
  const view = cardView(knowledge, incident)
  assert.ok(view.phases)
  assert.match(cardPicture(faces, view), new RegExp(`fill="${COLOUR.signal}" fill-opacity`))
})

/** sRGB of an OKLCH colour (CSS Color 4, “Converting Oklab to sRGB”). */
function srgb(lightness: number, chroma: number, hue: number): string {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const [l, m, s] = [lightness + 0.3963377774 * a + 0.2158037573 * b, lightness - 0.1055613458 * a - 0.0638541728 * b, lightness - 0.0894841775 * a - 1.291485548 * b].map((root) => root ** 3) as [number, number, number]
  const linear = [4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s]
  return `#${linear.map((value) => Math.round(255 * Math.min(1, Math.max(0, value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055))).toString(16).padStart(2, '0')).join('')}`
}

test('the colours of pictures are those of the site by day', () => {
  const tokens = readFileSync(resolve(import.meta.dirname, '../../../../src/styles/tokens.css'), 'utf8')
  for (const [name, value] of Object.entries(COLOUR)) {
    const [, lightness, chroma, hue] = new RegExp(`--color-${name}: light-dark\\(oklch\\(([\\d.]+)% ([\\d.]+) ([\\d.]+)\\)`).exec(tokens) ?? []
    assert.equal(srgb(Number(lightness) / 100, Number(chroma), Number(hue)), value, name)
  }
})
