import type { ElementContent } from 'hast'
import { common, createLowlight } from 'lowlight'

const known = createLowlight(common)

/** A listing beyond this length is data rather than code to be read, and is printed plain. */
const LONGEST = 20_000

/**
 * The words of a listing with those of its language marked by classes (`hl-keyword`), never by styles, which the policy
 * of the pages refuses. The text stays what it was. Undefined where the language is none that is known.
 * @param className classes of the `code` element, among which Markdown writes `language-NAME`.
 */
export function highlighted(className: unknown, text: string): ElementContent[] | undefined {
  const classes: readonly unknown[] = Array.isArray(className) ? className : []
  const language = classes.map((name) => /^language-(\S+)$/.exec(String(name))?.[1]).find((name) => name !== undefined)
  if (language === undefined || text.length > LONGEST || !known.registered(language)) return undefined
  const { children } = known.highlight(language, text, { prefix: 'hl-' })
  return children.flatMap((node) => (node.type === 'element' || node.type === 'text' ? [node] : []))
}
