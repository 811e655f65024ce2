import { datesIn } from './dates.ts'
import { SENTENCES } from './en-sentences.ts'
import { timeIn } from './times.ts'
import { first, withinSentence } from './within.ts'

/** A table of words: what the interface says in English, and how it says that in another language. */
export type Words = Readonly<Record<string, string | undefined>>

const COUNTED = /^([\d.,]+) (.+)$/
const PLACE = /\{(\w+)\}/g

/** A sentence with places, such as `{what} since {when}`, and how to find it. */
interface Form {
  readonly sentence: string
  readonly pattern: RegExp
  /** Whether it has enough words of its own; else all in its places must be known, but in `{value}`. */
  readonly worded: boolean
}

const escaped = (text: string) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&')

const formOf = (sentence: string): Form => ({
  sentence,
  pattern: new RegExp(
    `^${escaped(sentence).replace(PLACE, (_, name: string) => `(?<${name}>${name === 'n' ? '[\\d.,]+' : '.+?'})`)}$`,
  ),
  worded: /[a-z]{4}/i.test(sentence.replace(PLACE, '')),
})

const wordsOf = (sentence: string) => sentence.replace(PLACE, '').length

/** The sentences that are put together, those with most words of their own first. */
const FORMS = SENTENCES.toSorted((one, other) => wordsOf(other) - wordsOf(one)).map(formOf)

const beginsWith = (text: string, how: 'toUpperCase' | 'toLowerCase') => first(text, how) === text

/** Fills the places of a message in braces; a place without a value stays as it is. */
export const filled = (message: string, places: Readonly<Record<string, string | number>>): string =>
  message.replace(PLACE, (place, name: string) => String(places[name] ?? place))

/** Says what views and exports write in English in the words of a table. */
export type Phrases = (text: string) => string

/**
 * Makes the sayer of a table of words of a language (a BCP 47 tag). It says a text in these words: the whole of it, a
 * count with its noun (`12 events` is found by `{n} events`), a time, a length of time, or a sentence that is put
 * together (`Known since 5 May 2026` by `Known since {when}`), whose places are said by the same table. A label that
 * stands within a sentence, and begins with a small letter there, is found by the label, and its words begin with a
 * small letter then (`withinSentence`), unless the table has words for the small form itself. Of any other text, the
 * dates are said.
 */
export function phrasesOf(words: Words, lang: string): Phrases {
  const small = new Map(Object.entries(words).map(([key, value]) => [key.toLowerCase(), [key, value ?? ''] as const]))

  /** A text as the table has it, whether it begins a sentence there or stands within one. */
  function whole(text: string): string | undefined {
    const exact = words[text]
    if (exact !== undefined) return exact
    const [key, value] = small.get(text.toLowerCase()) ?? []
    if (key === undefined || value === undefined) return undefined
    if (beginsWith(key, 'toLowerCase')) return beginsWith(text, 'toLowerCase') ? value : first(value, 'toUpperCase')
    return beginsWith(text, 'toLowerCase') ? withinSentence(value, lang) : value
  }

  function counted(text: string): string | undefined {
    const [, n, noun] = COUNTED.exec(text) ?? []
    return noun === undefined ? undefined : words[`{n} ${noun}`]?.replace('{n}', n ?? '')
  }

  function sentence(text: string): string | undefined {
    for (const form of FORMS) {
      const places = form.pattern.exec(text)?.groups
      if (places === undefined) continue
      const inside = Object.entries(places).map(([name, value]) => [name, found(value)] as const)
      if (!form.worded && inside.some(([name, value]) => name !== 'value' && value === undefined)) continue
      const said = inside.map(([name, value]) => [name, value ?? phrase(places[name] ?? '')] as const)
      return filled(words[form.sentence] ?? form.sentence, Object.fromEntries(said))
    }
    return undefined
  }

  const found = (text: string): string | undefined =>
    whole(text) ?? counted(text) ?? timeIn(text, words) ?? sentence(text)

  const phrase = (text: string): string => found(text) ?? datesIn(text, words)
  return phrase
}

/** A text before and after the first place of a word in it; undefined where nothing stands before or after one. */
function parted(text: string, word: string): readonly [string, string] | undefined {
  const at = text.indexOf(word, 1)
  return at < 0 || at + word.length === text.length ? undefined : [text.slice(0, at), text.slice(at + word.length)]
}

/**
 * The title of an inquiry (`Beacon to Harbor on Staged updates`) in the words of a table: `{who} to {whom} on {topic}`.
 * It is said apart from other texts, since titles of records that only look like it stay as they are.
 */
export function inquiryTitle(title: string, say: (message: string) => string): string {
  const asking = parted(title, ' to ')
  if (asking === undefined) return title
  const [who, about] = asking
  const [whom, topic] = parted(about, ' on ') ?? [about]
  const askers = who.split(', ').map((asker) => (/^(?:The editors|Somebody)$/.test(asker) ? say(asker) : asker))
  const places = { who: askers.join(', '), whom }
  return topic === undefined
    ? filled(say('{who} to {whom}'), places)
    : filled(say('{who} to {whom} on {topic}'), { ...places, topic })
}
