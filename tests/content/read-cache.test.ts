import assert from 'node:assert/strict'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { audienceOf, everybody } from '#check/check-content.ts'
import { emptyReadCache } from '#content/read-cache.ts'
import { type Content, readContents } from '#content/read.ts'
import { readSettings } from '#content/settings.ts'
import { contentFolder } from '../content-folder.ts'

const TOPIC = 'topics/staged-updates.yaml'
const INCIDENT = 'incidents/2026-01-05-router-outage.mdx'
const PROSE = resolve(import.meta.dirname, '../fixtures/prose')

/** What a reading says, without the functions that find places in files. */
const told = (contents: readonly Content[]) =>
  contents.map(({ entries, unread, ...rest }) => ({
    ...rest,
    unread: [...unread],
    entries: entries.map(({ locate, ...entry }) => ({ ...entry, at: locate?.(['title']) })),
  }))

test('a reading that is told of the last one finds the same as one that is not, whatever was saved between', (t) => {
  const content = join(contentFolder(t), 'content')
  cpSync(join(PROSE, 'incidents'), join(content, 'incidents'), { recursive: true })
  const settings = readSettings({ content, now: '2026-06-01' }, {}, content, 0)
  const audiences = [everybody(settings), audienceOf(settings, true)]
  const cache = emptyReadCache()
  const file = (name: string) => join(content, name)
  const original = new Map([TOPIC, INCIDENT, 'site.yaml'].map((name) => [name, readFileSync(file(name), 'utf8')]))
  const save = (name: string, change: (text: string) => string) =>
    writeFileSync(file(name), change(original.get(name) ?? ''))
  const saves: Readonly<Record<string, () => void>> = {
    nothing: () => {},
    'another title': () => save(TOPIC, (text) => text.replace('Should updates', 'Must updates')),
    'an unknown field': () => save(TOPIC, (text) => `${text}\ncolour: red\n`),
    'a text that is no YAML': () => save(TOPIC, () => 'question: ['),
    'what was there first': () => save(TOPIC, (text) => text),
    'a restricted passage': () =>
      save(INCIDENT, (text) => `${text}\n<Restricted tlp="RED">\n\nHidden.\n\n</Restricted>\n`),
    'a picture that is not there': () => save(INCIDENT, (text) => `${text}\n![A router](router.png)\n`),
    'a picture that is no picture': () => writeFileSync(file('incidents/router.png'), 'no picture'),
    'no such picture any more': () => save(INCIDENT, (text) => text),
    'a site of another level': () => save('site.yaml', (text) => `${text}\ntlp: GREEN\n`),
    'the site as it was': () => save('site.yaml', (text) => text),
    'a record less': () => rmSync(file(TOPIC)),
    'the record again': () => save(TOPIC, (text) => text),
  }
  for (const [what, change] of Object.entries(saves)) {
    change()
    const [kept, anew] = [readContents(content, audiences, undefined, cache), readContents(content, audiences)]
    assert.deepEqual(told(kept), told(anew), what)
  }
})

test('after a save the file that was saved is parsed, and no other', (t) => {
  const content = join(contentFolder(t), 'content')
  const settings = readSettings({ content, now: '2026-06-01' }, {}, content, 0)
  const cache = emptyReadCache()
  const read = () => {
    readContents(content, [everybody(settings)], undefined, cache)
    return { parsed: new Map(cache.parsed), made: new Set([...cache.entries.values()].map(({ made }) => made)) }
  }
  const before = read()
  writeFileSync(join(content, TOPIC), readFileSync(join(content, TOPIC), 'utf8').replace('Should', 'Must'))
  const after = read()
  const changed = [...after.parsed].filter(([file, outcome]) => before.parsed.get(file) !== outcome)
  assert.deepEqual(
    changed.map(([file]) => file),
    [TOPIC],
  )
  assert.equal(after.made.difference(before.made).size, 1)
})
