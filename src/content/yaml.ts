import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml'
import type { DataPath, SourceLocation } from '#schema/finding.ts'
import { findLostWords, keyOf, unquotedCommas } from './lost-words.ts'
import type { Report } from './report.ts'
import { syntaxRemedy } from './yaml-remedy.ts'

/** A parsed YAML text: its plain value and where each data path stands in the file. */
export interface ParsedYaml {
  readonly value: unknown
  readonly locate: (path: DataPath) => SourceLocation
  /** What stands in the file for the plain value at a path; undefined where that is no plain value. */
  readonly written?: (path: DataPath) => string | undefined
}

const DATE = /^\d{4}-\d{2}(-\d{2}([T ].*)?)?$/
// Enough for every real record; a bomb needs many more.
const MAX_ALIASES = 50
const MAX_DEPTH = 40
// Three times the longest record there is. What is parsed stays in memory, some hundred times as large as it is
// written.
export const MAX_FIELDS = 200_000

/**
 * Where a path stands: at its value, else at the nearest holder that is there. Unknown keys are found at the key
 * itself.
 */
function locator(document: Document, lines: LineCounter, offset: number): (path: DataPath) => SourceLocation {
  const at = (index: number): SourceLocation => {
    const { line, col } = lines.linePos(index)
    return { line: Math.max(1, line) + offset, column: Math.max(1, col) }
  }
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const key = path[length - 1]
      const holder = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
      const pair = holder && typeof holder === 'object' && 'items' in holder ? pairOf(holder.items, key) : undefined
      if (pair !== undefined) return at(pair)
    }
    return { line: 1 + offset, column: 1 }
  }
}

function pairOf(items: unknown, key: string | number | undefined): number | undefined {
  if (!Array.isArray(items)) return undefined
  const start = (node: unknown) =>
    node && typeof node === 'object' && 'range' in node && Array.isArray(node.range) ? Number(node.range[0]) : undefined
  if (typeof key === 'number') return start(items[key])
  const pair: unknown = items.find(
    (item) => item && typeof item === 'object' && 'key' in item && isScalar(item.key) && item.key.value === key,
  )
  return pair && typeof pair === 'object' && 'key' in pair ? start(pair.key) : undefined
}

/** Where a key of a map stands that stood there before, and where it did. */
function repeatedKeys({ items }: YAMLMap): [again: number, first: number][] {
  const seen = new Map<unknown, number>()
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return []
    const [at, first] = [key.range?.[0] ?? 0, seen.get(key.value)]
    if (first !== undefined) return [[at, first]]
    seen.set(key.value, at)
    return []
  })
}

/** What the file says at a path, where it is a value without quotes: `7.10`, which as a number is 7.1. */
const reader =
  (document: Document) =>
  (path: DataPath): string | undefined => {
    const node: unknown = document.getIn(path, true)
    return isScalar(node) && node.type === 'PLAIN' ? node.source : undefined
  }

/**
 * Parses YAML 1.2 (core schema, no tags, few aliases). `offset` is the number of lines before it in the file; a date
 * without quotes may stand under the keys of `plainDates`. Returns undefined after reporting every syntax error;
 * unquoted dates are reported and do not stop the reading.
 */
export function parseYaml(
  text: string,
  file: string,
  report: Report,
  offset = 0,
  plainDates: readonly string[] = [],
): ParsedYaml | undefined {
  if (text.length > MAX_FIELDS) {
    report.add('file-size', file, {
      line: 1 + offset,
      message:
        `expected at most ${MAX_FIELDS.toLocaleString('en-GB')} characters of ` +
        `fields, found ${text.length.toLocaleString('en-GB')}`,
      fix: 'split the record, or keep attachments outside the record file',
    })
    return undefined
  }
  const lines = new LineCounter()
  // Keys are compared below: the parser compares each with every other.
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    prettyErrors: false,
    uniqueKeys: false,
    stringKeys: true,
  })
  const position = (index: number) => ({ line: lines.linePos(index).line + offset, column: lines.linePos(index).col })
  const written = text.split('\n')
  const lineAt = (index: number, off = 0) => written[lines.linePos(index).line - 1 + off] ?? ''
  const unsound = (index: number, message: string, fix?: string) =>
    report.add('yaml-syntax', file, {
      ...position(index),
      message: `expected well-formed YAML: ${message.replace(/\s+/g, ' ')}`,
      fix: fix ?? syntaxRemedy(lineAt(index), lineAt(index, -1), message),
    })
  // The parser of thousands of levels runs out of stack, and says so of a place where nothing is wrong.
  let deep = document.errors.some(({ message }) => message.includes('call stack'))
  if (!deep) for (const problem of [...document.errors, ...document.warnings]) unsound(problem.pos[0], problem.message)
  // What has an error is looked at all the same, so that everything is said at once.
  let repeated = document.errors.length + document.warnings.length > 0
  let circular: Alias | undefined
  visit(deep ? null : document, (_key, node, parents) => {
    if (parents.length > MAX_DEPTH * 2) {
      deep = true
      return visit.BREAK
    }
    if (isAlias(node) && parents.some((holder) => isCollection(holder) && holder.anchor === node.source)) {
      circular ??= node
      return visit.BREAK
    }
    for (const [index, first] of isMap(node) ? repeatedKeys(node) : []) {
      repeated = true
      const { line } = position(first)
      unsound(index, 'Map keys must be unique', `keep one of the two; the first stands on line ${line}`)
    }
    for (const { at, ...words } of isMap(node) && node.flow === true ? unquotedCommas(node) : []) {
      repeated = true
      report.add('yaml-syntax', file, { ...position(at), ...words })
    }
    if (isScalar(node) && node.type === 'PLAIN')
      findLostWords(node, parents.at(-1), text, (at, words) =>
        report.add('yaml-lost-words', file, { ...position(at), ...words }),
      )
    if (
      isScalar(node) &&
      node.type === 'PLAIN' &&
      DATE.test(node.source ?? '') &&
      parents.at(-1) !== undefined &&
      !(parents.length === 3 && plainDates.includes(keyOf(parents.at(-1)) ?? ''))
    )
      report.add('unquoted-date', file, {
        ...position(node.range?.[0] ?? 0),
        message: `expected a quoted date, found ${node.source} without quotes`,
        fix: `write "${node.source}"`,
      })
    return undefined
  })
  if (repeated && !deep) return undefined
  if (deep) {
    report.add('yaml-syntax', file, {
      line: 1 + offset,
      column: 1,
      message: `expected at most ${MAX_DEPTH} levels of nesting, found more`,
      fix: 'flatten the record',
    })
    return undefined
  }
  if (circular !== undefined) {
    report.add('yaml-syntax', file, {
      ...position(circular.range?.[0] ?? 0),
      message: `expected values that do not hold themselves, found *${circular.source} inside &${circular.source}`,
      fix: 'write the value out',
    })
    return undefined
  }
  try {
    return {
      value: document.toJS({ maxAliasCount: MAX_ALIASES }),
      locate: locator(document, lines, offset),
      written: reader(document),
    }
  } catch (error) {
    report.add('yaml-syntax', file, {
      line: 1 + offset,
      column: 1,
      message:
        `expected at most ${MAX_ALIASES} uses of aliases: ` +
        `${error instanceof Error ? error.message : String(error)}`,
      fix: 'write the values out',
    })
    return undefined
  }
}
