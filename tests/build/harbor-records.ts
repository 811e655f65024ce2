import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { freshFolder } from '../fresh-folder.ts'
import { astroBuild, builtTexts, writeFiles } from './site.ts'

// What these records have that no plant made from the schema has: fields of the site's own with closed lists, drafts,
// embargoes, incidents that go on, and cases whose last step few may read.
const PROJECT = resolve(import.meta.dirname, '../fixtures/own-site')
const NOW = { AFTERMATH_NOW: '2026-06-01', AFTERMATH_OG: '0' }
const HISTORY =
  'revision: 1\nhistory: [{ revision: 1, date: "2026-04-02", type: addition, summary: First recorded. }]\n'
const SOURCES = 'sources: [harbor-report]'

/** A whole incident of the third tier, which no other has. */
const whole = (marks: string) =>
  `---\ntitle: The umbral crane stood\nsummary: An umbral crane ` +
  `stood.\nkind: fault\nseverity: minor\nstate: investigating\n` +
  `causes: [power]\ntier: bronze\nticket: UMBRAL-1\nproducts: [{ name: Umbral Edge, ` +
  `formerNames: [Sepia Edge] }]\n${marks}${HISTORY}---\n\nWords of umbral.\n`

/** An incident that goes on: with what few may read of it, or as it is without. */
const open = (all: boolean) =>
  `---\ntitle: The gates stay open\nsummary: The gates of the yard do not ` +
  `close.\nkind: fault\nseverity: minor\nstate: identified\n` +
  `causes: [power]\ntier: gold\ntimeline:\n` +
  `  - { id: e-open, title: The gates did not close, at: "2026-04-02T06:00Z", kind: onset, ${SOURCES} }\n` +
  (all
    ? '  - { id: e-umbral, title: An umbral relay was found, at: ' +
      `"2026-04-03T06:00Z", kind: investigation, tlp: AMBER, ${SOURCES} }\n`
    : '') +
  (all
    ? `prompts:\n  - { id: q-umbral, ask: Does the umbral relay hold?, because: ` +
      `e-umbral, tlp: AMBER, appliesWhen: { terms: [umbral] } }\n`
    : '') +
  `revision: ${all ? 3 : 2}\nhistory:\n  - { revision: 1, date: ` +
  `"2026-04-02", type: addition, summary: First recorded. }\n` +
  (all
    ? '  - { revision: 2, date: "2026-04-03", type: addition, summary: An ' +
      `umbral relay., changed: [e-umbral], tlp: AMBER }\n`
    : '') +
  `  - { revision: ${all ? 3 : 2}, date: "2026-04-04", type: editorial, summary: A slip was mended. }\n` +
  `---\n\nThe yard is guarded.\n`

const legal = (all: boolean) =>
  `title: Crews v. Harbor\nsummary: The crews sued Harbor over lost ` +
  `shifts.\nkind: lawsuit\nstate: pending\nparties:\n` +
  `  - { who: harbor, role: defendant }\nincidents: [2026-03-02-crane-scheduler]\nclaims:\n` +
  `  - { id: c-shifts, text: Harbor owed the lost shifts., fate: pending, ${SOURCES} }\n` +
  (all
    ? '  - { id: c-umbral, text: Harbor hid an umbral log., fate: ' +
      `dismissed, decided: s-umbral, tlp: AMBER, ${SOURCES} }\n`
    : '') +
  `steps:\n  - { id: s-filed, at: "2026-04-10", kind: filing, text: The crews filed., ${SOURCES} }\n` +
  (all
    ? `  - { id: s-umbral, at: "2026-05-10", kind: ruling, text: The umbral claim went., tlp: AMBER, ${SOURCES} }\n`
    : '') +
  `${SOURCES}\n${HISTORY}`

const HIDDEN = {
  'incidents/2026-04-01-umbral-crane.mdx': whole('tlp: AMBER\n'),
  'incidents/2026-04-05-umbral-draft.mdx': whole('recordStatus: draft\n'),
  'incidents/2026-04-06-umbral-embargo.mdx': whole('embargoUntil: "2027-01-01T00:00Z"\n'),
  'citations/umbral-review.yaml':
    `title: Review of the umbral yard\nat: "2026-04-20"\nkind: designReview\ncites: ` +
    `[2026-03-02-crane-scheduler#e-wrong-zone]\ntlp: GREEN\n${HISTORY}`,
  'topics/umbral-relays.yaml':
    `question: Should umbral relays be allowed?\ndescription: As it ` +
    `says.\nembargoUntil: "2026-06-02T00:00Z"\n${HISTORY}`,
}

/** Whatever only few may see of these records is about something umbral. */
export const isHidden = (text: string): boolean => /umbral|sepia/i.test(text)

/** Builds the site with these records, all of them or as if what it hides had never been written; gives its files. */
export function built(name: string, all: boolean): Map<string, string> {
  const content = join(freshFolder(), name)
  cpSync(join(PROJECT, 'content'), content, { recursive: true })
  writeFiles(content, {
    'incidents/2026-04-02-gates.mdx': open(all),
    'proceedings/crews-v-harbor.yaml': legal(all),
    ...(all ? HIDDEN : {}),
    ...(all ? { 'descriptions.yaml': '2026-04-01-umbral-crane:\n  - the umbral crane would not move\n' } : {}),
    ...(all
      ? { 'ledger.restricted.json': '{"schemaVersion":"1.0","records":{"umbral":{"revision":1,"parts":{}}}}' }
      : {}),
  })
  const { status, said, out } = astroBuild(PROJECT, { ...NOW, AFTERMATH_CONTENT: content })
  assert.equal(status, 0, said)
  assert.ok(!isHidden(said))
  return builtTexts(out)
}
