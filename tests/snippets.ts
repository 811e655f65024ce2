import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')
const GUIDES = 'src/docs/guides'

/** Documents that a newcomer follows. */
export const FOLLOWED: readonly string[] = [
  'README.md',
  'examples/starter/README.md',
  ...readdirSync(join(root, GUIDES)).map((name) => `${GUIDES}/${name}`),
]

/** A block of code in a document. */
export interface Snippet {
  readonly file: string
  readonly language: string
  readonly text: string
}

/** Every block of code of the documents that a newcomer follows. */
export const snippets: readonly Snippet[] = FOLLOWED.flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', text = '']) => ({ file, language, text }),
  ),
)

/** The lines of a block of commands, without their comments and without what the shell does with the output. */
export const commandsIn = ({ text }: Snippet): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').replace(/ > \S+$/, ''))

/** The words of a command line, quotation marks removed. */
export const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
