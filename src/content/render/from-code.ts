import type { ElementContent, Properties } from 'hast'
import { evaluate } from 'satteri'
import type { BodyContext } from '#content/prose/body-context.ts'
import { PROSE_RENDERERS } from '#content/prose/components.ts'
import { element } from '#content/prose/element.ts'
import { MARKDOWN_FEATURES } from '#text/markdown-features.ts'
import type { Dresser } from './dress.ts'

type Props = Readonly<Record<string, unknown>>
type Component = (props: Props) => ElementContent[]

/**
 * Builds the HTML tree of a body by running it as code. Only for a folder whose owner said so (`trustedMdx` in site.yaml): what stands
 * in braces runs with the rights of the build.
 */
export function fromCode(text: string, context: BodyContext, dress: Dresser): ElementContent[] {
  const jsx = (type: unknown, props: unknown) => build(type, props, dress)
  const module = evaluate(`${text}\n`, { Fragment, jsx, jsxs: jsx, features: MARKDOWN_FEATURES, elementAttributeNameCase: 'html' })
  if (module instanceof Promise || typeof module['default'] !== 'function') throw new Error('the compiled body has no content')
  return nodesOf(module['default']({ components: componentsFor(context) }))
}

const Fragment: Component = (props) => nodesOf(props['children'])

function build(type: unknown, props: unknown, dress: Dresser): ElementContent[] {
  const given: Props = isRecord(props) ? props : {}
  if (typeof type === 'function') return nodesOf(type(given))
  const properties: Properties = {}
  for (const [name, value] of Object.entries(given)) {
    if (name === 'children') continue
    if (name === 'style' && isRecord(value)) properties['style'] = alignment(value)
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') properties[name] = value
  }
  return dress(element(String(type), properties, nodesOf(given['children'])))
}

/** The one style the compiler makes by itself: how a table column is aligned. */
const alignment = (style: Props) => (typeof style['textAlign'] === 'string' ? `text-align: ${style['textAlign']}` : '')

function nodesOf(value: unknown): ElementContent[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf)
  if (typeof value === 'string' || typeof value === 'number') return [{ type: 'text', value: String(value) }]
  return isRecord(value) && typeof value['type'] === 'string' ? [value as unknown as ElementContent] : []
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The prose components as functions of JSX props. Plain HTML stays what the author wrote. */
function componentsFor(context: BodyContext): Record<string, Component> {
  const components: Record<string, Component> = {}
  for (const [name, render] of PROSE_RENDERERS) {
    if (!/^[A-Z]/.test(name)) continue
    components[name] = (props) => {
      const attributes = new Map<string, string>()
      for (const [key, value] of Object.entries(props))
        if (key !== 'children' && value !== null && typeof value !== 'object') attributes.set(key, value === true ? '' : String(value))
      const children = nodesOf(props['children'])
      const inline = !children.some((child) => child.type === 'element' && BLOCKS.has(child.tagName))
      return render({ attributes, children, inline, context })
    }
  }
  return components
}

const BLOCKS = new Set(['p', 'ul', 'ol', 'table', 'blockquote', 'pre', 'div', 'figure', 'h2', 'h3', 'h4', 'h5', 'h6'])
