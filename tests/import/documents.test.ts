import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { printCompanion, printDraft } from '#import/print.ts'
import { FOLDER, importFixture } from './settings.ts'

const documents = readdirSync(FOLDER).filter((name) => /\.(?:md|txt|html|json)$/.test(name))

// Times of these name no zone.
const TIMEZONES: Readonly<Record<string, string>> = { 'chat-export.md': 'America/New_York' }

/** What is expected of a document: its records and what was not placed, as the command prints them. */
function told(name: string): string {
  const timezone = TIMEZONES[name]
  const { drafts, companions, notes } = importFixture(name, timezone === undefined ? {} : { timezone })
  return [
    ...drafts.map((draft) => `==> incidents/${draft.id}.md <==\n${printDraft(draft)}`),
    ...companions.map((one) => `==> ${one.kind}/${one.id}.yaml <==\n${printCompanion(one)}`),
    ...notes.map(
      ({ line, message, fix }) =>
        `! ${line === undefined ? '' : `line ${line}: `}${message}${fix ? `\n  Fix: ${fix}` : ''}\n`,
    ),
  ].join('\n')
}

test('the documents are of many forms', () => assert.ok(documents.length >= 15))

for (const name of documents)
  test(`${name} becomes the record expected`, () => {
    const expected = join(FOLDER, 'expected', `${name}.txt`)
    assert.ok(existsSync(expected), expected)
    assert.equal(told(name), readFileSync(expected, 'utf8'))
  })
