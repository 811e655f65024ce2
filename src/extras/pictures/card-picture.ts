import type { Node } from '@takumi-rs/core'
import { PICTURE } from '#exports/picture-size.ts'
import type { CardView } from '#views/card.ts'
import type { Phase, Phases } from '#views/phases.ts'
import { drawable, type FaceName, faceStyle, type Fonts, type HasLetters, type Style } from './fonts.ts'

/** The colours of day in styles/tokens.css, as pictures need them (a test holds the two together). */
export const COLOUR = {
  page: '#fbfaf5',
  ink: '#18202a',
  'ink-soft': '#49515b',
  'ink-faint': '#626a73',
  rule: '#d6d4cc',
  'rule-strong': '#80878f',
  signal: '#bb370c',
  detect: '#215d96',
  contain: '#815709',
  recover: '#1b683e',
} as const
type Colour = keyof typeof COLOUR

/** The colour of each phase, as components/timeline/strip.css gives it. */
export const PHASE_COLOUR = {
  unnoticed: COLOUR.signal,
  diagnosing: COLOUR.detect,
  mitigating: COLOUR.contain,
  recovering: COLOUR.recover,
  'follow-up': COLOUR['ink-faint'],
  restored: COLOUR['ink-faint'],
} as const
const PHASE_OPACITY = 0.34

// Places and sizes are in pixels.
const MARGIN = 72
const WIDTH = PICTURE.width - 2 * MARGIN
const TITLE_TOP = 140
const TITLE_LEADING = 1.12
const LINE_HEIGHT = 48
const WORDS = { gap: 18, size: 34, leading: 44, indent: 24, bar: 4 } as const
const STRIP = { top: 396, height: 64, boundary: 4, gap: 12, edge: 2.5, beyond: 6, slant: 16 } as const
const LEGEND = { size: 26, row: 39, rows: 2, swatch: 22 } as const

// Where there is more to say beneath it, a title has fewer lines.
const TITLES = {
  alone: [
    { size: 72, most: 2 },
    { size: 62, most: 3 },
    { size: 52, most: 3 },
    { size: 44, most: 4 },
  ],
  aboveMore: [
    { size: 72, most: 1 },
    { size: 62, most: 2 },
    { size: 52, most: 3 },
    { size: 44, most: 4 },
  ],
} as const

const container = (style: Style, children: readonly Node[] = []): Node => ({
  type: 'container',
  style,
  children: [...children],
})
const at = (left: number, top: number, style: Style): Style => ({ position: 'absolute', left, top, ...style })
const box = (left: number, top: number, width: number, height: number, backgroundColor: string, style: Style = {}) =>
  container(at(left, top, { width, height, backgroundColor, ...style }))
const text = (words: string, face: FaceName, fontSize: number, colour: Colour, style: Style): Node => ({
  type: 'text',
  text: words,
  style: { ...faceStyle(face), fontSize, color: COLOUR[colour], ...style },
})
const ONE_LINE: Style = { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }
const lines = (lineClamp: number): Style => ({ lineClamp, textOverflow: 'ellipsis', overflowWrap: 'anywhere' })

/**
 * What a picture can say of a card with the letters that the fonts have. In the place of a title without a word stands
 * the id.
 */
function drawableCard(card: CardView, has: HasLetters): CardView {
  const kept = (face: FaceName, words: string) => drawable(words, (letter) => has(face, letter))
  const { title, line, quotation, summary, facts, site, ...rest } = card
  const [quoted, summed] = [quotation && kept('prose', quotation), summary && kept('prose', summary)]
  return {
    ...rest,
    title: kept('heading', title) ?? card.id,
    line: line
      .split(' · ')
      .flatMap((part) => kept('plain', part) ?? [])
      .join(' · '),
    ...(quoted ? { quotation: quoted } : {}),
    ...(summed ? { summary: summed } : {}),
    facts: facts.flatMap(({ name, value }) => {
      const [keptName, keptValue] = [kept('plain', name), kept('strong', value)]
      return keptName && keptValue ? [{ name: keptName, value: keptValue }] : []
    }),
    site: kept('heading', site) ?? '',
  }
}

/** The bar at the top, the name of the site, and what sort of record it is. Above CLEAR the bar says so. */
function topNodes({ site, kindWord, marking }: CardView): Node[] {
  const half = (left: number, textAlign: string): Style => at(left, 60, { width: WIDTH / 2, height: 42, textAlign })
  return [
    box(0, 0, PICTURE.width, marking === undefined ? 10 : 44, marking === undefined ? COLOUR.ink : '#000'),
    ...(marking === undefined
      ? []
      : [text(marking, 'strong', 26, 'ink', at(MARGIN, 0, { color: '#fff', lineHeight: '44px' }))]),
    text(site, 'heading', 30, 'ink', { ...half(MARGIN, 'left'), ...ONE_LINE, lineHeight: '42px' }),
    text(kindWord, 'plain', 28, 'ink-soft', {
      ...half(MARGIN + WIDTH / 2, 'right'),
      ...ONE_LINE,
      lineHeight: '42px',
    }),
    box(MARGIN, 114, WIDTH, 2, COLOUR['rule-strong']),
  ]
}

/** The title in the largest size that leaves it few enough lines; the smallest size cuts it off. */
async function titleNode(
  fonts: Fonts,
  title: string,
  sizes: (typeof TITLES)[keyof typeof TITLES],
): Promise<{ node: Node; height: number }> {
  const set = (size: number, style: Style) =>
    text(title, 'heading', size, 'ink', { lineHeight: TITLE_LEADING, width: WIDTH, ...style })
  const counts = await fonts.countLines(
    sizes.map(({ size }) => ({ node: set(size, { overflowWrap: 'anywhere' }), height: size * TITLE_LEADING })),
    WIDTH,
  )
  const fitting = sizes.findIndex(({ most }, index) => (counts[index] ?? 0) <= most)
  const index = fitting === -1 ? sizes.length - 1 : fitting
  const { size, most } = sizes[index] ?? sizes[0]
  const count = Math.min(most, counts[index] ?? most)
  return { node: set(size, lines(most)), height: count * size * TITLE_LEADING }
}

/** Title, who and when, and what was said or what it was, from the top down to `bottom`. */
async function wordNodes(fonts: Fonts, card: CardView, bottom: number): Promise<Node[]> {
  const { title, line, quotation, summary, phases } = card
  const words = phases ? undefined : quotation === undefined ? summary : `“${quotation}”`
  const heading = await titleNode(fonts, title, words === undefined && !phases ? TITLES.alone : TITLES.aboveMore)
  const top = TITLE_TOP + heading.height + LINE_HEIGHT + WORDS.gap
  const most = Math.floor((bottom - top) / WORDS.leading)
  const barred: Style =
    quotation === undefined
      ? {}
      : { borderLeft: `${WORDS.bar}px solid ${COLOUR.signal}`, paddingLeft: WORDS.indent, boxSizing: 'border-box' }
  return [
    container(at(MARGIN, TITLE_TOP, { width: WIDTH, display: 'flex', flexDirection: 'column' }), [
      heading.node,
      text(line, 'plain', 30, 'ink-soft', { ...ONE_LINE, width: WIDTH, lineHeight: `${LINE_HEIGHT}px` }),
      ...(words === undefined || most < 1
        ? []
        : [
            text(words, 'prose', WORDS.size, 'ink', {
              ...lines(most),
              ...barred,
              width: WIDTH,
              marginTop: WORDS.gap,
              lineHeight: `${WORDS.leading}px`,
            }),
          ]),
    ]),
  ]
}

/** Names and values side by side. */
function factNodes(facts: CardView['facts'], top: number): Node[] {
  if (facts.length === 0) return []
  const column = WIDTH / facts.length
  const style: Style = { ...ONE_LINE, width: column - 32, lineHeight: '40px' }
  return [
    box(MARGIN, top, WIDTH, 2, COLOUR.rule),
    ...facts.flatMap(({ name, value }, index) => [
      text(name, 'plain', 24, 'ink-soft', at(MARGIN + column * index, top + 8, style)),
      text(value, 'strong', 30, 'ink', at(MARGIN + column * index, top + 46, style)),
    ]),
  ]
}

/**
 * The bands of a phase, one for each of its names, in whole pixels: one that is there at all is at least one pixel
 * wide.
 */
function bandNodes({ names }: Phase, left: number, top: number, width: number, height: number): Node[] {
  const x = Math.round(left)
  const wide = Math.max(1, Math.round(left + width) - x)
  return names.map((name, band) => {
    const y = Math.round(top + (height / names.length) * band)
    const high = Math.round(top + (height / names.length) * (band + 1)) - y
    return box(x, y, wide, high, PHASE_COLOUR[name], { opacity: PHASE_OPACITY })
  })
}

/** A slanted gap: this piece of the strip is not to scale. */
function gapNode(centre: number): Node {
  const height = STRIP.height + 2 * STRIP.beyond
  const side = `${STRIP.edge}px solid ${COLOUR['ink-soft']}`
  return box(centre - STRIP.gap / 2, STRIP.top - STRIP.beyond, STRIP.gap, height, COLOUR.page, {
    borderLeft: side,
    borderRight: side,
    transform: `skewX(${(-Math.atan(STRIP.slant / height) * 180) / Math.PI}deg)`,
  })
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** An entry of the legend beneath a strip: the bands of a phase, its names and its length. */
function legendNode(phase: Phase): Node {
  const length = phase.broken ? `${phase.length}, not to scale` : phase.length
  const style: Style = { lineHeight: `${LEGEND.row}px`, whiteSpace: 'nowrap', marginRight: 10 }
  return container({ display: 'flex', alignItems: 'center', height: LEGEND.row }, [
    container(
      { position: 'relative', width: LEGEND.swatch, height: LEGEND.swatch, marginRight: 12 },
      bandNodes(phase, 0, 0, LEGEND.swatch, LEGEND.swatch),
    ),
    text(sentence(phase.names.join(', ')), 'strong', LEGEND.size, 'ink', style),
    text(length, 'plain', LEGEND.size, 'ink-soft', { ...style, marginRight: 40 }),
  ])
}

/**
 * The shape of an incident to scale, as pages draw it (components/timeline/PhaseStrip), with the list of its phases.
 */
function stripNodes({ phases, boundaries }: Phases): Node[] {
  const { top, height, boundary } = STRIP
  const along = (percent: number) => MARGIN + (WIDTH * percent) / 100
  return [
    ...phases.flatMap((phase) => bandNodes(phase, along(phase.x), top, (WIDTH * phase.width) / 100, height)),
    ...phases.filter(({ broken }) => broken).map(({ x, width }) => gapNode(along(x + width / 2))),
    ...boundaries.map(({ x }, index) => {
      const name = phases[index]?.names[0]
      const left = Math.round(along(x)) - (index === boundaries.length - 1 ? boundary : 0)
      return box(left, top, boundary, height, name === undefined ? COLOUR['ink-soft'] : PHASE_COLOUR[name])
    }),
    container(
      at(MARGIN, top + height + 20, {
        width: WIDTH,
        height: LEGEND.row * LEGEND.rows,
        display: 'flex',
        flexWrap: 'wrap',
        alignContent: 'flex-start',
        overflow: 'hidden',
      }),
      phases.map(legendNode),
    ),
  ]
}

/** The picture of a record as a tree of nodes: paper and ink, the shape of an incident to scale. `fonts` draws it. */
export async function cardPicture(fonts: Fonts, card: CardView): Promise<Node> {
  const shown = drawableCard(card, fonts.has)
  const bottom = shown.phases ? STRIP.top : shown.facts.length > 0 ? 466 : 560
  return container({ ...PICTURE, position: 'relative', backgroundColor: COLOUR.page }, [
    ...topNodes(shown),
    ...(await wordNodes(fonts, shown, bottom - 10)),
    ...(shown.phases ? stripNodes(shown.phases) : factNodes(shown.facts, bottom)),
    text(shown.id, 'mono', 22, 'ink-faint', at(MARGIN, 572, { ...ONE_LINE, width: WIDTH, lineHeight: '30px' })),
  ])
}
