import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import process from 'node:process'

// Loaded before a build, this kills its own process as a loss of power would, at the moment that DIE_AT names: as the
// build says a line, before its rename of that number beside the output, as in "rename 2", or in the middle of the
// write of that number of what it builds, as in "write 5". So the moment is the same on every machine. "full 5" has the
// disk be full at that write instead.
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
const writeFile = fs.writeFileSync
let writes = 0
fs.writeFileSync = (path, data, ...rest) => {
  if (String(path).includes('/.aftermath/build-')) writes += 1
  if (moment === `write ${writes}`) {
    const text = String(data)
    writeFile(path, text.slice(0, text.length / 2))
    die()
  }
  if (moment === `full ${writes}`)
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', path: String(path) })
  writeFile(path, data, ...rest)
}
syncBuiltinESMExports()
