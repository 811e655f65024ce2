import { lang, words } from 'virtual:aftermath/strings'
import type { Message } from '#text/strings/en.ts'
import { SCRIPTS } from '#text/strings/en-scripts.ts'
import { SENTENCES } from '#text/strings/en-sentences.ts'
import { withinSentence } from '#text/strings/within.ts'
import type { PositionWords } from '#views/position-line.ts'
import { filled, inquiryTitle, phrasesOf } from '#text/strings/phrase.ts'
import { routes } from '#urls.ts'

const SPOKEN: ReadonlySet<string> = new Set([...SCRIPTS, ...SENTENCES])

/** The language of a page: that of the words of the interface, or the English that the content is written in. */
export const languageOf = (content: string): string =>
  words === undefined && /^en(?:-|$)/i.test(content) ? content : lang

/** Words of the interface in the language of the site: `message` in English is what they are found by. */
export const t = (message: Message, places: Readonly<Record<string, string | number>> = {}): string =>
  filled(words?.[message] ?? message, places)

/** Whether the site has a table of words, which its scripts then need, too. */
export const hasTable = words !== undefined

/**
 * The script that hands the table of words to the other scripts of a page. Whole sentences are printed by pages alone,
 * but for those of scripts.
 */
export const scriptWords = `globalThis.aftermathWords=${JSON.stringify(
  Object.fromEntries(Object.entries(words ?? {}).filter(([message]) => !message.endsWith('.') || SPOKEN.has(message))),
)}\n`

const phrase = words === undefined ? undefined : phrasesOf(words, lang)

/**
 * What a view says, in the language of the site as far as the table of its words goes: labels of vocabularies,
 * headings, counts (`12 events`), times, lengths of time, and sentences put together of these. What is in no table,
 * such as a title of a record, stays as it is.
 */
export function said(text: string): string
export function said(text: string | undefined): string | undefined
export function said(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (phrase?.(text) ?? text)
}

/** What a link leads to, as it is called: the title of an inquiry is put together, any other is the record’s own. */
export const nameOf = ({ text, route }: { readonly text: string; readonly route?: string }): string =>
  route?.startsWith(routes.kind('inquiries')) === true
    ? inquiryTitle(text, (message) => words?.[message] ?? message)
    : text

/** How a position line says its sentence, of stances that are in the language of the site already. */
export const positionWords: PositionWords = {
  t,
  stance: (stance) => (words === undefined ? stance.toLowerCase() : withinSentence(stance, lang)),
}
