import { KINDS } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { sourceFiles } from '../source-files.ts'

const unescaped = (text: string) => text.replace(/\\(.)/g, '$1')

/** Where components and views hand words to the table, beside `t('…')`: attributes of ours, facts, titles of menus. */
const PLACES: readonly (readonly [files: RegExp, words: RegExp])[] = [
  [/\.astro$/, /\bt\(\s*'((?:[^'\\]|\\.)+)',?\s*\)/g],
  [
    /\.astro$/,
    /<(?:Section|Fold|\w*Table|Matrix|Column|Note|ListPage|ScopedSearch)\b[^<>]*?\s(?:title|label|caption)="([^"]+)"/g,
  ],
  [/\/elements\/.+\.ts$/, /(?<![\w.])t\(\s*'((?:[^'\\]|\\.)+)'/g],
  [/\.astro$/, /<(?:ListPage|Page)\b[^<>]*?\sdescription="([^"]+)"/g],
  [/\.astro$/, /<Page\b[^<>]*?\stitle="([^"]+)"/g],
  [/\.astro$/, /kindWord="([^"]+)"/g],
  [/\.astro$/, /^\s*\['([A-Z][^']*)', (?!')/gm],
  [/\/views\/(?:site|incident-sections)\.ts$/, /\b(?:text|title): '([^']+)'/g],
  [/\/views\/incident-sections\.ts$/, /counted\('[a-z]+', '([^']+)'/g],
]

/** What is made of several words, as a view writes it: its own words, without the places of others. */
const fragmentsOf = (message: string) =>
  message
    .split(/\{\w+\}/)
    .map((part) => part.trim())
    .filter((part) => /\w{2}/.test(part))

/** Of some messages those that views, their vocabularies and scripts hold: they are found by their text. */
export function heldElsewhere(messages: readonly string[]): string[] {
  const text = sourceFiles(['src'], ['astro', 'ts'])
    .filter(({ path }) => !path.includes('text/strings/'))
    .map(({ text: own }) => unescaped(own).replace(/\s+/g, ' '))
    .join('\n')
  const held = (part: string) =>
    text.includes(part) || text.includes(part.replace(/ies$/, 'y')) || text.includes(part.replace(/s$/, ''))
  return messages.filter((message) => fragmentsOf(message).every(held))
}

/** Words that the program puts together of parts, each in one place. */
export const COMPOSED: readonly string[] = [
  ...KINDS.flatMap((kind) => [`{n} ${kinds[kind].singular}`, `{n} ${kinds[kind].label.toLowerCase()}`]),
  ...['event', 'part', 'safeguard', 'question'].flatMap((noun) => [`{n} more ${noun}`, `{n} more ${noun}s`]),
  ...['{n} question to ask in a review', '{n} questions to ask in a review', '{n} claims rest on it'],
  // Fields of records, by their keys in the schemas.
  ...['Contradiction', 'Due text', 'Status reason', 'Outages', 'Venue', 'Text', 'Parties', 'Searches', 'Via'],
  ...['date added', 'date changed', 'The list of incidents could not be loaded; try again.'],
  ...['Where the claim on this page comes from: {who}.', 'Where the {claims} on this page come from: {who}.'],
]

/** Every word that a file of the program hands to the table of words, as its source has it. */
export const collectedByFile = (): [path: string, word: string][] =>
  sourceFiles(['src'], ['astro', 'ts']).flatMap(({ path, text }) =>
    PLACES.filter(([files]) => files.test(path)).flatMap(([, words]) =>
      [...text.matchAll(words)].map(([, word = '']): [string, string] => [path, unescaped(word)]),
    ),
  )
