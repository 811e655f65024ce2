import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LedgerFile, type LedgerName, LEDGERS } from '#schema/release.ts'
import { hasLedger } from '#content/ledger-file.ts'
import { writeProblem } from '../write-problem.ts'

/**
 * Writes a ledger where it is not as it should be; gives whether it did. It is written beside its place and moved there, so that a
 * run that dies leaves the old one whole. Throws a WriteError when the disk will not take it.
 */
export function writeLedger(content: string, name: LedgerName, ledger: LedgerFile): boolean {
  const path = join(content, LEDGERS[name])
  const text = `${JSON.stringify(ledger, null, 2)}\n`
  const stands = hasLedger(content, name) ? readFileSync(path, 'utf8') : undefined
  // Nothing restricted needs no file that says so.
  if (stands === text || (stands === undefined && name === 'restricted' && Object.keys(ledger.records).length === 0))
    return false
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
