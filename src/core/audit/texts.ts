import { markupTexts } from './markup.ts'

type Take = (text: string) => void

/** Takes every key, text and number of a JSON value. */
export function jsonTexts(value: unknown, take: Take): void {
  if (typeof value === 'string') {
    take(value)
    if (value.includes('<')) markupTexts(value, take)
  } else if (typeof value === 'number') take(String(value))
  else if (Array.isArray(value)) for (const item of value) jsonTexts(item, take)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      take(key)
      jsonTexts(inner, take)
    }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const unescaped = (text: string): string => {
  if (!text.includes('%') || !/%[0-9a-f]{2}/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const JSON_BEGINS = /^\s*[[{"]/

function jsonOr(text: string, take: Take): void {
  if (JSON_BEGINS.test(text)) jsonTexts(parsed(text) ?? text, take)
  else take(text)
}

const MARKUP = new Set(['html', 'xml', 'svg', 'atom', 'rss'])

/** Splits a text file of a site into the texts that it says, by its name. Words that stand in different texts form no run. */
export function textsOf(file: string, content: string, take: Take): void {
  const said = (text: string) => take(unescaped(text))
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase()
  if (MARKUP.has(ending)) markupTexts(content, (text) => jsonOr(text, said))
  // Calendar lines are folded by a line break and a space.
  else if (ending === 'ics') said(content.replace(/\r?\n[ \t]/g, ''))
  else jsonOr(content, said)
}
