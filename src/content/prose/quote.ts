import type { ProseComponentRender } from './component.ts'
import { element } from './element.ts'

/** `<Quote of="statement-id#k-x" />`: words set apart, with who said them beneath. */
export const renderQuote: ProseComponentRender = ({ attributes, context }) => {
  const quotation = context.quotation(attributes.get('of') ?? '')
  if (quotation === undefined) return []
  const { words, lang, label, href } = quotation
  const spoken = element('blockquote', lang === undefined ? {} : { lang }, [element('p', {}, [words])])
  return [
    element('figure', { className: ['quote'] }, [spoken, element('figcaption', {}, [element('a', { href }, [label])])]),
  ]
}
