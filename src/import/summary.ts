import { type Block, type Document, oneLine, plain } from './document.ts'
import { plainText, sentences } from './words.ts'

const MOST = 300

const isProse = ({ node, accounts, remaining }: Block) =>
  node.type === 'paragraph' &&
  !/^(?:created|last (?:modified|updated)|added|edited) by /i.test(oneLine(plain(node))) &&
  accounts === undefined &&
  remaining === undefined &&
  oneLine(plain(node)).length > 30

const isSentence = ({ node, accounts, remaining }: Block) =>
  node.type === 'paragraph' &&
  accounts === undefined &&
  remaining === undefined &&
  /\w \w/.test(oneLine(plain(node))) &&
  /[.!]$/.test(oneLine(plain(node)))

/** The sentences of a text that fit into a summary; cut between words where the first is too long. */
export function shorten(text: string): string {
  if (text.length <= MOST) return text
  let kept = ''
  for (const sentence of sentences(text)) {
    if ((kept + sentence).trim().length > MOST) break
    kept += sentence
  }
  if (kept.trim() !== '') return kept.trim()
  const cut = text.lastIndexOf(' ', MOST - 2)
  return `${text.slice(0, cut === -1 ? MOST - 2 : cut)} …`
}

/**
 * A summary of a document: its own where it is short enough, else the first sentences of it or of what the document
 * begins with. A section that the summary holds whole is marked as placed.
 */
export function summaryOf(document: Document, said: string | undefined, title: string): string | undefined {
  const own = document.sections.find(
    ({ kind, blocks }) => kind === 'summary' && blocks.some((block) => isProse(block) || isSentence(block)),
  )
  const blocks = (
    own ??
    document.sections.find(({ blocks: all, kind }) => (kind === undefined || kind === 'impact') && all.some(isProse))
  )?.blocks
  if (said !== undefined) return said
  const paragraphs = blocks?.filter(({ node }) => node.type === 'paragraph') ?? []
  const told = own ? paragraphs : paragraphs.filter(isProse).slice(0, 1)
  const whole = plainText(oneLine(told.map(({ node }) => plain(node)).join(' ')))
  if (whole === '') return plainText(title) || undefined
  if (whole.length > MOST) return shorten(whole)
  if (own) for (const block of told) block.accounts = [plain(block.node)]
  return whole
}
