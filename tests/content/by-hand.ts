import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { AnyEntry } from '#schema/entry.ts'
import type { Tlp } from '#schema/vocabularies.ts'
import { stringify } from 'yaml'
import { type Content, readContent } from '#content/read.ts'
import { contentFolder, SMALL } from '../content-folder.ts'

export const INCIDENT = 'incidents/2026-01-05-router-outage.mdx'
export const SUMMIT = 'summits/2026-02-10-router-review.mdx'
export const APOLOGY = 'statements/2026-01-06-acme-apology.mdx'
export const REPLY = 'statements/2026-02-10-harbor-review.mdx'
export const CITATION = 'citations/harbor-design-review.yaml'
export const PROMISE = 'commitments/acme-staged-updates.yaml'
export const HISTORY = 'history: [{ revision: 1, date: "2026-03-01", type: addition, summary: First recorded. }]\n'

export const redOrganization = { 'organizations/zirconia.yaml': `name: Zirconia\nkind: vendor\ntlp: RED\n${HISTORY}` }
export const redTopic = {
  'topics/zirconia-rules.yaml': `question: Zirconia rules?\ndescription: Whether it does.\ntlp: RED\n${HISTORY}`,
}
export const redSource = {
  'sources/tellurium-note.yaml':
    `title: Tellurium\ntype: webpage\npublisher: Quietus\nkind: ` +
    `primary\nurl: https://quietus.example/x\ntlp: RED\n${HISTORY}`,
}
export const redIncident = {
  'incidents/2026-01-06-molybdenum.mdx':
    `---\ntitle: Molybdenum\nsummary: It broke.\nkind: ` +
    `fault\nseverity: minor\ntlp: RED\n${HISTORY}---\nIt broke.\n`,
}

/** What is changed in files of the small folder: a text for a new file, or texts to put for others that stand in it. */
export type Edits = Readonly<Record<string, string | readonly (readonly [string, string])[]>>

/** The small folder with changes, read for an audience on the day that the site is built. */
export function readWith(t: TestContext, edits: Edits, level: Tlp = 'CLEAR'): Content {
  const files = Object.entries(edits).map(([file, change]): [string, string] => {
    if (typeof change === 'string') return [file, change]
    return [
      file,
      change.reduce(
        (text, [from, to]) => {
          assert.ok(text.includes(from), `${file} holds ${from}`)
          return text.replace(from, () => to)
        },
        readFileSync(join(SMALL, file), 'utf8'),
      ),
    ]
  })
  return readContent(join(contentFolder(t, Object.fromEntries(files)), 'content'), {
    level,
    now: Date.UTC(2026, 5, 1),
    drafts: false,
  })
}

const seen = ({ kind, id, file, data, body, mentions = [], assets = [] }: AnyEntry) => ({
  kind,
  id,
  file,
  data,
  body,
  mentions: mentions.map(({ ref, by }) => [ref, by]),
  assets,
})

/**
 * Holds a reading of content with restricted things to be the same as one of content from which they were removed by
 * hand.
 */
export function sameAsByHand(t: TestContext, written: Edits, byHand: Edits, level: Tlp = 'CLEAR'): void {
  const everything = readWith(t, written, 'RED')
  const [cut, removed] = [readWith(t, written, level), readWith(t, byHand, level)]
  for (const { findings } of [everything, cut, removed]) assert.deepEqual(findings, [])
  assert.notDeepEqual(everything.entries.map(seen), removed.entries.map(seen))
  assert.deepEqual(cut.entries.map(seen), removed.entries.map(seen))
  // Where two places share one list, a twin in YAML would show it.
  assert.doesNotMatch(stringify(cut.entries.map(seen)), /: [&*]a\d/)
}
