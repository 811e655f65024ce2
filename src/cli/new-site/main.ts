import { relative } from 'node:path'
import { readArguments } from '../arguments.ts'
import { commandHelp } from '../help.ts'
import { script } from '../script.ts'
import { newSite } from './new-site.ts'

const engine = new URL('../../..', import.meta.url).pathname.replace(/\/$/, '')

const COMMAND = {
  name: 'new-site',
  summary:
    'Write a content folder of your own: three linked records, site.yaml, a README, editor settings and a workflow that publishes it.',
  positionals: ['DIR'],
  flags: {},
  notes: ['DIR is outside this repository, and new or empty. Paths are relative to this folder.'],
}

script('npm run new-site', () => {
  const { positionals, flags } = readArguments(COMMAND, process.argv.slice(2))
  if (flags['help'] !== undefined) return commandHelp(COMMAND, 'npm run')
  // npm runs scripts in the engine's folder; INIT_CWD is where the person stands.
  const folder = newSite(positionals[0] ?? '', process.env['INIT_CWD'] ?? process.cwd(), engine)
  const shown = relative(process.cwd(), folder)
  return `Wrote ${folder}\nServe it with: AFTERMATH_CONTENT=${shown} npm start\n`
})
