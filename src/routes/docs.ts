import type { MDXInstance } from 'astro'
import { AstroError } from 'astro/errors'
import { builtIn, own } from 'virtual:aftermath/guides'

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
      name: path.replace(/^.*\/|\.mdx?$/g, ''),
      Content,
    }))
    .sort((a, b) => (a.order ?? 99) - (b.order ?? 99) || a.title.localeCompare(b.title, 'en'))

/** The file of a guide of the site’s own with what its front matter says. */
function ownGuide([path, module]: readonly [string, MDXInstance<Record<string, unknown>>]) {
  const { title, summary, order } = module.frontmatter
  if (typeof title === 'string' && typeof summary === 'string' && (order === undefined || typeof order === 'number'))
    return [path, module as unknown as MDXInstance<DocFrontMatter>] as const
  throw new AstroError(
    `${path.slice(1)}: expected front matter with title and summary, ` +
      'each a text, and with order as a number or not at all',
    'Begin the file with these lines:\n\n---\ntitle: Who is on call\nsummary: How to find out who is on call.\n---',
  )
}

/**
 * The guides in their order: those of the site’s own, and ours where it shows them. Of two with one name the site’s own
 * is shown.
 */
export function guides(): Doc[] {
  const mine = Object.fromEntries(Object.entries(own).map(ownGuide))
  const names = new Set(inOrder(mine).map(({ name }) => name))
  const ours: Readonly<Record<string, MDXInstance<DocFrontMatter>>> = builtIn
    ? import.meta.glob('../docs/guides/*.mdx', { eager: true })
    : {}
  return [...inOrder(mine), ...inOrder(ours).filter(({ name }) => !names.has(name))]
}

/** The pages of the rules, by title. */
export const rulePages = (): Doc[] => inOrder(import.meta.glob('../docs/rules/*.mdx', { eager: true }))
