import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import process from 'node:process'

// Loaded before a build, this kills its own process as a loss of power would, at the moment that DIE_AT names: as the build says a
// line, or before its rename of that number beside the output, as in "rename 2". So the moment is the same on every machine.
const moment = process.env['DIE_AT'] ?? ''
const beside = process.env['DIE_BESIDE'] ?? ''
const die = (): void => void process.kill(process.pid, 'SIGKILL')

const write = process.stderr.write.bind(process.stderr)
process.stderr.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
  if (String(chunk).trim() === moment) die()
  return Reflect.apply(write, process.stderr, [chunk, ...rest]) as boolean
}

const rename = fs.renameSync
let renames = 0
fs.renameSync = (from, to) => {
  if (String(to).startsWith(beside)) renames += 1
  if (moment === `rename ${renames}`) die()
  rename(from, to)
}
syncBuiltinESMExports()
