import { lstatSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { isUtf8 } from 'node:buffer'
import { openFile } from '#content/open-file.ts'
import type { Note } from '#import/draft.ts'

/** A document to import: its path as the person wrote it, and its text; or why it is not read. */
export interface FoundDocument {
  readonly name: string
  /** Absolute path. */
  readonly path: string
}

const ENDINGS = new Set(['.md', '.markdown', '.txt', '.html', '.htm', '.json'])
const MEGABYTE = 1_000_000
/** Most bytes of a document by the ending of its name: text that no record could hold is not read. */
const MOST: Readonly<Record<string, number>> = { '.html': 32 * MEGABYTE, '.htm': 32 * MEGABYTE, '.json': 64 * MEGABYTE }
const MOST_TEXT = 2 * MEGABYTE
const MOST_FILES = 10_000

/** The documents of a folder and of those in it, by name; hidden ones and those that packages bring are passed over. */
function documentsIn(folder: string, name: string, found: FoundDocument[], passed: { count: number }): void {
  const items = readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1))
  for (const item of items) {
    if (item.name.startsWith('.') || item.name === 'node_modules' || found.length >= MOST_FILES) continue
    const [path, shown] = [join(folder, item.name), join(name, item.name)]
    if (item.isDirectory()) documentsIn(path, shown, found, passed)
    else if (ENDINGS.has(extname(item.name).toLowerCase())) found.push({ name: shown, path })
    else passed.count += 1
  }
}

/**
 * The documents that the arguments of a command name: files, and all in folders that can be imported.
 * @returns `passed` counts files of folders that are of another kind.
 */
export function findDocuments(names: readonly string[], cwd: string): { documents: FoundDocument[]; passed: number } {
  const documents: FoundDocument[] = []
  const passed = { count: 0 }
  for (const name of names) {
    const path = resolve(cwd, name)
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) documentsIn(path, name, documents, passed)
    else documents.push({ name, path })
  }
  return { documents, passed: passed.count }
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / MEGABYTE).toLocaleString('en-GB')} MB`

/** The text of a document; or what keeps it from being read: a link, a pipe, a size, bytes that are no text. */
export function readDocumentFile({ name, path }: FoundDocument): string | Note {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
    return { message: 'expected a file, found a link', fix: 'name the file that it leads to' }
  const most = MOST[extname(path).toLowerCase()] ?? MOST_TEXT
  const bytes = openFile(dirname(path), basename(path), most, 'a document')
  if ('message' in bytes)
    return bytes.size === undefined
      ? {
          message: bytes.message.replace(`at ${basename(path)}`, `at ${name}`),
          fix: 'name a Markdown, HTML or JSON file, or a folder of these',
        }
      : {
          message: `expected at most ${megabytes(most)}, found ${megabytes(bytes.size)}`,
          fix: 'split the document, or export it without pictures and logs',
        }
  if (isUtf8(bytes)) return bytes.toString('utf8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  const decoded = new TextDecoder('utf-8').decode(bytes)
  const line = decoded.slice(0, decoded.indexOf('\ufffd')).split('\n').length
  return {
    line,
    message: 'it is no text in UTF-8',
    fix: 'save the document as UTF-8; a Word or PDF file has to be exported as Markdown or HTML',
  }
}
