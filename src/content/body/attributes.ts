import { literalValue } from '#text/literal.ts'
import { placeAt, placeOf, spanOf, type Element, type Place } from './tree.ts'

/** One attribute as written: its value where that can be known without running code. */
export interface Attribute {
  /** Undefined for a spread. */
  readonly name: string | undefined
  /** `true` for a bare name; undefined when it is code. */
  readonly value: string | number | boolean | undefined
  /** The code, when it is code. */
  readonly code?: string
  /** Where it begins. Worked out when asked, since only problems ask. */
  place(): Place
}

/**
 * What the attributes of an element say, by name: text as it stands, or as a literal in braces. Code and spreads say
 * nothing, and a bare name says the empty text. Whoever needs no places asks here, so that all see the same.
 */
export function valuesOf(element: Element): ReadonlyMap<string, string> {
  return new Map(
    element.attributes.flatMap((attribute) => {
      if (attribute.type !== 'mdxJsxAttribute') return []
      const { name, value } = attribute
      const said = typeof value === 'object' && value !== null ? literalValue(value.value) : (value ?? '')
      return said === undefined ? [] : [[name, String(said)] as const]
    }),
  )
}

/** The attributes of an element with their places, which the parser does not give. */
export function attributesOf(element: Element, source: string): Attribute[] {
  let places: readonly Place[] | undefined
  return element.attributes.map((attribute, index) => {
    const place = () => (places ??= placesOf(element, source))[index] ?? placeOf(element)
    if (attribute.type === 'mdxJsxExpressionAttribute')
      return { place, name: undefined, value: undefined, code: attribute.value }
    const { name, value } = attribute
    if (value === null || value === undefined) return { place, name, value: true }
    if (typeof value === 'string') return { place, name, value }
    const literal = literalValue(value.value)
    return literal === undefined
      ? { place, name, value: undefined, code: value.value }
      : { place, name, value: literal }
  })
}

function placesOf(element: Element, source: string): Place[] {
  const { from, to } = spanOf(element)
  return attributeOffsets(source.slice(from, to), (element.name ?? '').length + 1).map((offset) =>
    placeAt(source, from + offset),
  )
}

/** Offsets at which the attributes of an opening tag begin; it is known to be well-formed. */
function attributeOffsets(tag: string, from: number): number[] {
  const offsets: number[] = []
  let at = from
  while (at < tag.length) {
    const char = tag.charAt(at)
    if (char === '>' || char === '/') break
    if (/\s/.test(char)) {
      at += 1
      continue
    }
    offsets.push(at)
    if (char !== '{') at += /^[^\s=/>{]*(?:\s*=\s*)?/.exec(tag.slice(at))?.[0].length ?? 1
    if (offsets.at(-1) === at || /=\s*$/.test(tag.slice(offsets.at(-1), at))) at = valueEnd(tag, at)
  }
  return offsets
}

function valueEnd(tag: string, at: number): number {
  const open = tag.charAt(at)
  if (open === '"' || open === "'") return endOr(tag, tag.indexOf(open, at + 1))
  let depth = 0
  for (let index = at; index < tag.length; index += 1) {
    const char = tag.charAt(index)
    if (char === '"' || char === "'" || char === '`') index = endOr(tag, tag.indexOf(char, index + 1)) - 1
    if (char === '{') depth += 1
    if (char === '}') depth -= 1
    if (depth === 0) return index + 1
  }
  return tag.length
}

const endOr = (tag: string, at: number) => (at === -1 ? tag.length : at + 1)
