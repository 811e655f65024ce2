import { routes } from '#urls.ts'
import { KINDS, type Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'

interface Item {
  readonly text: string
  readonly href: string
}

const address = (href: string): string => (href.endsWith('/') ? href.slice(0, -1) : href)

/**
 * Says which item of the site’s own menu leads where another one does already; undefined where each leads elsewhere.
 */
export function repeatedItem(own: readonly Item[], hidden: readonly Kind[]): string | undefined {
  const ours: Item[] = [
    ...KINDS.filter((kind) => !hidden.includes(kind)).map((kind) => ({
      text: kinds[kind].label,
      href: routes.kind(kind),
    })),
    { text: 'Timeline', href: routes.timeline() },
    { text: 'Review', href: routes.review() },
  ]
  for (const [index, { text, href }] of own.entries()) {
    const other = [...ours, ...own.slice(0, index)].find((item) => address(item.href) === address(href))
    if (other !== undefined)
      return (
        `aftermath({ nav.${index} }): expected an address that no other item of the ` +
        `menu has, found "${href}" for "${text}", which "${other.text}" has`
      )
  }
  return undefined
}
