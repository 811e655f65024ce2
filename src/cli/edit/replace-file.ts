import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { writeProblem } from '../write-problem.ts'

/**
 * Writes a text in the place of a file: beside it, then moved there, so that a run that dies leaves the old one whole.
 * Its mode stays. Throws a WriteError when the disk will not take it.
 */
export function replaceFile(path: string, text: string): void {
  const beside = `${path}.new`
  try {
    writeFileSync(beside, text)
    chmodSync(beside, statSync(path).mode)
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw writeProblem(error, path)
  }
}
