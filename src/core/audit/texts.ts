import { markupTexts } from './markup.ts'

/** Every key, text and number of a JSON value. */
export function jsonTexts(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('<') ? [value, ...markupTexts(value)] : [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(jsonTexts)
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => [key, ...jsonTexts(inner)]) : []
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const unescaped = (text: string): string => {
  if (!/%[0-9a-f]{2}/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const jsonOr = (text: string): string[] => (/^\s*[[{"]/.test(text) ? jsonTexts(parsed(text) ?? text) : [text])

/** Splits a text file of a site into the texts that it says, by its name. Words that stand in different texts form no run. */
export function textsOf(file: string, content: string): string[] {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase()
  const texts =
    ending === 'html' || ending === 'xml' || ending === 'svg' || ending === 'atom' || ending === 'rss'
      ? markupTexts(content).flatMap(jsonOr)
      : ending === 'ics'
        ? // Calendar lines are folded by a line break and a space.
          [content.replace(/\r?\n[ \t]/g, '')]
        : jsonOr(content)
  return texts.map(unescaped)
}
