import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import test from 'node:test'
import { digestsOf, fieldDigestsOf, FREE_FIELDS } from '#knowledge/digest.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { KINDS } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { fieldsOf } from '#schema/walk.ts'
import { Canaries, filledRecord } from '../build/filled.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
const targets = Object.fromEntries(KINDS.map((kind) => [kind, kind]))

test('every field of every kind is held by a digest, its own or those of its parts, or is named as free', () => {
  for (const kind of KINDS) {
    const written = filledRecord(kind, new Canaries('kv00'), targets, 'CLEAR', { recordStatus: 'disputed' })
    const entry = (data: unknown) => ({ kind, id: 'one', file: 'one.yaml', data }) as AnyEntry
    const data = kinds[kind].schema.parse(written) as Record<string, unknown>
    const digests = (of: Record<string, unknown>) =>
      JSON.stringify([...digestsOf(entry(of), hash), ...fieldDigestsOf(entry(of), hash)])
    const unheld = Object.keys(fieldsOf(kinds[kind].schema) ?? {}).filter((name) => {
      const { [name]: value, ...rest } = data
      return value !== undefined && digests(rest) === digests(data)
    })
    // What stands at its default was not written.
    assert.deepEqual(
      unheld.filter((name) => !FREE_FIELDS.has(name) && JSON.stringify(data[name]) !== JSON.stringify([])),
      kind === 'sources' ? ['lang'] : [],
      kind,
    )
  }
})

// What a page says of each field that no digest holds.
const IN_WORDS: Readonly<Record<string, string>> = {
  summary: 'summaries',
  description: 'descriptions',
  label: 'labels',
  note: 'notes',
  tags: 'tags',
  archive: 'archive copies',
  accessed: 'access dates',
  flags: 'flags of sources',
}
const KEPT = ['tlp', 'embargoUntil', 'statusReason', 'account', 'checked', 'aliases', 'revision', 'history']

test('README and guide name every field that no digest holds, and bodies and own fields', () => {
  const says = [...FREE_FIELDS].map((name) => (KEPT.includes(name) ? 'how a record is kept' : (IN_WORDS[name] ?? name)))
  for (const file of ['README.md', 'src/docs/guides/writing.mdx']) {
    const text = readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8').replaceAll('\n', ' ')
    const [, notHeld = ''] = /Not held are ([^.:]+)/.exec(text) ?? []
    assert.deepEqual(
      [...says, 'bodies', 'fields of your own'].filter((words) => !notHeld.includes(words)),
      [],
      file,
    )
  }
})
