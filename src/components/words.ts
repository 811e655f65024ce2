import { lang, words } from 'virtual:aftermath/strings'
import { datesIn } from '#text/strings/dates.ts'
import type { Message } from '#text/strings/en.ts'
import { phraseIn } from '#text/strings/phrase.ts'

/** The language of a page: that of the words of the interface, or the English that the content is written in. */
export const languageOf = (content: string): string =>
  words === undefined && /^en(?:-|$)/i.test(content) ? content : lang

/** Words of the interface in the language of the site: `message` in English is what they are found by. */
export const t = (message: Message): string => words?.[message] ?? message

/**
 * What a view says, in the language of the site as far as the table of its words goes: labels of vocabularies,
 * headings, counts (`12 events`) and dates within other words. What is in no table, such as a title of a record, stays
 * as it is.
 */
export const said = (text: string): string => (words === undefined ? text : datesIn(phraseIn(text, words), words))
