import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { parse } from 'yaml'
import { run } from '#cli/run.ts'
import type { Ask } from '#cli/context.ts'
import { cli, contentFolder } from '../content-folder.ts'
import { written } from './written.ts'

/** Somebody at a terminal: answers by field, and what was offered. */
function person(answers: Readonly<Record<string, string>>) {
  const offered = new Map<string, readonly string[]>()
  const nameOf = (question: string) => question.split(':')[0] ?? ''
  const ask: Ask = {
    text: async (question, check, initial) => {
      const answer = answers[nameOf(question)] ?? initial ?? assert.fail(`no answer to "${question}"`)
      assert.equal(check(answer), undefined)
      return answer
    },
    choose: async (question, options) => {
      offered.set(
        nameOf(question),
        options.map(({ value }) => value),
      )
      return answers[nameOf(question)] ?? assert.fail(`no answer to "${question}"`)
    },
  }
  return { ask, offered }
}

const atTerminal = (t: TestContext, args: readonly string[], ask: Ask) => {
  const folder = contentFolder(t)
  return {
    folder,
    result: run(args, {
      env: {},
      cwd: folder,
      clock: Date.UTC(2026, 5, 1),
      color: false,
      columns: 80,
      progress: () => {},
      ask,
    }),
  }
}

test('at a terminal it asks for what no flag gave, offers the ids there are, and suggests an id', async (t) => {
  const { ask, offered } = person({
    title: 'Harbor replied',
    summary: 'It replied.',
    org: 'harbor',
    said: '2026-03-02',
    channel: 'press',
    officialness: 'official',
    sources: 'beacon-story',
  })
  const { folder, result } = atTerminal(t, ['new', 'statement', '--venue', 'The Beacon'], ask)
  const { file, text } = written(folder, (await result).stdout)
  assert.equal(file, 'content/statements/2026-03-02-harbor-replied.mdx')
  assert.deepEqual(offered.get('org'), ['acme', 'beacon', 'harbor'])
  const { venue, sources, said } = parse(text.split('---\n')[1] ?? '') as Record<string, unknown>
  assert.deepEqual({ venue, sources, said }, { venue: 'The Beacon', sources: ['beacon-story'], said: '2026-03-02' })
})

test('a record that was answered for in full is no draft', async (t) => {
  const { ask } = person({ name: 'Delta Works', kind: 'vendor' })
  const { folder, result } = atTerminal(t, ['new', 'organizations'], ask)
  assert.doesNotMatch(written(folder, (await result).stdout).text, /recordStatus/)
})

test('at a terminal an incident is asked for its date, none suggested, and for nothing with a default', async (t) => {
  const asked = new Map<string, string | undefined>()
  const { ask, offered } = person({
    title: 'A disk filled up',
    summary: 'It was full.',
    date: '2026-02',
    kind: 'fault',
  })
  const text: Ask['text'] = (question, check, initial) => {
    asked.set(question.split(':')[0] ?? '', initial)
    return ask.text(question, check, initial)
  }
  const { folder, result } = atTerminal(t, ['new', 'incident'], { ...ask, text })
  const { file, text: whole } = written(folder, (await result).stdout)
  assert.equal(file, 'content/incidents/2026-02-disk-filled-up.mdx')
  assert.deepEqual([...asked.keys()], ['date', 'title', 'summary', 'id'])
  assert.equal(asked.get('date'), undefined)
  assert.deepEqual([...offered.keys()], ['kind'])
  assert.match(whole, /^#? *severity:/m)
})

test('severities are those of the site, where it has its own', async (t) => {
  const folder = contentFolder(t, {
    'site.yaml':
      'title: Own\ndescription: Own records.\naccount: own\nseverities:\n  - { ' +
      'id: sev-1, label: SEV-1 }\n  - { id: sev-2, label: SEV-2 }\n',
  })
  const given = ['--title', 'A disk', '--date', '2026-02-01', '--kind', 'fault']
  const begin = (severity: string) => cli(folder, ['new', 'incident', ...given, '--severity', severity])
  const refused = await begin('major')
  assert.equal(refused.exitCode, 2)
  assert.match(refused.stderr, /--severity: expected one of sev-1, sev-2, .*found "major"/)
  const { exitCode, stdout, stderr } = await begin('sev-1')
  assert.equal(exitCode, 0, stderr)
  const { text } = written(folder, stdout)
  assert.match(text, /One of: sev-1, sev-2/)
  assert.match(text, /^severity: "sev-1"$/m)
})
