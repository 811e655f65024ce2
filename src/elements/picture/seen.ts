import { colourReader } from './colour.ts'
import {
  hatched,
  type Outline,
  type Paint,
  type Picture,
  rectangle,
  type Shape,
  UNPAINTED,
  type Words,
} from './shapes.ts'

type Read = (colour: string) => string

const [MARGIN, FOOT] = [24, 28]
const LEFT_OUT =
  'button, select, input, output, nav, script, title, noscript, kb-share, kb-log, .past, .sr, [hidden], [data-orders]'

/**
 * Puts what each `use` refers to in its place, so that it is painted as it is seen there; the result takes that back.
 */
function unfoldUses(root: Element): () => void {
  const back: (() => void)[] = []
  for (;;) {
    const [use] = root.querySelectorAll<SVGUseElement>('svg use')
    if (!use) break
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g')
    const shape = document.getElementById(use.href.baseVal.slice(1))?.cloneNode(true)
    if (shape instanceof Element) group.append(shape)
    group.setAttribute('transform', `translate(${use.x.baseVal.value} ${use.y.baseVal.value})`)
    use.replaceWith(group)
    back.unshift(() => group.replaceWith(use))
  }
  return () => {
    for (const undo of back) undo()
  }
}

/** Nothing of it is seen: it is folded, or kept for those who listen. */
const isUnseen = (element: Element): boolean =>
  element.matches(LEFT_OUT) ||
  !element.checkVisibility({ visibilityProperty: true }) ||
  (!(element instanceof SVGElement) && getComputedStyle(element).clipPath !== 'none')

function paintOf(style: CSSStyleDeclaration, read: Read): Paint {
  return {
    fill: style.fill.startsWith('url') ? 'none' : read(style.fill),
    stroke: read(style.stroke),
    strokeWidth: Number.parseFloat(style.strokeWidth),
    dash: style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map(Number.parseFloat),
  }
}

/** The outline of a shape of SVG in its own units; undefined for what is none. */
function outlineOf(shape: SVGElement): string | undefined {
  if (shape instanceof SVGPathElement) return shape.getAttribute('d') ?? undefined
  if (shape instanceof SVGLineElement) {
    const [x1, y1, x2, y2] = [shape.x1, shape.y1, shape.x2, shape.y2].map(({ baseVal }) => baseVal.value)
    return `M${x1} ${y1}L${x2} ${y2}`
  }
  if (shape instanceof SVGCircleElement) {
    const [x = 0, y, r = 0] = [shape.cx, shape.cy, shape.r].map(({ baseVal }) => baseVal.value)
    return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
  }
  if (!(shape instanceof SVGRectElement)) return undefined
  const { x, y, width, height } = shape.getBBox()
  return width > 0 && height > 0 ? rectangle(x, y, width, height) : undefined
}

function outlines(shape: SVGGraphicsElement, read: Read): Outline[] {
  const d = outlineOf(shape)
  const at = shape.getScreenCTM()
  if (d === undefined || !at) return []
  const style = getComputedStyle(shape)
  const own = { is: 'outline', matrix: [at.a, at.b, at.c, at.d, at.e, at.f] } as const
  const paint = paintOf(style, read)
  if (style.fill.startsWith('url')) {
    const { x, y, width, height } = shape.getBBox()
    const ground = read(getComputedStyle(document.documentElement).backgroundColor)
    return [{ ...own, ...UNPAINTED, d: hatched(x, y, width, height), stroke: ground, strokeWidth: 2 }]
  }
  return paint.fill === 'none' && paint.stroke === 'none' ? [] : [{ ...own, ...paint, d }]
}

/** The lines under and beside the cells of a table, and the ground of a part. */
function edges(element: HTMLElement, read: Read): Outline[] {
  const style = getComputedStyle(element)
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  const own = { is: 'outline', matrix: [1, 0, 0, 1, 0, 0], ...UNPAINTED } as const
  const ground = read(style.backgroundColor)
  const sides = [
    [style.borderTopWidth, style.borderTopColor, `M${left} ${top}H${right}`],
    [style.borderBottomWidth, style.borderBottomColor, `M${left} ${bottom}H${right}`],
    [style.borderLeftWidth, style.borderLeftColor, `M${left} ${top}V${bottom}`],
    [style.borderRightWidth, style.borderRightColor, `M${right} ${top}V${bottom}`],
  ] as const
  return [
    ...(ground === 'none' ? [] : [{ ...own, d: rectangle(left, top, width, height), fill: ground }]),
    ...sides
      .filter(([size]) => size !== '0px')
      .map(([size, colour, d]) => ({ ...own, d, stroke: read(colour), strokeWidth: Number.parseFloat(size) })),
  ]
}

/** The lines that a text is broken into, each with its box. */
function linesOf(text: Text): { readonly words: string; readonly box: DOMRect }[] {
  const range = document.createRange()
  const pieces = [...text.data.matchAll(/\S+\s*/g)].map(({ 0: word, index }) => {
    range.setStart(text, index)
    range.setEnd(text, index + word.trimEnd().length)
    return { word: word.trimEnd(), index, end: index + word.trimEnd().length, box: range.getBoundingClientRect() }
  })
  return [...Map.groupBy(pieces, ({ box }) => Math.round(box.bottom)).values()].flatMap((line) => {
    const [first, last] = [line[0], line.at(-1)]
    if (!first || !last) return []
    range.setStart(text, first.index)
    range.setEnd(text, last.end)
    return [{ words: line.map(({ word }) => word).join(' '), box: range.getBoundingClientRect() }]
  })
}

function wordsOf(text: Text, read: Read, measure: CanvasRenderingContext2D): Words[] {
  const holder = text.parentElement
  if (!holder) return []
  const style = getComputedStyle(holder)
  const isDrawn = holder instanceof SVGElement
  measure.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = measure.measureText('x')
  const clipped = style.overflowX === 'hidden' ? holder.getBoundingClientRect().right : Infinity
  const paint = isDrawn ? paintOf(style, read) : { ...UNPAINTED, fill: read(style.color) }
  return linesOf(text).flatMap(({ words, box: { left, top, width, height } }): Words[] => {
    if (width === 0) return []
    const room = Math.min(width, clipped - left)
    const cut = room < width - 1 ? `${words.slice(0, Math.floor((words.length * room) / width) - 1).trimEnd()}…` : words
    const [size, y] = [Number.parseFloat(style.fontSize), top + (height * above) / (above + below)]
    return [
      {
        is: 'words',
        ...paint,
        text: cut,
        x: left,
        y,
        width: room,
        size,
        weight: style.fontWeight,
        family: style.fontFamily,
      },
    ]
  })
}

function* shapesIn(node: Node, read: Read, measure: CanvasRenderingContext2D): Generator<Shape> {
  if (node instanceof Text) yield* wordsOf(node, read, measure)
  if (!(node instanceof Element) || isUnseen(node)) return
  if (node instanceof HTMLElement) yield* edges(node, read)
  if (node instanceof SVGGraphicsElement) yield* outlines(node, read)
  if (node instanceof SVGDefsElement) return
  for (const child of node.childNodes) yield* shapesIn(child, read, measure)
}

const moved = (shape: Shape, x: number, y: number): Shape => {
  if (shape.is === 'words') return { ...shape, x: shape.x + x, y: shape.y + y }
  const [a, b, c, d, e, f] = shape.matrix
  return { ...shape, matrix: [a, b, c, d, e + x, f + y] }
}

/**
 * What is seen of a part of the page, as a picture by itself: drawings, words and lines where they stand, without
 * controls and without what is folded; beyond the edge of a region that scrolls as well.
 * @param source where it is from, printed beneath
 */
export function seenPicture(root: HTMLElement, title: string, source: string): Picture {
  const read = colourReader()
  const measure = document.createElement('canvas').getContext('2d')
  const regions = [root, ...root.querySelectorAll('.table-scroll')].map(
    (region) => [region, region.scrollLeft] as const,
  )
  for (const [region] of regions) region.scrollLeft = 0
  const back = unfoldUses(root)
  const { left, top, bottom, right } = root.getBoundingClientRect()
  const shapes = measure ? [...shapesIn(root, read, measure)] : []
  const ends = [...root.querySelectorAll('table, svg')].map((part) => part.getBoundingClientRect().right)
  back()
  for (const [region, place] of regions) region.scrollLeft = place
  const page = getComputedStyle(document.body)
  const [width, height] = [Math.max(right, ...ends) - left + 2 * MARGIN, bottom - top + 2 * MARGIN + FOOT]
  const foot: Words = {
    ...UNPAINTED,
    is: 'words',
    text: source,
    fill: read(page.color),
    x: MARGIN,
    y: height - MARGIN / 2,
    width: 0,
    size: 12,
    weight: '400',
    family: page.fontFamily,
  }
  if (measure) measure.font = `400 12px ${foot.family}`
  return {
    title,
    width,
    height,
    ground: read(getComputedStyle(document.documentElement).backgroundColor),
    shapes: [
      ...shapes.map((shape) => moved(shape, MARGIN - left, MARGIN - top)),
      { ...foot, width: measure?.measureText(source).width ?? 0 },
    ],
  }
}
