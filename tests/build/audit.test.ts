import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { gzipSync } from 'node:zlib'
import { writeFiles } from './site.ts'
import { cli, contentFolder } from '../content-folder.ts'
import { png } from '../content/image/pictures.ts'

const HISTORY = 'history: [{ revision: 1, date: "2026-01-01", type: addition, summary: First recorded. }]'
const SECRET =
  `name: Umbral Quietus Works\nkind: vendor\nurl: ` +
  `https://kestrel.example/quartz\ndescription: The obsidian lantern ` +
  `was lit by 8517204 herons.\ntlp: AMBER\n${HISTORY}\n`
const WORDS = ['umbral', 'quietus', 'kestrel', 'quartz', 'obsidian', 'lantern', '8517204', 'heron']

const LEAKS: Readonly<Record<string, string | Uint8Array>> = {
  'page/index.html': '<p>The <em>obsidian</em> lantern was lit.</p>',
  'page/attribute.html': '<a href="https://kestrel.example/quartz">x</a>',
  'page/comment.html': '<!-- umbral-quietus -->',
  'data/all.json': '{"herons":8517204}',
  'feeds/all.xml': '<title>Umbral Quietus Works</title>',
  'pagefind/fragment/en_1.pf_fragment': gzipSync('pagefind_dcd{"content":"obsidian lantern was lit"}'),
  'cards/note.png': png(10, 10, 'obsidian lantern was lit'),
  'organizations/umbral-quietus.png': png(10, 10),
  'app.js.map': '{"sources":["content/organizations/umbral-quietus.yaml"]}',
}
const CLEAN = {
  'index.html': '<p>The lantern was bought in 2026.</p>',
  'data/schema.json': '{"tlp":"AMBER"}',
  'card.png': png(10, 10, 'nothing of note'),
}

test('an audit names every file of a built folder that holds what was removed, and never what it found', async (t) => {
  const folder = contentFolder(t, { 'organizations/umbral-quietus.yaml': SECRET })
  writeFiles(join(folder, 'out'), { ...CLEAN, ...LEAKS })
  const { exitCode, stdout, stderr } = await cli(folder, ['audit', 'out'])
  assert.equal(exitCode, 1, stdout + stderr)
  for (const word of WORDS) assert.ok(!stdout.toLowerCase().includes(word), `${word} in ${stdout}`)
  const named = stdout
    .split('\n')
    .filter((line) => line.includes(': '))
    .map((line) => line.slice(0, line.indexOf(': ')))
  assert.deepEqual(
    named.sort(),
    Object.keys(LEAKS)
      .map((file) => file.replace('umbral-quietus.png', '…'))
      .sort(),
  )
  const { stdout: json } = await cli(folder, ['audit', 'out', '--format', 'json'])
  assert.equal((JSON.parse(json) as unknown[]).length, Object.keys(LEAKS).length)
})

test('an audit passes a folder without what was removed, and any for an audience that may see it', async (t) => {
  const folder = contentFolder(t, { 'organizations/umbral-quietus.yaml': SECRET })
  writeFiles(join(folder, 'out'), CLEAN)
  assert.equal((await cli(folder, ['audit', 'out'])).exitCode, 0)
  writeFiles(join(folder, 'out'), LEAKS)
  assert.equal((await cli(folder, ['audit', 'out', '--audience', 'AMBER'])).exitCode, 0)
})

test('an audit of no folder says what makes one', async (t) => {
  const { exitCode, stderr } = await cli(contentFolder(t), ['audit', 'nowhere'])
  assert.equal(exitCode, 2)
  assert.match(stderr, /expected a built folder, found none at .*nowhere; "npm run build" makes one/)
})

test('an audit of content with errors says that nothing can be known', async (t) => {
  const folder = contentFolder(t, { 'organizations/umbral-quietus.yaml': `${SECRET}velvet: kestrel\n` })
  writeFiles(join(folder, 'out'), LEAKS)
  const { exitCode, stdout, stderr } = await cli(folder, ['audit', 'out'])
  assert.equal(exitCode, 1)
  assert.match(stdout + stderr, /content has errors/)
  for (const word of WORDS) assert.ok(!(stdout + stderr).toLowerCase().includes(word), word)
})
