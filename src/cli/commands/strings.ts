import { stringify } from 'yaml'
import { tableKeys } from '#integration/strings.ts'
import type { Command } from '../command.ts'
import { done } from '../context.ts'

export const stringsCommand: Command = {
  name: 'strings',
  summary: 'Print the words of the interface as a table to fill in for another language.',
  positionals: [],
  flags: {},
  notes: [
    'Save it, as with "aftermath strings > strings.de.yaml", write each word in your language after its ' +
      'English, and name the file in aftermath({ strings: { lang: "de", words: "./strings.de.yaml" } }).',
  ],
  run: () =>
    Promise.resolve(
      done(
        stringify(Object.fromEntries(tableKeys().map((key) => [key, key])), {
          lineWidth: 0,
          defaultStringType: 'QUOTE_DOUBLE',
        }),
      ),
    ),
}
