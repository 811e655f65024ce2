import type { Knowledge } from '#knowledge/knowledge.ts'
import { absolute, routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { CAUSE } from '#schema/incident-words.ts'
import type { Precedents } from '#review/precedents.ts'
import { settingsIn } from '#review/settings.ts'
import { FEWEST, isTelling, wordsOf } from '#review/words.ts'
import { labelOf } from '#views/label.ts'
import { phases } from '#views/phases.ts'
import { packStrip, stripOf } from '#views/strip.ts'
import { disclosureOf, SCHEMA_VERSION } from './twin.ts'

const WORDS_KEPT = 120
// The usual values of BM25 (Robertson and Zaragoza, 2009).
const K1 = 1.2
const B = 0.75

/** Text of an incident by how much it says of its lesson. */
function fields(
  knowledge: Knowledge,
  { data }: Entry<'incidents'>,
): readonly (readonly [weight: number, text: string])[] {
  const controls = data.controls
    .filter(({ state }) => state !== 'worked')
    .flatMap(({ control }) => knowledge.get('controls', control)?.data.title ?? [])
  return [
    [3, [data.title, data.summary, ...data.causes.map((cause) => CAUSE[cause].label)].join('\n')],
    [
      2,
      [
        ...data.findings.map(({ text }) => text),
        ...data.prompts.flatMap(({ ask, appliesWhen }) => [ask, ...appliesWhen.terms]),
        ...controls,
      ].join('\n'),
    ],
    [
      1,
      [
        ...data.products.map(({ name }) => name),
        ...data.tags,
        ...data.timeline.flatMap(({ kind, title, text }) => (kind === 'followUp' ? [] : [title, text ?? ''])),
        ...data.controls.map(({ note }) => note ?? ''),
      ].join('\n'),
    ],
  ]
}

/** Identifiers and settings that findings, causes of events, safeguards and tags name. */
const settingsOf = ({ data }: Entry<'incidents'>): string[] => [
  ...new Set(
    [
      ...data.findings.map(({ text }) => text),
      ...data.timeline.flatMap(({ title, text }) => [title, text ?? '']),
      ...data.controls.map(({ note }) => note ?? ''),
      ...data.tags,
    ].flatMap(settingsIn),
  ),
]

function frequencies(knowledge: Knowledge, incident: Entry<'incidents'>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [weight, text] of fields(knowledge, incident))
    for (const word of wordsOf(text)) if (isTelling(word)) counts.set(word, (counts.get(word) ?? 0) + weight)
  return counts
}

function weigh(all: readonly Map<string, number>[]): Record<string, number>[] {
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0)
  const average = all.reduce((total, counts) => total + sum(counts), 0) / Math.max(1, all.length)
  const documents = new Map<string, number>()
  for (const counts of all) for (const word of counts.keys()) documents.set(word, (documents.get(word) ?? 0) + 1)
  return all.map((counts) => {
    const length = sum(counts)
    const weights = [...counts].map(([word, count]): [string, number] => {
      const holding = documents.get(word) ?? 1
      const idf = Math.log(1 + (Math.max(FEWEST, all.length) - holding + 0.5) / (holding + 0.5))
      return [
        word,
        Math.round(100 * idf * ((count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / average)))) / 100,
      ]
    })
    return Object.fromEntries(
      weights.sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)).slice(0, WORDS_KEPT),
    )
  })
}

// Most telling first. A lesson is a sentence: what follows it in the finding is on the page.
const TEACHING = ['lesson', 'rootCause', 'contributing', 'trigger']

function lessonOf({ data }: Entry<'incidents'>): { lesson?: string } {
  const kind = TEACHING.find((own) => data.findings.some((finding) => finding.kind === own))
  const text = data.findings.find((finding) => finding.kind === kind)?.text
  return text === undefined ? {} : { lesson: /^.+?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text }
}

function stripFor(incident: Entry<'incidents'>): { strip?: unknown } {
  const shape = phases(incident)
  return shape ? { strip: packStrip(stripOf(shape)) } : {}
}

// Every page of changes and controls asks, and the words of all incidents are weighed against one another.
const weighed = new WeakMap<Knowledge, Precedents>()

/** Everything the finder needs to know of a knowledge base. Withdrawn and superseded incidents are no precedents. */
export function precedents(knowledge: Knowledge): Precedents {
  const made = weighed.get(knowledge) ?? weighAll(knowledge)
  weighed.set(knowledge, made)
  return made
}

function weighAll(knowledge: Knowledge): Precedents {
  const incidents = knowledge
    .all('incidents')
    .filter(({ data }) => data.recordStatus !== 'withdrawn' && data.recordStatus !== 'superseded')
  const words = weigh(incidents.map((incident) => frequencies(knowledge, incident)))
  const url = (id: string, part?: string) => absolute(knowledge, routes.record('incidents', id, part))
  return {
    schemaVersion: SCHEMA_VERSION,
    ...disclosureOf(knowledge),
    site: knowledge.address ?? null,
    incidents: incidents.map((incident, index) => ({
      id: incident.id,
      title: labelOf(knowledge, incident),
      ...(incident.data.shortTitle === undefined ? {} : { shortTitle: incident.data.shortTitle }),
      ...lessonOf(incident),
      ...stripFor(incident),
      summary: incident.data.summary,
      url: url(incident.id),
      revision: incident.data.revision,
      controls: incident.data.controls.flatMap(({ control, state }) => {
        const found = knowledge.get('controls', control)
        return found
          ? [{ title: found.data.title, state, url: absolute(knowledge, routes.record('controls', control)) }]
          : []
      }),
      products: [...new Set(incident.data.products.map(({ name }) => name))],
      causes: incident.data.causes.map((cause) => CAUSE[cause].label),
      settings: settingsOf(incident),
      findings: incident.data.findings.map(({ id, text }) => ({ id, text })),
      prompts: incident.data.prompts.map(({ id, ask, because, appliesWhen }) => ({
        id,
        ask,
        url: url(incident.id, id),
        because,
        ...appliesWhen,
      })),
      words: words[index] ?? {},
    })),
  }
}
