import { either } from './patterns.ts'
import { missing } from './coverage.ts'
import type { DayOrder } from './days.ts'
import {
  type Block,
  childrenOf,
  type Document,
  lineOf,
  type Node,
  oneLine,
  plain,
  type Section,
  within,
} from './document.ts'
import type { ImportSettings } from './draft.ts'
import { type Header, HeaderReader } from './header-reader.ts'
import { labelOf, pairOf } from './labels.ts'

/** The text of a value of front matter, as a line would say it. */
function valueText(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const parts = value.map(valueText)
    return parts.every((part) => part !== undefined) ? parts.join(', ') : undefined
  }
  if (typeof value === 'object' && value !== null) {
    const name: unknown = 'name' in value ? value.name : undefined
    return typeof name === 'string' ? name : undefined
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : undefined
}

/** A unit of a block that may be a label with its value: a line, an item, a row. */
interface Unit {
  readonly label: string
  readonly value: string
  readonly source: string
  readonly line: number
  readonly urls: readonly string[]
}

const urlsOf = (node: Node) => within(node, 'link').map(({ url }) => url)

function lineUnits(block: Block, node: Node, text: string): (Unit | undefined)[] {
  const lines = plain(node).split('\n')
  const source = text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0).split('\n')
  const urls = urlsOf(node)
  return lines.map((line, index) => {
    const pair = pairOf(line)
    const own = lines.length === source.length ? (source[index] ?? '') : line
    return pair && { ...pair, source: own, line: block.line + index, urls: urls.filter((url) => own.includes(url)) }
  })
}

/** The units of a block; undefined where something in it is none. */
function unitsOf(block: Block, text: string): (Unit | undefined)[] {
  const { node } = block
  if (node.type === 'paragraph') return lineUnits(block, node, text)
  if (node.type === 'blockquote')
    return childrenOf(node).flatMap((one) => (one.type === 'paragraph' ? lineUnits(block, one, text) : [undefined]))
  if (node.type === 'list')
    return childrenOf(node).map((item) => {
      const [first, ...more] = childrenOf(item)
      const pair = first?.type === 'paragraph' && more.length === 0 ? pairOf(oneLine(plain(first))) : undefined
      return (
        pair && {
          ...pair,
          source: text.slice(item.position?.start.offset, item.position?.end.offset),
          line: lineOf(item),
          urls: urlsOf(item),
        }
      )
    })
  if (node.type === 'table')
    return node.children.map((row, index) => {
      const [label, value, ...more] = childrenOf(row)
      const pair =
        label && value && more.length === 0 ? { label: oneLine(plain(label)), value: plain(value).trim() } : undefined
      if (
        index === 0 &&
        pair &&
        !labelOf(pair.label) &&
        /^(?:field|key|item|property|attribute|metric|detail|category|)s?$/i.test(pair.label)
      )
        return { ...pair, label: '', source: '', line: block.line, urls: [] }
      return (
        pair && {
          ...pair,
          source: text.slice(row.position?.start.offset, row.position?.end.offset),
          line: lineOf(row),
          urls: urlsOf(row),
        }
      )
    })
  return []
}

const HEAD_SECTION = either(
  'i',
  String.raw`^(?:(?:incident|general|basic|key) )?(?:details?|metadata|meta|info(?:rmation)?|overview|summary|facts)$`,
  String.raw`^(?:(?:incident|general|basic|key) )?(?:at a glance|header|basics|(?:executive|incident) summary)$`,
  String.raw`^(?:(?:incident|general|basic|key) )?incident overview$`,
)

/** Sections whose lines may be labels: what stands before the first usual heading, and sections of details. */
function headSections(document: Document): readonly Section[] {
  const firstKnown = document.sections.findIndex(
    ({ kind, heading, depth }) => kind !== undefined && heading !== undefined && depth > 0,
  )
  return document.sections.filter(
    (section, index) =>
      index < (firstKnown === -1 ? 2 : firstKnown) ||
      section.depth <= 1 ||
      HEAD_SECTION.test(section.title.replace(/^[\d.\s]+/, '')),
  )
}

/** Reads the head of a document; blocks and lines that it takes whole get what they were turned into. */
export function headerOf(document: Document, settings: ImportSettings, order: DayOrder | undefined): Header {
  const reader = new HeaderReader(settings, order)
  const { header } = reader
  for (const [key, value] of Object.entries(document.front)) {
    const label = labelOf(key.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').replace(/[_-]+/g, ' ')) ?? labelOf(key)
    const words = valueText(value)
    const held = label && words !== undefined ? reader.take(label, key, words, []) : undefined
    const isHeld = held !== undefined && words !== undefined && missing(words, held).length === 0
    if (!isHeld && !(value === null || value === '')) header.left[key] = value
  }
  for (const section of headSections(document))
    for (const block of section.blocks) takeBlock(reader, block, document.text)
  return header
}

function takeBlock(reader: HeaderReader, block: Block, text: string): void {
  if (block.accounts !== undefined) return
  const units = unitsOf(block, text)
  const known = units.filter((unit) => unit && labelOf(unit.label))
  // One label in a paragraph of prose is a sentence with a colon.
  if (known.length === 0 || known.length < units.length * 0.4) return
  const left: string[] = []
  const accounts: string[] = []
  let whole = true
  const source = text.slice(block.from, block.to).split('\n')
  units.forEach((unit, index) => {
    const label = unit && labelOf(unit.label)
    const held = unit && label ? reader.take(label, unit.label, unit.value, unit.urls, unit.line) : undefined
    const isHeld =
      unit !== undefined &&
      (unit.source === '' ||
        (held !== undefined && missing(unit.source, [unit.label, unit.value === '' ? '' : '', ...held]).length === 0))
    if (isHeld) accounts.push(unit.source, unit.label)
    else {
      whole = false
      left.push(
        unit && unit.source !== ''
          ? unit.source
          : block.node.type === 'paragraph' && units.length === source.length
            ? (source[index] ?? '')
            : '',
      )
    }
  })
  if (whole) block.accounts = accounts
  else if (block.node.type === 'paragraph' && units.length === source.length) block.remaining = left.join('\n')
  else if (block.node.type === 'list' && left.every((one) => one !== '')) block.remaining = left.join('\n')
}
