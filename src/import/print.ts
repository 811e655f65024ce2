import { Document, isMap, isScalar, isSeq, visit } from 'yaml'
import type { Companion, Draft } from './draft.ts'

const INLINE = 110

/** The order in which the fields of an incident are written. */
const ORDER: readonly (keyof Draft['fields'])[] = [
  'title',
  'summary',
  'account',
  'recordStatus',
  'tlp',
  'kind',
  'severity',
  'state',
  'detectedBy',
  'published',
  'organization',
  'sources',
  'identifiers',
  'people',
  'organizations',
  'products',
  'tags',
  'milestones',
  'timeline',
  'impact',
  'findings',
  'actions',
  'history',
]

/**
 * Front matter as authors write it: texts that YAML could read otherwise in quotes, short parts on one line, long ones
 * in a block.
 */
function yamlOf(fields: Readonly<Record<string, unknown>>): string {
  const document = new Document(fields, { aliasDuplicateObjects: false })
  visit(document, {
    Scalar(key, node) {
      // A time stays the text that it is, and reads as one.
      if (key === 'value' && typeof node.value === 'string' && /^\.{0,2}\/?\d{4}(?:-|$)/.test(node.value))
        node.type = 'QUOTE_DOUBLE'
    },
    Map(key, node) {
      if (key === null || typeof key !== 'number') return
      const short = node.items.every(
        ({ value }) => isScalar(value) || (isMap(value) && value.items.every((one) => isScalar(one.value))),
      )
      const text = JSON.stringify(node.toJSON())
      if (short && text.length <= INLINE && !text.includes('\\n')) node.flow = true
    },
  })
  for (const pair of (isMap(document.contents) ? document.contents.items : []) as { value: unknown }[])
    if (isSeq(pair.value) && pair.value.items.every((one) => isScalar(one))) pair.value.flow = true
  for (const node of ownersOf(document)) node.flow = true
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}

/** Small maps below a part, such as an owner: always on one line. */
function ownersOf(document: Document): { flow?: boolean }[] {
  const found: { flow?: boolean }[] = []
  visit(document, {
    Pair(_, pair) {
      if (isMap(pair.value)) found.push(pair.value)
    },
  })
  return found
}

/** The text of an incident’s file. */
export const printDraft = ({ fields, body }: Draft): string => {
  const front = yamlOf(
    Object.fromEntries(ORDER.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]]))),
  )
  return `---\n${front}---\n${body === '' ? '' : `\n${body}\n`}`
}

/** The text of another record’s file. */
export const printCompanion = ({ fields }: Companion): string => yamlOf(fields)
