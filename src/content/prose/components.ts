import type { ProseComponentRender } from './component.ts'
import { renderFigure } from './figure.ts'
import { renderNote } from './note.ts'
import { renderPlain } from './plain.ts'
import { renderQuote } from './quote.ts'
import { renderRef } from './ref.ts'
import { renderRestricted } from './restricted.ts'
import { renderSrc } from './src.ts'

/** How each component of the table in core/text/prose.ts becomes HTML. */
export const PROSE_RENDERERS: ReadonlyMap<string, ProseComponentRender> = new Map([
  ['Ref', renderRef],
  ['Quote', renderQuote],
  ['Src', renderSrc],
  ['Note', renderNote],
  ['Restricted', renderRestricted],
  ['Figure', renderFigure],
  ['abbr', renderPlain('abbr')],
  ['kbd', renderPlain('kbd')],
  ['sub', renderPlain('sub')],
  ['sup', renderPlain('sup')],
  ['br', renderPlain('br')],
])
