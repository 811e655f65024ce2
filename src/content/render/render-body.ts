import type { Element, ElementContent, Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { mdxToHast } from 'satteri'
import type { BodyContext } from '#content/prose/body-context.ts'
import { PROSE_RENDERERS } from '#content/prose/components.ts'
import type { Grammar } from '#text/grammar.ts'
import { isComment, literalValue } from '#text/literal.ts'
import { MARKDOWN_FEATURES } from '#text/markdown-features.ts'
import { markdownHast } from './markdown-hast.ts'
import { bodyTransform, finished, type Transform, wordsOf } from './transform.ts'

/**
 * Renders a body to HTML without style attributes, handlers or other origins. Text is always escaped, and no code runs:
 * an expression is read as a literal or refused.
 * @param text what `readBody` returned, after `cutReferences`.
 * @throws when the text holds what `readBody` refuses.
 */
export function renderBody(text: string, context: BodyContext, grammar: Grammar = 'mdx'): string {
  const conversion = { context, transform: bodyTransform(context, grammar) }
  return toHtml({ type: 'root', children: finished(nodesOf(text, grammar, conversion)) })
}

function nodesOf(text: string, grammar: Grammar, conversion: Conversion): ElementContent[] {
  if (grammar === 'md') return markdownHast(text).flatMap((node) => convert(node, conversion))
  const root = mdxToHast(`${text}\n`, { features: MARKDOWN_FEATURES, position: false })
  if (root.type !== 'root') throw new Error(`the parser gave a ${root.type} where a root was expected`)
  return contentOf(root, conversion)
}

type MdxElement = Extract<RootContent, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>

interface Conversion {
  readonly context: BodyContext
  readonly transform: Transform
}

const contentOf = (parent: Root | Element | MdxElement, conversion: Conversion): ElementContent[] =>
  parent.children.flatMap((child) => convert(child, conversion))

function convert(node: RootContent, conversion: Conversion): ElementContent[] {
  switch (node.type) {
    case 'text':
      return [node]
    case 'element':
      // Words as the author wrote them: the checker counts no labels that components print.
      return conversion.transform({ ...node, children: contentOf(node, conversion) }, wordsOf(node))
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return component(node, conversion)
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return literal(node.value)
    default:
      throw unreadable(`a ${node.type}`)
  }
}

function component(node: MdxElement, conversion: Conversion): ElementContent[] {
  const render = PROSE_RENDERERS.get(node.name ?? '')
  if (render === undefined) throw unreadable(`<${node.name ?? ''}>`)
  const attributes = new Map<string, string>()
  for (const one of node.attributes) {
    if (one.type !== 'mdxJsxAttribute') throw unreadable('a spread attribute')
    const value =
      typeof one.value === 'object' && one.value !== null ? literalValue(one.value.value) : (one.value ?? '')
    if (value === undefined) throw unreadable('an attribute with code')
    attributes.set(one.name, String(value))
  }
  return render({
    attributes,
    children: contentOf(node, conversion),
    inline: node.type === 'mdxJsxTextElement',
    context: conversion.context,
  })
}

function literal(code: string): ElementContent[] {
  const value = literalValue(code)
  if (value === undefined && !isComment(code)) throw unreadable('code')
  return value === undefined || typeof value === 'boolean' ? [] : [{ type: 'text', value: String(value) }]
}

// The reader refuses these with a place and a remedy, so to meet one here is a fault of the program, and it must not be
// printed.
const unreadable = (what: string) => new Error(`a body to be rendered contains ${what}, which the reader refuses`)
