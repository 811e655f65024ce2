import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'astro/zod'
import { parse } from 'yaml'
import * as commitmentState from '#knowledge/commitment-state.ts'
import { labels, wordsOf } from '#schema/labels.ts'
import { DATE_MESSAGES } from '#text/strings/dates.ts'
import { MESSAGES } from '#text/strings/en.ts'
import { TIME_MESSAGES } from '#text/strings/times.ts'
import { first } from '#text/strings/within.ts'
import { didYouMean } from '#text/suggest.ts'
import { ownersError } from './owners-error.ts'

/** What an owner says of the language of the interface. */
export const stringsSchema = z.strictObject({
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, {
      error: ({ input }) => `expected a language tag (BCP 47) such as de or pt-BR, found "${String(input)}"`,
    })
    .describe('Language of the words (BCP 47); pages say it in their lang attribute.'),
  words: z
    .union([z.string(), z.record(z.string(), z.string())])
    .describe(
      'The table of words, or the path of a .yaml or .json file with it; "aftermath strings" prints one to fill in.',
    ),
})

/** The words of the interface in a language, by those in English. */
export interface Strings {
  readonly lang: string
  readonly words: Readonly<Record<string, string>>
}

/** All words that a table gives: messages, labels of vocabularies and kinds, and words of times. */
export const tableKeys = (): readonly string[] => [
  ...new Set([...MESSAGES, ...labels(), ...wordsOf([commitmentState]), ...DATE_MESSAGES, ...TIME_MESSAGES]),
]

/** Labels as they stand within a sentence, which a table may give beside the labels. */
const smallForms = (keys: readonly string[]): readonly string[] =>
  keys.filter((key) => /^\p{Lu}\P{Lu}/u.test(key)).map((key) => first(key, 'toLowerCase'))

const MOST = 12

const listed = (keys: readonly string[]): string =>
  `${keys
    .slice(0, MOST)
    .map((key) => `"${key}"`)
    .join(', ')}${keys.length > MOST ? ` and ${keys.length - MOST} more` : ''}`

const places = (text: string): string =>
  [...text.matchAll(/\{\w+\}/g)]
    .map(([place]) => place)
    .sort()
    .join(' ')

/**
 * Reads a table of words and holds it to the words that there are. A label may have a second form, for where it stands
 * within a sentence: its key begins with a small letter (`opposes` beside `Opposes`).
 * @throws AstroError that names the file, words that are missing, unknown or empty, and what to do.
 */
export function readStrings({ lang, words }: z.output<typeof stringsSchema>, root: string): Strings {
  const source =
    typeof words === 'string' ? words.replace(/^\.\//, '') : 'astro.config.mjs: aftermath({ strings.words })'
  const refuse = (message: string): never => {
    throw ownersError(
      `${source}: ${message}`,
      'Give each word of the table in your language; "npx aftermath strings" prints the whole table in English.',
    )
  }
  const read = (path: string): unknown => {
    const file = resolve(root, path)
    if (!existsSync(file)) return refuse(`expected a file with a table of words, found none at ${file}`)
    try {
      return parse(readFileSync(file, 'utf8'))
    } catch (error) {
      return refuse(`expected YAML or JSON, found a fault: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const { success, data } = z.record(z.string(), z.string()).safeParse(typeof words === 'string' ? read(words) : words)
  if (!success) return refuse('expected a table of texts, each after the English words that it stands for')
  const known = tableKeys()
  const missing = known.filter((key) => (data[key] ?? '') === '')
  const allowed = new Set([...known, ...smallForms(known)])
  const unknown = Object.keys(data).filter((key) => !allowed.has(key))
  const uneven = known.filter((key) => data[key] !== undefined && data[key] !== '' && places(key) !== places(data[key]))
  if (unknown.length > 0)
    refuse(`expected words of the interface, found ${listed(unknown)}.${didYouMean(unknown[0] ?? '', known)}`)
  if (missing.length > 0)
    refuse(`expected words for all ${known.length} of the interface, found none for ${listed(missing)}`)
  if (uneven.length > 0) refuse(`expected the same places in braces as in English, found others for ${listed(uneven)}`)
  return { lang, words: data }
}
