import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import test from 'node:test'
import type { Node } from '@takumi-rs/core'
import sharp from 'sharp'
import { PICTURE } from '#exports/picture-size.ts'
import { cardPicture, COLOUR, PHASE_COLOUR } from '#extras/pictures/card-picture.ts'
import { readFonts } from '#extras/pictures/fonts.ts'
import { type CardView, cardView, hasCard } from '#views/card.ts'
import { knowledgeOf, SMALL } from '../../small.ts'

const fonts = await readFonts()

const card: CardView = {
  kind: 'statements',
  id: '2026-01-06-acme',
  kindWord: 'Statement',
  title: 'Acme said so',
  line: 'Acme · 6 January 2026',
  facts: [{ name: 'Staged updates', value: 'Supports' }],
  site: 'Test',
}

const rgb = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
const tree = (shown: Partial<CardView>): Promise<Node> => cardPicture(fonts, { ...card, ...shown })
const bytes = async (shown: Partial<CardView>) => fonts.draw(await tree(shown))

type Pixel = { readonly x: number; readonly y: number; readonly colour: readonly number[] }

/** Every pixel that differs from paper. */
async function drawnAt(picture: Buffer): Promise<Pixel[]> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  assert.deepEqual({ width: info.width, height: info.height }, PICTURE)
  const paper = Buffer.from(rgb(COLOUR.page))
  const drawn: Pixel[] = []
  for (let at = 0; at < data.length; at += 3)
    if (data.compare(paper, 0, 3, at, at + 3) !== 0)
      drawn.push({
        x: (at / 3) % info.width,
        y: Math.floor(at / 3 / info.width),
        colour: [...data.subarray(at, at + 3)],
      })
  return drawn
}

test('a picture is the same from the same record, whatever else is drawn, and others can read it', async () => {
  const whole = await bytes({})
  const others = await readFonts()
  assert.equal(others.version, fonts.version)
  const titles = ['One', 'Two', 'Łódź', 'Збой'].map(async (title) =>
    others.draw(await cardPicture(others, { ...card, title })),
  )
  const [again] = await Promise.all([others.draw(await cardPicture(others, card)), ...titles])
  assert.ok(again.equals(whole))
  assert.ok((await drawnAt(whole)).length > 10_000)
})

test('a picture holds its pixels and nothing else', async () => {
  const whole = await bytes({})
  const types: string[] = []
  for (let at = 8; at < whole.length; at += 12 + whole.readUInt32BE(at))
    types.push(whole.toString('latin1', at + 4, at + 8))
  assert.deepEqual(
    types.filter((type) => !['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'].includes(type)),
    [],
  )
})

test('however much a record says, everything stays in the picture and above its foot', async () => {
  const long = 'Unverhältnismäßigkeitsprüfungen and one more word '.repeat(30)
  const facts = [
    { name: long, value: long },
    { name: long, value: long },
  ]
  for (const title of [long, long.replaceAll(' ', '')]) {
    const drawn = await drawnAt(await bytes({ title, line: long, quotation: long, site: long, facts }))
    const below = drawn.filter(({ y }) => y >= 10)
    assert.ok(below.length > 40_000)
    assert.deepEqual(
      below.filter(({ x, y }) => x < 60 || x > PICTURE.width - 60 || y > PICTURE.height - 20),
      [],
    )
  }
})

test('letters beyond the basic set come from the other files of the fonts', async () => {
  assert.notDeepEqual(await tree({ title: 'Łódź' }), await tree({ title: 'Lódz' }))
  for (const title of ['Łódź', 'Збой обновления', 'Διακοπή', 'Sự cố'])
    assert.ok(!(await bytes({ title })).equals(await bytes({ title: card.id })), title)
})

test('a text without a letter that the fonts have is not drawn; the id stands for such a title', async () => {
  for (const title of ['障害', 'تعطل الخدمة', 'תקלה', '🔥🔥'])
    assert.deepEqual(await tree({ title }), await tree({ title: card.id }), title)
  assert.deepEqual(await tree({ quotation: '障害', summary: 'In short.' }), await tree({ summary: 'In short.' }))
  assert.deepEqual(await tree({ line: '東京 · 6 January 2026' }), await tree({ line: '6 January 2026' }))
  assert.deepEqual(await tree({ facts: [...card.facts, { name: 'Host', value: '東京' }] }), await tree({}))
})

test('a title is as large as leaves it its lines', async () => {
  const sizes = await Promise.all(
    [3, 9, 14, 40].map(async (words) => {
      const text = JSON.stringify(await tree({ title: 'incident '.repeat(words), facts: [] }))
      return Number(/"text":"incident[^{]*"style":\{.*?"fontSize":(\d+)/.exec(text)?.[1])
    }),
  )
  assert.deepEqual(sizes, [72, 62, 52, 44])
})

test('above CLEAR a picture is marked', async () => {
  const white = async (shown: Partial<CardView>) =>
    (await drawnAt(await bytes(shown))).filter(({ y, colour }) => y < 44 && String(colour) === '255,255,255').length
  assert.equal(await white({}), 0)
  assert.ok((await white({ marking: 'TLP:AMBER' })) > 400)
})

test('the strip of an incident is drawn in every colour of its phases', async () => {
  const knowledge = knowledgeOf()
  const incident = knowledge.entries.filter(hasCard).find(({ kind }) => kind === 'incidents')
  assert.ok(incident)
  const view = cardView(knowledge, incident)
  assert.ok(view.phases)
  const picture = await fonts.draw(await cardPicture(fonts, view))
  const colours = (await drawnAt(picture)).filter(({ y }) => y > 396 && y < 460).map(({ colour }) => colour)
  for (const name of view.phases.phases.flatMap(({ names }) => names)) {
    const sheer = rgb(PHASE_COLOUR[name]).map((value, index) => (rgb(COLOUR.page)[index] ?? 0) * 0.66 + value * 0.34)
    assert.ok(
      colours.some((colour) => colour.every((value, index) => Math.abs(value - (sheer[index] ?? 0)) <= 1)),
      name,
    )
  }
})

test('what an audience may not see is in no picture for it', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'aftermath-test-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(SMALL, folder, { recursive: true })
  const file = join(folder, 'statements/2026-01-06-acme-apology.mdx')
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text.replace('quotes:\n', 'quotes:\n  - { id: k-secret, text: The velvet kestrel moved, tlp: RED }\n'),
  )
  writeFileSync(
    join(folder, 'statements/2026-01-06-acme-secret.mdx'),
    text.replace('title: Acme', 'tlp: RED\ntitle: The saffron badger of Acme'),
  )
  const drawn = async (audience: string) => {
    const knowledge = knowledgeOf(folder, { audience })
    const cards = knowledge.entries.filter(hasCard).map((entry) => cardView(knowledge, entry))
    return JSON.stringify(await Promise.all(cards.map((one) => cardPicture(fonts, one))))
  }
  const [all, clear] = [await drawn('RED'), await drawn('CLEAR')]
  for (const secret of ['kestrel', 'badger']) {
    assert.ok(all.includes(secret), secret)
    assert.ok(!clear.includes(secret), secret)
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
