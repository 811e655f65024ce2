import { constants, copyFileSync, existsSync, lstatSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '#content/make-folder.ts'
import type { Companion, Draft, Note } from '#import/draft.ts'
import { printCompanion, printDraft } from '#import/print.ts'
import { isImageFile } from '#text/address.ts'
import { writeProblem } from '../write-problem.ts'

/** A record that is to be written: its file below the content folder, and its text. */
export interface RecordText {
  readonly kind: 'incidents' | Companion['kind']
  readonly id: string
  readonly file: string
  readonly text: string
  /** Pictures beside the document that go beside the record. */
  readonly pictures: readonly string[]
}

/** The files of records, each id once: a second incident of the same id in one document ends in -2. */
export function recordTexts(drafts: readonly Draft[], companions: readonly Companion[]): RecordText[] {
  const taken = new Map<string, number>()
  const incidents = drafts.map((draft): RecordText => {
    const count = (taken.get(draft.id) ?? 0) + 1
    taken.set(draft.id, count)
    const id = count === 1 ? draft.id : `${draft.id}-${count}`
    const pictures = draft.pictures ?? []
    const file = pictures.length === 0 ? `incidents/${id}.md` : `incidents/${id}/index.md`
    return { kind: 'incidents', id, file, text: printDraft(draft), pictures }
  })
  return [
    ...companions.map((one): RecordText => ({
      kind: one.kind,
      id: one.id,
      file: `${one.kind}/${one.id}.yaml`,
      text: printCompanion(one),
      pictures: [],
    })),
    ...incidents,
  ]
}

/** What stands in the way of a new record: a file of its name in any form, or a record that has its id. */
function occupied(content: string, { kind, id, file }: RecordText, ids: ReadonlySet<string>): string | undefined {
  const found = [file, `${kind}/${id}.md`, `${kind}/${id}.mdx`, `${kind}/${id}`].find((name) =>
    existsSync(join(content, name)),
  )
  return found ?? (ids.has(id) ? `a record or alias "${id}"` : undefined)
}

/**
 * Writes a record that is not there yet. Nothing is ever overwritten: gives a note where something of that name stands,
 * for an incident; what an incident needs and is there already serves it.
 * @param ids the ids and aliases in use.
 * @param from folder of the document, where its pictures are.
 * @throws WriteError when the disk will not take it; nothing half-written stays.
 */
export function writeImport(
  content: string,
  record: RecordText,
  ids: ReadonlySet<string>,
  from: string,
): { path: string } | Note | undefined {
  const there = occupied(content, record, ids)
  if (there !== undefined)
    return record.kind === 'incidents'
      ? {
          message: `${there} exists; nothing is overwritten`,
          fix: 'delete it or give it another name if it is to be imported anew',
        }
      : undefined
  const path = join(content, record.file)
  let ours = false
  try {
    makeFolder(dirname(path))
    writeFileSync(path, '', { flag: 'wx' })
    ours = true
    writeFileSync(path, record.text)
    for (const picture of record.pictures) {
      const to = join(dirname(path), picture)
      makeFolder(dirname(to))
      copyFileSync(join(from, picture), to, constants.COPYFILE_EXCL)
    }
  } catch (error) {
    if (ours) rmSync(record.pictures.length === 0 ? path : dirname(path), { force: true, recursive: true })
    throw writeProblem(error, path)
  }
  return { path }
}

const MOST_PICTURE_BYTES = 20_000_000

/** Whether a picture lies beside a document: a file of its own folder or one below, no link, not too large. */
export function hasPicture(folder: string, path: string): boolean {
  if (!isImageFile(path)) return false
  const found = lstatSync(join(folder, path), { throwIfNoEntry: false })
  return found?.isFile() === true && found.size <= MOST_PICTURE_BYTES
}
