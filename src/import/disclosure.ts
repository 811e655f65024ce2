import { either } from './patterns.ts'
import { type Document, oneLine, plain } from './document.ts'
import type { Note } from './draft.ts'

const LABEL = /\bTLP[: ]\s?(RED|AMBER\+STRICT|AMBER|GREEN)\b/
const INTERNAL = either(
  'i',
  String.raw`\b(?:internal(?: use)? only|for internal use|strictly internal|confidential)\b`,
  String.raw`\b(?:(?:do not|don['’]t|not to be|please do not|please don['’]t) (?:forward|share|distribute|` +
    String.raw`disseminate|publish|be (?:shared|forwarded|distributed|published)))\b`,
  String.raw`\b(?:not for (?:public|external|distribution|publication|sharing))\b|^internal\b[.:!]`,
)
// What a document says of itself it says at its beginning.
const BLOCKS = 8

/**
 * The disclosure level that a document claims for itself near its beginning; undefined where it claims none, or the
 * site sets one.
 */
export function disclosureOf(document: Document, siteLevel: string): { tlp: string; note: Note } | undefined {
  if (siteLevel !== 'CLEAR') return undefined
  const blocks = document.sections.flatMap(({ blocks: own }) => own).slice(0, BLOCKS)
  for (const { node, line } of blocks) {
    if (node.type === 'html' || node.type === 'code') continue
    const words = oneLine(plain(node))
    const label = LABEL.exec(words)?.[1]
    const internal = words.length < 300 && INTERNAL.test(words)
    if (label === undefined && !internal) continue
    const tlp = label ?? 'AMBER+STRICT'
    return {
      tlp,
      note: {
        line,
        message: `it says "${words.slice(0, 80)}", so the record is marked tlp: ${tlp}, and no public build shows it`,
        fix: 'delete tlp from the record once it may be published',
      },
    }
  }
  return undefined
}
