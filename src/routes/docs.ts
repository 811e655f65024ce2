import type { MDXInstance } from 'astro'

/** What the product’s own pages say of themselves before their text. */
interface DocFrontMatter {
  readonly title: string
  readonly summary: string
  /** Place in the list of its folder; those without one follow by title. */
  readonly order?: number
}

/** A page of the product’s own documentation: a guide or the page of a rule. */
export interface Doc extends DocFrontMatter {
  readonly name: string
  readonly Content: MDXInstance<DocFrontMatter>['Content']
}

const inOrder = (modules: Readonly<Record<string, MDXInstance<DocFrontMatter>>>): Doc[] =>
  Object.entries(modules)
    .map(([path, { frontmatter, Content }]) => ({
      ...frontmatter,
      name: path.replace(/^.*\/|\.mdx$/g, ''),
      Content,
    }))
    .sort((a, b) => (a.order ?? 99) - (b.order ?? 99) || a.title.localeCompare(b.title, 'en'))

/** The guides, in their order. */
export const guides = (): Doc[] => inOrder(import.meta.glob('../docs/guides/*.mdx', { eager: true }))

/** The pages of the rules, by title. */
export const rulePages = (): Doc[] => inOrder(import.meta.glob('../docs/rules/*.mdx', { eager: true }))
