import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import test from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'
import { readInputs } from '../../src/action/inputs.ts'
import { ACTION, bundledAction } from '../../scripts/build-action.ts'
import { act, commit, pullEvent, workplace } from './workplace.ts'

const manifest = z
  .object({ inputs: z.record(z.string(), z.object({ default: z.string() })), runs: z.record(z.string(), z.string()) })
  .parse(parse(readFileSync(join(dirname(ACTION), 'action.yml'), 'utf8')))

test('the committed file of the action is what its source makes: else run "npm run build:action"', async () =>
  assert.ok(readFileSync(ACTION, 'utf8') === (await bundledAction()), 'run "npm run build:action" and commit'))

test('a runner starts the one file by itself', () =>
  assert.deepEqual(manifest.runs, { using: 'node24', main: 'index.mjs' }))

test('what the manifest says by default is what the program takes by default', () => {
  const defaults = Object.entries(manifest.inputs).map(([name, one]) => [`INPUT_${name.toUpperCase()}`, one.default])
  const [site, forge] = [{ INPUT_SITE: 'https://kb.example/' }, { 'INPUT_GITHUB-TOKEN': '' }]
  assert.deepEqual(
    readInputs({ ...Object.fromEntries(defaults), ...site, ...forge }),
    readInputs({ ...site, ...forge }),
  )
})

test('the bundled file does the same as its source, without any package beside it', async (t) => {
  const { folder, repo, data, base } = workplace(t)
  const head = commit(repo, { 'a note.md': 'Fine.\n\nIncident-Ref: 2026-01-05-nowhere\n' }, 'Add')
  const [own, bundled] = [
    await act(folder, repo, pullEvent(base, head), { data, comment: 'false' }),
    await act(folder, repo, pullEvent(base, head), { data, comment: 'false' }, { isBundled: true }),
  ]
  assert.deepEqual(bundled, own)
  assert.equal(own.status, 1)
})
