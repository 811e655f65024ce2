import type { inquiryTitle } from '#text/strings/phrase.ts'
import { count } from '#text/words.ts'

type Words = Readonly<Record<string, string | undefined>>

declare global {
  /** The table of words of a site that speaks another language than English: its `words.js` sets it. */
  var aftermathWords: Words | undefined
}

const words = globalThis.aftermathWords

/** Whether the page speaks by a table of words. */
export const hasTable = words !== undefined
let phrase: ((text: string) => string) | undefined
let inquiry: typeof inquiryTitle | undefined

/** Fulfilled as soon as `said` can say whole sentences; at once on a page in English. */
export const ready: Promise<void> =
  words === undefined
    ? Promise.resolve()
    : import('#text/strings/phrase.ts').then((own) => {
        phrase = own.phrasesOf(words, document.documentElement.lang)
        inquiry = own.inquiryTitle
      })

/**
 * A message in the language of the page; it is found by its English words, with what stands at its places in braces.
 * What is in no table stays as it is.
 */
export const t = (message: string, places: Readonly<Record<string, string | number>> = {}): string =>
  (words?.[message] ?? message).replace(/\{(\w+)\}/g, (place, name: string) => String(places[name] ?? place))

/** A count with its noun, which is given in English: `12 events`. */
export function counted(n: number, noun: string): string {
  const [, number = '', nouns = ''] = /^(\S+) (.*)$/.exec(count(n, noun)) ?? []
  return t(`{n} ${nouns}`, { n: number })
}

/**
 * What a view or an export says, in the language of the page: times, lengths, and sentences put together of them. Wait
 * for `ready` first.
 */
export const said = (text: string): string => (words === undefined ? text : (phrase?.(text) ?? t(text)))

/**
 * The title of a record in the language of the page: that of an inquiry is put together, any other is the record’s own.
 * `kind` is the kind in English (`Inquiry`). Wait for `ready` first.
 */
export const titled = (kind: string, title: string): string =>
  kind === 'Inquiry' && inquiry ? inquiry(title, t) : title
