import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { plain } from './words.ts'

/** What the records were written from. It is not part of the project, so it is beside only some copies of it. */
export interface Dossier {
  /** The article that the knowledge base starts from. */
  readonly article: string
  /** Whether these words stand in quotation marks somewhere. */
  quotes(words: string): boolean
  /** Whether this very address stands somewhere, not only as the beginning of a longer one. */
  mentions(url: string): boolean
}

const FOLDER = fileURLToPath(new URL('../../../shared/dossier/', import.meta.url))

/**
 * Inner quotation marks are single in one text and double in another; ends differ by the sign the sentence around them
 * needs.
 */
const core = (text: string): string =>
  plain(text)
    .replace(/"/gu, "'")
    .replace(/^[\s.,;:'-]+|[\s.,;:'-]+$/gu, '')

/**
 * Passages between quotation marks of one line, cell by cell. Where the marks of a cell do not pair up, no reading of
 * them is surer than another, so every stretch between two neighbouring marks counts.
 */
function passages(line: string): string[] {
  return plain(line)
    .split('|')
    .flatMap((cell) => {
      const pieces = cell.split('"')
      const even = pieces.length % 2 === 1
      return pieces.slice(1, -1).filter((_, at) => !even || at % 2 === 0)
    })
    .map(core)
}

const ADDRESS = /https?:\/\/[^\s"|]*[^\s"|.,;:)]/gu

/** Reads the dossier; undefined where there is none. Its folder is `../shared/dossier` of the repository root. */
export function readDossier(folder = FOLDER): Dossier | undefined {
  if (!existsSync(folder)) return undefined
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:md|txt|json)$/u.test(name),
  )
  const texts = new Map(files.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]))
  const marked = [...texts]
    .filter(([name]) => !name.endsWith('.json'))
    .flatMap(([, text]) => text.split('\n').flatMap(passages))
  // A mark that no passage holds keeps the end of one passage and the beginning of the next from reading as one.
  const haystack = marked.join('\n')
  const addresses = new Set([...texts.values()].flatMap((text) => text.match(ADDRESS) ?? []))
  const article = texts.get('founding-article.txt')
  if (article === undefined)
    throw new Error(`${folder} holds no founding-article.txt; without it nothing can be compared with the article`)
  return {
    article,
    quotes: (words) => haystack.includes(core(words)),
    mentions: (url) => addresses.has(url),
  }
}
