import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SMALL } from '../content-folder.ts'

const STEP = (revision: number, type: string, summary: string, changed: string) =>
  `  - { revision: ${revision}, date: "2026-03-0${revision}", type: ` +
  `${type}, summary: ${summary}, changed: [${changed}] }\n`
const FIRST = STEP(1, 'addition', 'First recorded.', '')

/** The incident of the small folder, under a second address and in its third revision. */
function revisedIncident(): string {
  const history = `history:\n${FIRST}${STEP(2, 'correction', 'The count was put right.', 'i-routers')}${STEP(3, 'correction', 'The withdrawal was timed.', 'e-withdrawn')}`
  return readFileSync(join(SMALL, 'incidents/2026-01-05-router-outage.mdx'), 'utf8').replace(
    /history:\n.+\n/,
    `aliases: [2026-01-05-router-stop]\nrevision: 3\n${history}`,
  )
}

const CONTROL = `---
title: Spare lanterns
summary: A second lantern on every shelf.
recordStatus: withdrawn
statusReason: The marzipan was taken for a safeguard by mistake.
revision: 2
history:
${FIRST}${STEP(2, 'editorial', 'Withdrawn.', '')}---

The zeppelin body of a withdrawn record.
`

const withdrawn = (fields: string) =>
  `---\n${fields}recordStatus: withdrawn\nstatusReason: It was about ` +
  `another town.\nhistory:\n${FIRST}---\n\nAbout lanterns.\n`

/** Withdrawn records of the kinds that lists, charts, cards and searches draw most from. */
const WITHDRAWN: Readonly<Record<string, string>> = {
  'controls/spare-lanterns.mdx': CONTROL,
  'incidents/2026-03-01-lanterns.mdx': withdrawn(`title: Every lantern went out
summary: Lanterns.
kind: fault
severity: major
organizations: [{ org: acme, role: origin }]
topics: [staged-updates]
milestones: [{ id: m-began, name: began, at: "2026-03-01T08:00Z", event: e-dark }, { id: m-recovered, name: recovered, at: "2026-03-01T09:00Z", sources: [acme-report] }]
timeline: [{ id: e-dark, at: "2026-03-01T08:00Z", kind: onset, actor: acme, title: The lantern room was dark, sources: [acme-report] }]
controls: [{ control: staged-rollout, state: absent, sources: [acme-report] }]
prompts: [{ id: q-lantern, ask: Is there a second lantern?, because: e-dark, appliesWhen: { changes: [releaseProcess] } }]
related: [{ incident: 2026-01-05-router-outage, how: sameParty }]
`),
  'statements/2026-03-02-acme-lanterns.mdx': withdrawn(`title: Acme spoke of a lantern
summary: Lanterns.
org: acme
said: "2026-03-02"
venue: Its blog
channel: blog
officialness: official
about: { incidents: [2026-01-05-router-outage] }
positions: [{ topic: staged-updates, stance: supports, basis: paraphrased }]
respondsTo: [{ statement: 2026-01-06-acme-apology, how: clarifies }]
sources: [acme-report]
`),
}

/** Where the withdrawn records stand, without endings. */
export const WITHDRAWN_RECORDS: readonly string[] = Object.keys(WITHDRAWN).map((file) => file.replace('.mdx', ''))

/** What two parts said when earlier revisions were released. */
const WORDS = {
  schemaVersion: '1.0',
  records: {
    '2026-01-05-router-outage': {
      'i-routers': { 1: { measure: 'routers-stopped', what: 'Routers that stopped', value: 1200, qualifier: 'about' } },
      'e-withdrawn': { 1: { at: '2026-01-05', kind: 'mitigation', title: 'Acme withdrew the update' } },
    },
  },
}

/** What is laid over the small folder: an incident that was revised and renamed, and records that were withdrawn. */
export const revisedFiles = (): Record<string, string> => ({
  ...WITHDRAWN,
  'ledger.words.json': JSON.stringify(WORDS),
  'incidents/2026-01-05-router-outage.mdx': revisedIncident(),
})
