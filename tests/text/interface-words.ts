import { KINDS } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { sourceFiles } from '../source-files.ts'

const unescaped = (text: string) => text.replace(/\\(.)/g, '$1')

/** Where components and views hand words to the table, beside `t('…')`: attributes of ours, facts, titles of menus. */
const PLACES: readonly (readonly [files: RegExp, words: RegExp])[] = [
  [/\.astro$/, /\bt\(\s*'((?:[^'\\]|\\.)+)',?\s*\)/g],
  [/\.astro$/, /<(?:Section|Fold|DataTable|Note|ListPage|ScopedSearch)\b[^<>]*?\s(?:title|label|caption)="([^"]+)"/g],
  [/\.astro$/, /<(?:ListPage|Page)\b[^<>]*?\sdescription="([^"]+)"/g],
  [/\.astro$/, /<Page\b[^<>]*?\stitle="([^"]+)"/g],
  [/\.astro$/, /kindWord="([^"]+)"/g],
  [/\.astro$/, /^\s*\['([A-Z][^']*)', (?!')/gm],
  [/\/views\/(?:site|incident-sections)\.ts$/, /\b(?:text|title): '([^']+)'/g],
  [/\/views\/incident-sections\.ts$/, /counted\('[a-z]+', '([^']+)'/g],
]

/** Words in other places whose printing is handed to the table. */
export const ELSEWHERE: readonly string[] = [
  ...['Topic', 'Answer', 'Organization', 'Year', 'Vendor', 'Cause', 'Events', 'Key events', 'Lanes', 'All'],
  ...['A to Z', 'By organization', 'By topic', 'By year'],
  ...['year', 'length', 'time to first public word'],
  ...['Began', 'Noticed', 'Stopped', 'Over'],
  ...['name', 'date added', 'date changed', 'date it began', 'date held', 'date said', 'date made', 'date asked'],
  ...['date published', 'date cited'],
  ...KINDS.flatMap((kind) => [`{n} ${kinds[kind].singular}`, `{n} ${kinds[kind].label.toLowerCase()}`]),
  ...['{n} event', '{n} events', '{n} record', '{n} records', '{n} more source', '{n} more sources'],
  ...['{n} more disputed fact', '{n} more disputed facts'],
]

/** Every word that a file of the program hands to the table of words, as its source has it. */
export const collectedByFile = (): [path: string, word: string][] =>
  sourceFiles(['src'], ['astro', 'ts']).flatMap(({ path, text }) =>
    PLACES.filter(([files]) => files.test(path)).flatMap(([, words]) =>
      [...text.matchAll(words)].map(([, word = '']): [string, string] => [path, unescaped(word)]),
    ),
  )
