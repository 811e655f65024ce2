import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digest, hasLedger, readWords } from '#content/ledger-file.ts'
import { versionsOf } from '#content/earlier-words.ts'
import { isThere } from '#content/open-file.ts'
import { Report } from '#content/report.ts'
import type { Views } from '#knowledge/ledger.ts'
import { releasedWords, standingWords } from '#knowledge/part-words.ts'
import { type LedgerFile, type LedgerName, LEDGERS, WORDS_FILE, type WordsFile } from '#schema/release.ts'
import { writeProblem } from '../write-problem.ts'

/**
 * Writes JSON beside its place and moves it there, so that a run that dies leaves the old one whole. Throws a
 * WriteError.
 */
function replace(path: string, value: unknown): boolean {
  const text = `${JSON.stringify(value, null, 2)}\n`
  if (isThere(path) && readFileSync(path, 'utf8') === text) return false
  const beside = `${path}.new`
  try {
    writeFileSync(beside, text)
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw writeProblem(error, path)
  }
  return true
}

/**
 * Writes a ledger where it is not as it should be; gives whether it did. Throws a WriteError when the disk will not
 * take it.
 */
export function writeLedger(content: string, name: LedgerName, ledger: LedgerFile): boolean {
  // Nothing restricted needs no file that says so.
  if (name === 'restricted' && Object.keys(ledger.records).length === 0 && !hasLedger(content, name)) return false
  return replace(join(content, LEDGERS[name]), ledger)
}

type Change = typeof releasedWords

function changeWords(content: string, before: WordsFile | undefined, { all, open }: Views, change: Change): boolean {
  const written = new Map(all.map((entry) => [entry.id, entry]))
  const records = open.flatMap((entry) => {
    const versions = (before && versionsOf(before, entry)) ?? {}
    const words = change(versions, entry, written.get(entry.id) ?? entry, digest)
    return Object.keys(words).length === 0 ? [] : [[entry.id, words] as const]
  })
  const file: WordsFile = {
    schemaVersion: '1.0',
    records: Object.fromEntries(records.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }
  return replace(join(content, WORDS_FILE), file)
}

/**
 * Keeps what published parts say now beside what they said before, as far as everybody may know it; gives whether
 * anything changed. Throws a WriteError when the disk will not take it.
 */
export function writeWords(content: string, views: Views): boolean {
  const before = readWords(content, new Report())
  return changeWords(content, before, views, releasedWords)
}

/**
 * Takes out of the kept words what may no longer be told: after a part or record was taken back. Throws a WriteError.
 */
export function dropWords(content: string, views: Views): void {
  const before = readWords(content, new Report())
  if (before) changeWords(content, before, views, standingWords)
}
