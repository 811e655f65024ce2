import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { count } from '#text/words.ts'
import { advisoriesOf, exceptions, toDo } from './judge.ts'

// Asks the registry for advisories that touch a locked package (`npm audit`) and holds them against the list of
// exceptions. 0: none but those listed; 1: something is to be done; 2: the registry did not answer.
const root = resolve(import.meta.dirname, '../..')
const { values } = parseArgs({
  options: { exceptions: { type: 'string', default: resolve(import.meta.dirname, 'exceptions.yaml') } },
})
const listed = exceptions.parse(parse(readFileSync(values.exceptions, 'utf8')))
const { stdout, stderr } = spawnSync('npm', ['audit', '--json', '--package-lock-only'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1e8,
  shell: process.platform === 'win32',
})
const found = advisoriesOf(stdout)
if (found === undefined) {
  process.stderr.write(
    `The registry did not answer "npm audit", so nothing is known. Run "npm run advisories" where it does.\n${stderr}`,
  )
  process.exitCode = 2
} else {
  const lines = toDo(found, listed)
  process.stdout.write(
    lines.length > 0
      ? `${lines.join('\n')}\n`
      : `No advisory touches a locked package but ${count(listed.length, 'exception')} listed with a reason.\n`,
  )
  process.exitCode = lines.length > 0 ? 1 : 0
}
