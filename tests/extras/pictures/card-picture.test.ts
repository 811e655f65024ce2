import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import test from 'node:test'
import sharp from 'sharp'
import { PICTURE } from '#exports/picture-size.ts'
import { type CardView, cardView, hasCard } from '#views/card.ts'
import { cardPicture } from '#extras/pictures/card-picture.ts'
import { COLOUR, PHASE_COLOUR } from '#extras/pictures/colours.ts'
import { codePoints, readFaces } from '#extras/pictures/faces.ts'
import { breakLines, fit } from '#extras/pictures/lines.ts'
import { png } from '#extras/pictures/png.ts'
import type { Sheet } from '#extras/pictures/sheet.ts'
import { knowledgeOf } from '../../small.ts'

const ALL = codePoints('Łöß ệ Ж ў Ω 障 ت ת')
const faces = await readFaces(ALL)
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

const rgb = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** Every pixel that differs from paper. */
function drawnAt({ rows, colours, width, height }: Sheet): { x: number; y: number; colour: readonly number[] }[] {
  const paper = colours.findIndex((colour) => String(colour) === String(rgb(COLOUR.page)))
  assert.equal(paper, 0)
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => ({
      x,
      y,
      colour: colours[rows[y * (width + 1) + 1 + x] ?? 0] ?? [],
    })).filter(({ x }) => rows[y * (width + 1) + 1 + x] !== paper),
  ).flat()
}

const bytes = (shown: Partial<CardView>) => png(cardPicture(faces, { ...card, ...shown }))

test('lines break between words, and what does not fit is cut with an ellipsis', () => {
  assert.deepEqual(breakLines('one two  three four', 9, letters), ['one two', 'three', 'four'])
  assert.deepEqual(
    fit(
      'one two three four',
      9,
      [
        { size: 2, most: 2 },
        { size: 1, most: 3 },
      ],
      letters,
    ),
    { lines: ['one two', 'three', 'four'], size: 1 },
  )
  assert.deepEqual(fit('one two three four', 9, [{ size: 1, most: 2 }], letters).lines, ['one two', 'three…'])
  assert.deepEqual(fit('incomprehensibilities', 9, [{ size: 1, most: 1 }], letters).lines, ['incompre…'])
})

test('a picture is the same from the same record, whatever else is drawn, and others can read it', async () => {
  const sheet = cardPicture(faces, card)
  const alone = await readFaces(codePoints(JSON.stringify(card)))
  assert.ok(png(cardPicture(alone, card)).equals(png(sheet)))
  const { data, info } = await sharp(png(sheet)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  assert.deepEqual({ width: info.width, height: info.height }, PICTURE)
  const read = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]
  const drawn = drawnAt(sheet)
  assert.ok(drawn.length > 10_000)
  assert.deepEqual(
    drawn.filter(({ x, y, colour }) => String(read(x, y)) !== String(colour)),
    [],
  )
  assert.deepEqual(read(600, 300), rgb(COLOUR.page))
})

test('however much a record says, everything stays in the picture and above its foot', () => {
  const long = 'Unverhältnismäßigkeitsprüfungen and one more word '.repeat(30)
  const full = {
    ...card,
    title: long,
    line: long,
    quotation: long,
    facts: [
      { name: long, value: long },
      { name: long, value: long },
    ],
  }
  const drawn = drawnAt(cardPicture(faces, full)).filter(({ y }) => y >= 10)
  assert.ok(drawn.length > 40_000)
  assert.deepEqual(
    drawn.filter(({ x, y }) => x < 60 || x > PICTURE.width - 60 || y > PICTURE.height - 20),
    [],
  )
})

test('letters beyond the basic set come from the other files of the fonts', () => {
  assert.ok(!bytes({ title: 'Łódź' }).equals(bytes({ title: 'Lódz' })))
  for (const title of ['Збой обновления', 'Διακοπή', 'Sự cố'])
    assert.ok(!bytes({ title }).equals(bytes({ title: card.id })), title)
})

test('a title, quotation, place or name without a letter that the fonts have is not drawn; the id stands for the title', () => {
  for (const title of ['障害', 'تعطل الخدمة', 'תקלה', '🔥🔥'])
    assert.ok(bytes({ title }).equals(bytes({ title: card.id })), title)
  assert.ok(bytes({ quotation: '障害', summary: 'In short.' }).equals(bytes({ summary: 'In short.' })))
  assert.ok(bytes({ line: '東京 · 6 January 2026' }).equals(bytes({ line: '6 January 2026' })))
  assert.ok(bytes({ facts: [...card.facts, { name: 'Host', value: '東京' }] }).equals(bytes({})))
})

test('above CLEAR a picture is marked', () => {
  const white = (shown: Partial<CardView>) =>
    drawnAt(cardPicture(faces, { ...card, ...shown })).filter(
      ({ y, colour }) => y < 44 && String(colour) === '255,255,255',
    ).length
  assert.equal(white({}), 0)
  assert.ok(white({ marking: 'TLP:AMBER' }) > 400)
})

test('the strip of an incident is drawn in every colour of its phases', () => {
  const knowledge = knowledgeOf()
  const incident = knowledge.entries.filter(hasCard).find(({ kind }) => kind === 'incidents')
  assert.ok(incident)
  const view = cardView(knowledge, incident)
  assert.ok(view.phases)
  const colours = new Set(drawnAt(cardPicture(faces, view)).map(({ colour }) => String(colour)))
  for (const name of view.phases.phases.flatMap(({ names }) => names)) {
    const sheer = rgb(PHASE_COLOUR[name]).map((value, index) =>
      Math.round((rgb(COLOUR.page)[index] ?? 0) * 0.66 + value * 0.34),
    )
    assert.ok(colours.has(String(sheer)), name)
  }
})

/** sRGB of an OKLCH colour (CSS Color 4, “Converting Oklab to sRGB”). */
function srgb(lightness: number, chroma: number, hue: number): string {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const [l, m, s] = [
    lightness + 0.3963377774 * a + 0.2158037573 * b,
    lightness - 0.1055613458 * a - 0.0638541728 * b,
    lightness - 0.0894841775 * a - 1.291485548 * b,
  ].map((root) => root ** 3) as [number, number, number]
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${linear
    .map((value) =>
      Math.round(
        255 * Math.min(1, Math.max(0, value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055)),
      )
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

test('the colours of pictures are those of the site by day', () => {
  const tokens = readFileSync(resolve(import.meta.dirname, '../../../src/styles/tokens.css'), 'utf8')
  for (const [name, value] of Object.entries(COLOUR)) {
    const [, lightness, chroma, hue] =
      new RegExp(`--color-${name}: light-dark\\(oklch\\(([\\d.]+)% ([\\d.]+) ([\\d.]+)\\)`).exec(tokens) ?? []
    assert.equal(srgb(Number(lightness) / 100, Number(chroma), Number(hue)), value, name)
  }
})
