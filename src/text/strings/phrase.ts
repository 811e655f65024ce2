import { datesIn } from './dates.ts'
import { SENTENCES } from './en-sentences.ts'
import { timeIn } from './times.ts'

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

const first = (text: string, how: 'toUpperCase' | 'toLowerCase') => text.replace(/^./, (letter) => letter[how]())

/** A text as the table has it, whether it begins a sentence there or stands within one. */
const whole = (text: string, words: Words): string | undefined =>
  words[text] ?? words[first(text, 'toUpperCase')] ?? words[first(text, 'toLowerCase')]

function counted(text: string, words: Words): string | undefined {
  const [, n, noun] = COUNTED.exec(text) ?? []
  return noun === undefined ? undefined : words[`{n} ${noun}`]?.replace('{n}', n ?? '')
}

function sentence(text: string, words: Words): string | undefined {
  for (const form of FORMS) {
    const places = form.pattern.exec(text)?.groups
    if (places === undefined) continue
    const inside = Object.entries(places).map(([name, value]) => [name, found(value, words)] as const)
    if (!form.worded && inside.some(([name, value]) => name !== 'value' && value === undefined)) continue
    const said = new Map(inside.map(([name, value]) => [name, value ?? phraseIn(places[name] ?? '', words)]))
    return (words[form.sentence] ?? form.sentence).replace(PLACE, (_, name: string) => said.get(name) ?? '')
  }
  return undefined
}

const found = (text: string, words: Words): string | undefined =>
  whole(text, words) ?? counted(text, words) ?? timeIn(text, words) ?? sentence(text, words)

/**
 * A text in the words of a table: the whole of it, a count with its noun (`12 events` is found by `{n} events`), a
 * time, a length of time, or a sentence that is put together (`Known since 5 May 2026` by `Known since {when}`), whose
 * places are said by the same table. Of any other text, the dates.
 */
export const phraseIn = (text: string, words: Words): string => found(text, words) ?? datesIn(text, words)
