import { markdownToMdast, type MdastNode } from 'satteri'
import { isReference, readAddress } from '#text/address.ts'
import { MARKDOWN_FEATURES } from '#text/markdown-features.ts'
import type { Note } from './draft.ts'
import { childrenOf, oneLine, plain, within } from './document.ts'

interface Edit {
  readonly from: number
  readonly to: number
  readonly put: string
}

const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)
const span = (node: MdastNode) => ({ from: node.position?.start.offset ?? 0, to: node.position?.end.offset ?? 0 })

const PICTURE = /\.(?:png|jpe?g|webp|avif|gif|svg|bmp|tiff?)(?:[?#].*)?$/i

/** Whether an address stays as it is: on the web, a mail address, or a heading of the same text. */
function stays(url: string, anchors: ReadonlySet<string>): boolean {
  if (url.startsWith('#')) return anchors.has(url.slice(1)) || !isReference(url)
  const address = readAddress(url)
  return address.kind === 'web' || address.kind === 'mail'
}

/** Anchors of headings, as GitHub makes them. */
const anchorsOf = (tree: MdastNode): ReadonlySet<string> =>
  new Set(
    within(tree, 'heading').map((node) =>
      oneLine(plain(node))
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )

/** The words of a link with its address behind them, as text. */
function unlinked(node: Extract<MdastNode, { type: 'link' }>, body: string): Edit {
  const [first, last] = [node.children[0], node.children.at(-1)]
  const words = first && last ? body.slice(span(first).from, span(last).to) : ''
  return { ...span(node), put: words === '' || words === node.url ? code(node.url) : `${words} (${code(node.url)})` }
}

/** A table whose rows have more cells than its head: the head gets as many, so that no cell vanishes. */
function widened(table: Extract<MdastNode, { type: 'table' }>, body: string): Edit[] {
  const { from, to } = span(table)
  const [head = '', rule = ''] = body.slice(from, to).split('\n')
  const [heads = 0, ...rows] = table.children.map((row) => childrenOf(row).length)
  const more = Math.max(0, ...rows) - heads
  if (more <= 0 || !head.includes('|')) return []
  const closed = (line: string) => line.trimEnd().replace(/(?<!\\)\|?$/, '|')
  return [
    { from, to: from + head.length, put: closed(head) + '  |'.repeat(more) },
    { from: from + head.length + 1, to: from + head.length + 1 + rule.length, put: closed(rule) + ' - |'.repeat(more) },
  ]
}

const SPACED = /\]\(([^()<>\n"`]*[^()<>\s"`][ \t][^()<>\n"`]*)\)/g

/**
 * Addresses with spaces, which no Markdown reads as such: those of pictures that are there between < and >, others as
 * text.
 */
const spaced = (node: MdastNode, body: string, hasPicture: (path: string) => boolean): Edit[] => {
  const { from, to } = span(node)
  return [...body.slice(from, to).matchAll(SPACED)].map(({ index, 0: whole, 1: path = '' }) => ({
    from: from + index,
    to: from + index + whole.length,
    put: hasPicture(path) ? `](<${path}>)` : `](${code(path)})`,
  }))
}

/**
 * Makes a body fit for its new place: links to files that did not come along become their words with the address as
 * text, and so do pictures that are not there; heads of tables get as many cells as their rows.
 * @param hasPicture whether a picture of that path can be put beside the record.
 * @returns the body, the pictures to be put beside it, and what was changed.
 */
export function settleBody(
  body: string,
  hasPicture: (path: string) => boolean,
): { body: string; pictures: string[]; notes: Note[] } {
  if (body === '') return { body, pictures: [], notes: [] }
  const tree = markdownToMdast(`${body}\n`, { features: MARKDOWN_FEATURES })
  const anchors = anchorsOf(tree)
  const edits: Edit[] = []
  const pictures = new Set<string>()
  const [links, missing] = [new Set<string>(), new Set<string>()]
  const waiting: MdastNode[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'link' && !stays(node.url, anchors)) {
      links.add(node.url)
      edits.push(unlinked(node, body))
      continue
    }
    if (node.type === 'image' && !/^https?:/i.test(node.url)) {
      const path = decoded(node.url.replace(/^\.\//, ''))
      if (hasPicture(path)) pictures.add(path)
      else if (PICTURE.test(node.url)) {
        missing.add(node.url)
        edits.push({
          ...span(node),
          put: [node.alt ?? '', `(${code(node.url)})`].filter((part) => part !== '').join(' '),
        })
      }
    }
    if (node.type === 'text') edits.push(...spaced(node, body, hasPicture))
    if (node.type === 'table') edits.push(...widened(node, body))
    waiting.push(...childrenOf(node))
  }
  const notes = [
    ...(links.size === 0
      ? []
      : [
          {
            message:
              'links to files that are not here are written as text: ' +
              `${[...links].slice(0, 5).join(', ')}${links.size > 5 ? ' …' : ''}`,
          },
        ]),
    ...(missing.size === 0
      ? []
      : [
          {
            message:
              'pictures that are not beside the document are named in the text: ' +
              `${[...missing].slice(0, 5).join(', ')}${missing.size > 5 ? ' …' : ''}`,
            fix: 'put them beside the document and import it again, or beside the record',
          },
        ]),
  ]
  return { body: edited(body, edits), pictures: [...pictures], notes }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function edited(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((one, other) => one.from - other.from)
  let [result, at] = ['', 0]
  for (const { from, to, put } of sorted) {
    // An edit within one that is made already goes with it.
    if (from < at) continue
    result += text.slice(at, from) + put
    at = to
  }
  return result + text.slice(at)
}
