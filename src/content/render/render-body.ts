import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { BodyContext } from '#content/prose/body-context.ts'
import { dresser } from './dress.ts'
import { unlinkLost } from './dress-link.ts'
import { fromCode } from './from-code.ts'
import { fromTree } from './from-tree.ts'

/** How a body is rendered; both as it was read. */
export interface RenderBodyOptions {
  /** Whether it may run as code (`trustedMdx` in site.yaml). */
  readonly trusted: boolean
  /** Whether it holds the minutes of a meeting. */
  readonly minutes: boolean
}

/**
 * Renders a body to HTML without style attributes, handlers or other origins. Text is always escaped.
 * @param text what `readBody` returned, after `cutReferences`.
 * @throws when the text holds what `readBody` refuses.
 */
export function renderBody(text: string, context: BodyContext, options: RenderBodyOptions): string {
  const dress = dresser(context, options.minutes)
  const nodes: ElementContent[] = options.trusted ? fromCode(text, context, dress) : fromTree(text, context, dress)
  return toHtml({ type: 'root', children: unlinkLost(nodes) })
}
