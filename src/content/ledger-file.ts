import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { Hash } from '#knowledge/digest.ts'
import type { DataPath, SourceLocation } from '#schema/finding.ts'
import {
  type LedgerFile,
  type LedgerName,
  LEDGERS,
  ledgerSchema,
  WORDS_FILE,
  type WordsFile,
  wordsFileSchema,
} from '#schema/release.ts'
import { isThere, openFile } from './open-file.ts'
import type { Report } from './report.ts'
import { positionAt } from './text.ts'

/**
 * The first 16 hexadecimal digits (64 bits) of the SHA-256 of a text in UTF-8: enough to notice a change, short enough
 * to be read past.
 */
export const digest: Hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16)

// A ledger of a hundred thousand records takes half of it.
const MAX_BYTES = 64 * 1024 * 1024

/** A ledger that was read, and where its records stand in it. */
export interface ReadLedger {
  readonly ledger: LedgerFile
  readonly locate: (path: DataPath) => SourceLocation
}

/** Finds `['records', id]` by the line of its key: the file is written one key per line. */
function locator(text: string): ReadLedger['locate'] {
  return ([, id]) => {
    const at = text.indexOf(`"${String(id)}":`)
    return at === -1 ? { line: 1, column: 1 } : positionAt(text, at)
  }
}

const FIX = (file: string) => `put back ${file} as it was last committed, and run "aftermath release"`

function parsed(text: string, file: string, report: Report): unknown {
  const merge = /^(?:<{7}|={7}|>{7})/m.exec(text)
  if (merge) {
    report.add('ledger-file', file, {
      ...positionAt(text, merge.index),
      message: 'expected what "aftermath release" writes, found the marks of a merge',
      fix: FIX(file),
    })
    return undefined
  }
  try {
    return JSON.parse(text)
  } catch {
    report.add('ledger-file', file, {
      message: 'expected what "aftermath release" writes, found text that is not JSON',
      fix: FIX(file),
    })
    return undefined
  }
}

/**
 * Reads one of the ledgers of a content folder; undefined where there is none or, with a finding, where it cannot be
 * used.
 */
export function readLedger(root: string, name: LedgerName, report: Report): ReadLedger | undefined {
  const read = readReleased(root, LEDGERS[name], ledgerSchema, report)
  return read && { ledger: read.value, locate: locator(read.text) }
}

/**
 * Reads what parts said in released revisions; undefined where it was not kept or, with a finding, where it cannot be
 * used.
 */
export const readWords = (root: string, report: Report): WordsFile | undefined =>
  readReleased(root, WORDS_FILE, wordsFileSchema, report)?.value

function readReleased<T>(
  root: string,
  file: string,
  schema: z.ZodType<T>,
  report: Report,
): { readonly value: T; readonly text: string } | undefined {
  if (!isThere(join(root, file))) return undefined
  const bytes = openFile(root, file, MAX_BYTES)
  if ('message' in bytes) {
    report.add('ledger-file', file, bytes)
    return undefined
  }
  // An editor may have put a byte order mark in front.
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  const value = parsed(text, file, report)
  if (value === undefined) return undefined
  const result = schema.safeParse(value)
  if (result.success) return { value: result.data, text }
  const [issue] = result.error.issues
  const path = issue?.path.map((step) => (typeof step === 'number' ? step : String(step))) ?? []
  report.add('ledger-file', file, {
    ...locator(text)(path),
    path,
    message:
      'expected what "aftermath release" writes, found something else: ' +
      `${z.prettifyError(result.error).split('\n')[0]?.replace('✖ ', '') ?? ''}`,
    fix: FIX(file),
  })
  return undefined
}

/** Whether a content folder has a ledger. */
export const hasLedger = (root: string, name: LedgerName): boolean => isThere(join(root, LEDGERS[name]))
