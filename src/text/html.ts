const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as markup or in an attribute in double quotes. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

/** Markup that is safe to write out: made by `html` alone. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Value = string | number | Markup | readonly Markup[] | undefined

function written(value: Value): string {
  if (value === undefined) return ''
  if (value instanceof Markup) return value.text
  if (typeof value === 'object') return value.map(({ text }) => text).join('')
  return escaped(String(value))
}

const joined = new WeakMap<TemplateStringsArray, readonly string[]>()

/** A template on one line: a line break before a tag or a value goes, one before an attribute becomes a space. */
function onOneLine(parts: TemplateStringsArray): readonly string[] {
  const known = joined.get(parts)
  if (known) return known
  const found = parts.map((part) =>
    part.replace(/\n\s*/g, (gap, at: number) => ('<'.includes(part.charAt(at + gap.length)) ? '' : ' ')),
  )
  joined.set(parts, found)
  return found
}

/**
 * Markup from a template: every value is escaped, unless it is markup itself. Attributes stand in double quotes. Line
 * breaks of the template may stand before tags, attributes and values.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Markup =>
  new Markup(
    onOneLine(parts)
      .map((part, index) => part + (index < values.length ? written(values[index]) : ''))
      .join(''),
  )
