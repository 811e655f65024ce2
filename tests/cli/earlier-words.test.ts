import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { earlierParts } from '#views/earlier-words.ts'
import type { WordsFile } from '#schema/release.ts'
import { builtTexts, buildOrThrow } from '../build/site.ts'
import { cli, contentFolder, found } from '../content-folder.ts'
import { knowledgeOf } from '../small.ts'

const INCIDENT = '2026-01-05-router-outage'
const FILE = `content/incidents/${INCIDENT}.mdx`
const WORDS = 'content/ledger.words.json'
const OLD = 'Acme withdrew the update'

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')
const wordsIn = (folder: string) => (JSON.parse(read(folder, WORDS)) as WordsFile).records
const edit = (folder: string, from: string, to: string, file = FILE) => {
  const text = read(folder, file)
  assert.ok(text.includes(from), from)
  writeFileSync(
    join(folder, file),
    text.replace(from, () => to),
  )
}
const ok = async (folder: string, ...args: string[]): Promise<string> => {
  const { exitCode, stdout, stderr } = await cli(folder, args)
  assert.deepEqual([exitCode, stderr], [0, ''], stdout)
  return stdout
}
const told = (folder: string) => {
  const knowledge = knowledgeOf(join(folder, 'content'))
  const entry = knowledge.find(INCIDENT) ?? assert.fail()
  return [...earlierParts(knowledge, entry)]
}

/** A folder in whose second revision an event has another title. */
async function revised(t: TestContext, ...flags: string[]): Promise<string> {
  const folder = contentFolder(t)
  await ok(folder, 'release')
  edit(folder, `title: ${OLD}`, 'title: Acme took quicklime back')
  await ok(folder, 'revise', INCIDENT, 'The withdrawal is worded better.', ...flags)
  return folder
}

test('what a part said before a revision is told with it, before the next release and after', async (t) => {
  const folder = await revised(t)
  const expected = [
    [2, [{ id: 'e-withdrawn', from: 1, fields: [{ name: 'title', before: OLD, after: 'Acme took quicklime back' }] }]],
  ]
  assert.deepEqual(told(folder), expected)
  assert.match(await ok(folder, 'release'), /^Wrote ledger\.json and ledger\.words\.json: 15 public records\.$/m)
  assert.deepEqual(Object.keys(wordsIn(folder)[INCIDENT]?.['e-withdrawn'] ?? {}), ['1', '2'])
  assert.deepEqual(told(folder), expected)
  const before = read(folder, WORDS)
  await ok(folder, 'release')
  assert.equal(read(folder, WORDS), before)
})

test('a time is told in words, and a value by its label', async (t) => {
  const folder = contentFolder(t)
  await ok(folder, 'release')
  edit(folder, 'kind: onset', 'kind: detection')
  await ok(folder, 'revise', INCIDENT, 'The kind was wrong.')
  const [[, parts] = []] = told(folder)
  assert.deepEqual(
    parts?.flatMap(({ fields }) => fields),
    [{ name: 'kind', before: 'Onset', after: 'Detection' }],
  )
})

test('nothing is kept of what not everybody sees, and what leads to records is no words', async (t) => {
  const folder = contentFolder(t)
  edit(folder, '{ id: f-filter,', '{ id: f-filter, tlp: AMBER,')
  await ok(folder, 'release')
  const { [INCIDENT]: words = {} } = wordsIn(folder)
  assert.ok('e-withdrawn' in words && !('f-filter' in words))
  assert.doesNotMatch(JSON.stringify(words), /acme-report|"actor"|"sources"/)
})

test('a part that is taken back, or marked for fewer people, leaves no copy of what it ever said', async (t) => {
  for (const hide of ['retract', 'mark'] as const) {
    const folder = await revised(t)
    await ok(folder, 'release')
    if (hide === 'retract') await ok(folder, 'retract', `${INCIDENT}#f-filter`, '--reason', 'It was of another model.')
    else {
      edit(folder, '{ id: f-filter,', '{ id: f-filter, tlp: AMBER,')
      await ok(folder, 'revise', INCIDENT, 'A finding was withdrawn.')
    }
    assert.doesNotMatch(read(folder, WORDS), /f-filter|could not read/, 'at once, without a release')
    await ok(folder, 'release')
    for (const file of [WORDS, 'content/ledger.json'])
      assert.doesNotMatch(read(folder, file), /f-filter|could not read/)
  }
})

test('a revision of the type retraction takes back the earlier words of a part, and no present ones', async (t) => {
  const folder = await revised(t, '--type', 'retraction')
  assert.deepEqual(told(folder), [])
  assert.doesNotMatch(read(folder, WORDS), new RegExp(OLD))
  await ok(folder, 'release')
  assert.doesNotMatch(read(folder, WORDS), new RegExp(OLD))
  assert.match(read(folder, WORDS), /quicklime/)
})

test('a record that is withdrawn leaves no words', async (t) => {
  const folder = contentFolder(t)
  await ok(folder, 'release')
  assert.ok('2026-01-06-acme-apology' in wordsIn(folder))
  await ok(folder, 'retract', '2026-01-06-acme-apology')
  assert.ok(!('2026-01-06-acme-apology' in wordsIn(folder)))
})

test('a file of words that release did not write is reported, and nothing is told of it', async (t) => {
  const folder = contentFolder(t)
  writeFileSync(join(folder, WORDS), '{ "schemaVersion": "1.0", "records": [] }')
  assert.deepEqual(
    (await found(folder)).findings.map(({ rule, file }) => [rule, file]),
    [['ledger-file', 'ledger.words.json']],
  )
})

test('retracted words are in no file of a build nor beside it, revised words on their page alone', async (t) => {
  const folder = contentFolder(t)
  edit(folder, `title: ${OLD}`, 'title: Acme withdrew the zeugma')
  edit(folder, 'could not read', 'could not parse the ostrakon of')
  await ok(folder, 'release')
  edit(folder, 'Acme withdrew the zeugma', OLD)
  await ok(folder, 'revise', INCIDENT, 'The withdrawal is worded better.')
  await ok(folder, 'release')
  await ok(folder, 'retract', `${INCIDENT}#f-filter`)
  await ok(folder, 'release')
  buildOrThrow(join(folder, 'content'), join(folder, 'out'), ['--now', '2026-06-01', '--site', 'https://kb.example'])
  const built = builtTexts(join(folder, 'out'))
  const holding = (word: string) => [...built].flatMap(([file, text]) => (text.includes(word) ? [file] : []))
  assert.deepEqual(holding('ostrakon'), [])
  assert.deepEqual(holding('zeugma'), [`incidents/${INCIDENT}/index.html`])
  for (const [file, text] of builtTexts(join(folder, 'content'))) assert.ok(!text.includes('ostrakon'), file)
  const cache = join(import.meta.dirname, '../../node_modules/.astro')
  if (existsSync(cache))
    for (const [file, text] of builtTexts(cache)) assert.ok(!text.includes('ostrakon'), `${file} of the cache`)
})
