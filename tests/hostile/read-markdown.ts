import { markdownToMdast, type MdastNode } from 'satteri'

/** What a reader of plain Markdown (GFM, HTML included) finds in a text. */
export interface ReadMarkdown {
  /** Schemes that links and pictures lead to; none for a relative address. */
  readonly schemes: ReadonlySet<string>
  /** HTML, tag by tag. */
  readonly html: readonly string[]
  readonly headings: readonly string[]
  readonly links: readonly { readonly url: string; readonly words: string }[]
  /** All words in order. */
  readonly words: string
}

const childrenOf = (node: MdastNode): readonly MdastNode[] => ('children' in node ? node.children : [])
const wordsOf = (node: MdastNode): string =>
  'value' in node ? String(node.value) : childrenOf(node).map(wordsOf).join('')
const schemeOf = (url: string) => /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()

/** Reads a text as a program does that knows nothing of this site. */
export function readMarkdown(text: string, frontmatter = false): ReadMarkdown {
  const tree = markdownToMdast(text, { features: { frontmatter, gfm: true } })
  const found = {
    schemes: new Set<string>(),
    html: [] as string[],
    headings: [] as string[],
    links: [] as { url: string; words: string }[],
    words: wordsOf(tree),
  }
  const visit = (node: MdastNode): void => {
    if (node.type === 'html') found.html.push(node.value)
    if (node.type === 'heading') found.headings.push(wordsOf(node))
    if (node.type === 'link') found.links.push({ url: node.url, words: wordsOf(node) })
    const scheme =
      node.type === 'link' || node.type === 'image' || node.type === 'definition' ? schemeOf(node.url) : undefined
    if (scheme !== undefined) found.schemes.add(scheme)
    childrenOf(node).forEach(visit)
  }
  visit(tree)
  return found
}
