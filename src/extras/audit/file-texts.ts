import { markupTexts } from './markup.ts'

/** Takes a text; `number` says that it was one. */
type Take = (text: string, number?: boolean) => void

/** Takes every key, text and number of a JSON value. */
export function jsonTexts(value: unknown, take: Take): void {
  if (typeof value === 'string') {
    take(value)
    if (value.includes('<')) markupTexts(value, take)
  } else if (typeof value === 'number') take(String(value), true)
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

const decoded = (escape: string): string => {
  try {
    return decodeURIComponent(escape)
  } catch {
    return escape
  }
}

const PERCENT = /(?:%[0-9a-f]{2})+/gi
// As JSON, JavaScript, calendars and style sheets write what would end or break a text.
const BACKSLASH = /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([nrtN])|(.))/g

const unescaped = (text: string): string => {
  const plain = text.includes('%') ? text.replace(PERCENT, decoded) : text
  if (!plain.includes('\\')) return plain
  return plain.replace(BACKSLASH, (_, four?: string, two?: string, space?: string, sign = '') => {
    const code = four ?? two
    return code === undefined ? (space === undefined ? sign : ' ') : String.fromCharCode(Number.parseInt(code, 16))
  })
}

const JSON_BEGINS = /^\s*[[{"]/

function jsonOr(text: string, take: Take): void {
  if (JSON_BEGINS.test(text)) jsonTexts(parsed(text) ?? text, take)
  else take(text)
}

const MARKUP = new Set(['html', 'xml', 'svg', 'atom', 'rss'])

/**
 * Splits a text file of a site into the texts that it says, by its name. Words that stand in different texts form no
 * run.
 */
export function textsOf(file: string, content: string, take: Take): void {
  const takePlain = (text: string) => {
    const plain = unescaped(text)
    take(plain)
    // A backslash may have been one.
    if (plain !== text && text.includes('\\')) take(text)
  }
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase()
  if (MARKUP.has(ending)) markupTexts(content, (text) => jsonOr(text, takePlain))
  // Calendar lines are folded by a line break and a space.
  else if (ending === 'ics') takePlain(content.replace(/\r?\n[ \t]/g, ''))
  else if (ending === 'jsonl') for (const line of content.split('\n')) jsonOr(line, takePlain)
  // Numbers of a fragment of the index count words, and say where they stand.
  else if (ending === 'pf_fragment')
    jsonTexts(parsed(content) ?? content, (text, number) => void (number || takePlain(text)))
  else jsonOr(content, takePlain)
}
