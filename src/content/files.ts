import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ID_PATTERN } from '#schema/fields.ts'
import { isKind, KINDS, type Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { LEDGERS, WORDS_FILE } from '#schema/release.ts'
import { didYouMean } from '#text/suggest.ts'
import { isImageName } from '#text/address.ts'
import { isThere, listFolder } from './open-file.ts'
import type { Report } from './report.ts'
import { WORDING_FILES } from './search-wordings.ts'

/** A record file found in the content folder; `file` is relative to it, `folder` is set for `<id>/index.mdx`. */
export interface RecordFile {
  readonly kind: Kind
  readonly id: string
  readonly file: string
  readonly folder?: string
}

const ALSO_ALLOWED = [
  'site.yaml',
  ...Object.values(LEDGERS),
  WORDS_FILE,
  ...Object.values(WORDING_FILES),
  'guides',
  'README.md',
]

/** The endings of a kind’s files: bodies are Markdown or MDX. */
const endingsOf = (kind: Kind): readonly string[] => (kinds[kind].body ? ['.mdx', '.md'] : ['.yaml'])

function recordFile(root: string, kind: Kind, name: string, isFolder: boolean): RecordFile | undefined {
  const endings = endingsOf(kind)
  if (!isFolder) {
    const ending = endings.find((one) => name.endsWith(one))
    return ending === undefined ? undefined : { kind, id: name.slice(0, -ending.length), file: `${kind}/${name}` }
  }
  const file = endings.map((ending) => `${kind}/${name}/index${ending}`).find((path) => isThere(join(root, path)))
  return kinds[kind].body && file !== undefined ? { kind, id: name, file, folder: `${kind}/${name}` } : undefined
}

/**
 * Whether it is a picture that a body may show, a folder of nothing else, or a README, which says something about the
 * folder.
 */
function isBeside(root: string, kind: Kind, name: string, isFolder: boolean): boolean {
  if (!kinds[kind].body) return false
  if (!isFolder) return isImageName(name) || name === 'README.md'
  const items = listFolder(root, join(kind, name))
  return !('message' in items) && items.length > 0 && items.every((item) => isImageName(item.name))
}

/** A name as the id of a record would be; undefined where nothing of it is left. */
function idOf(name: string): string | undefined {
  const id = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return id === '' ? undefined : id
}

function filesOf(root: string, kind: Kind, report: Report): RecordFile[] {
  if (!isThere(join(root, kind))) return []
  const items = listFolder(root, kind)
  if ('message' in items) {
    report.add('file-name', kind, items)
    return []
  }
  return items.flatMap((item) => {
    const found = recordFile(root, kind, item.name, item.isFolder)
    if (found && ID_PATTERN.test(found.id)) return [found]
    if (isBeside(root, kind, item.name, item.isFolder)) return []
    if (!found) {
      const expected = kinds[kind].body ? '<id>.md, <id>.mdx or <id>/index.mdx' : '<id>.yaml'
      report.add('unexpected-file', `${kind}/${item.name}`, {
        message: `expected ${expected} here, found "${item.name}"`,
        fix: `rename it to ${expected}, or move it out of the content folder`,
      })
    } else {
      const id = idOf(found.id)
      const ending = item.isFolder ? '' : item.name.slice(found.id.length)
      report.add('file-name', found.file, {
        message: `expected a name of lowercase ASCII words and digits joined by "-", found "${found.id}"`,
        fix:
          `rename ${item.isFolder ? 'the folder' : 'the file'}${id === undefined ? '' : ` to ${id}${ending}`}; ` +
          'its name is the record’s id',
      })
    }
    return []
  })
}

/** Every record file below the content folder, and findings for whatever has no place there. */
export function findFiles(root: string, report: Report): RecordFile[] {
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    report.add('content-folder', '', {
      message: `expected a content folder at ${root}, found none`,
      fix: 'create it, or name another with --content or AFTERMATH_CONTENT',
    })
    return []
  }
  const items = listFolder(root, '.')
  if ('message' in items) {
    report.add('content-folder', '', items)
    return []
  }
  for (const item of items) {
    if (isKind(item.name) || ALSO_ALLOWED.includes(item.name)) continue
    report.add('unexpected-file', item.name, {
      message:
        `expected a folder of records (${KINDS.join(', ')}) or site.yaml, found ` +
        `"${item.name}".${didYouMean(item.name, [...KINDS, ...ALSO_ALLOWED])}`,
      fix: 'rename it, or move it out of the content folder',
    })
  }
  // By id, and not by file name, where "a-b.yaml" precedes "a.yaml": files of data list records in this order.
  const byId = (a: RecordFile, b: RecordFile) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  return KINDS.flatMap((kind) => filesOf(root, kind, report).sort(byId))
}
