import { count } from '#text/words.ts'
import { writeState } from './address.ts'
import type { DirectAnswer } from './answer-text.ts'
import type { Catalog } from './catalog.ts'
import type { Name } from './names.ts'
import type { Selection } from './narrow.ts'
import { stemOf } from './terms.ts'

// Stances, and the words by which people ask for them.
const ASKED: readonly (readonly [stances: readonly string[], words: readonly string[]])[] = [
  [
    ['supports', 'supportsWithConditions'],
    ['support', 'supporter', 'favour', 'favor', 'endorse', 'back', 'agree'],
  ],
  [['opposes'], ['oppose', 'opponent', 'opposition', 'against', 'reject', 'object', 'disagree']],
  [['supportsWithConditions'], ['condition', 'conditional', 'conditionally']],
  [['mixed'], ['mixed']],
  [['neutral'], ['neutral', 'undecided']],
]

const STEMS = ASKED.map(([stances, words]) => [stances, new Set(words.map(stemOf))] as const)

const NOT = new Set(['no', 'not', 'never', 'without', 'nobody', 'none', 'don', 'doesn', 'didn', 'isn', 'won'])

/** Words around a topic and a stance that ask for nothing else. */
const ASIDE = new Set(
  ['statement', 'vendor', 'company', 'organization', 'position', 'stance', 'opinion', 'view', 'say', 'said'].map(
    stemOf,
  ),
)

/**
 * What a query asks for of the statements on a topic: `words` are all its words, `besides` those that carry meaning and
 * name nothing. Undefined where they ask for anything else, or deny it ("who does not support").
 */
export function stancesAsked(words: readonly string[], besides: readonly string[]): readonly string[] | undefined {
  if (words.some((word) => NOT.has(word))) return undefined
  const stems = besides.map(stemOf)
  const asked = STEMS.filter(([, own]) => stems.some((stem) => own.has(stem)))
  const known = (stem: string) => ASIDE.has(stem) || asked.some(([, own]) => own.has(stem))
  if (asked.length === 0 || !stems.every(known)) return undefined
  // "support with conditions" is asked for both ways, and means what both have in common.
  const [first, ...more] = asked.map(([stances]) => new Set(stances))
  const both = more.reduce((left, right) => left.intersection(right), first ?? new Set<string>())
  return both.size > 0 ? [...both] : undefined
}

/** A stance that no statement takes, in words. */
const NONE: Readonly<Record<string, string>> = {
  supports: '{topic}: no statement on record supports it',
  opposes: '{topic}: no statement on record opposes it',
}

/**
 * "Who opposes kernel access": how many statements take a stance on a topic, and of how many organizations, with a link
 * to them. Where there are none, that, with a link to all statements on the topic; nothing where there are none at all.
 */
export function stanceAnswer(
  { value: topic }: Name,
  stances: readonly string[],
  { facets, positions }: Catalog,
): DirectAnswer[] {
  const label = facets.topic.labels[facets.topic.values.indexOf(topic)] ?? topic
  const [statements, about] = [facets.kind.values.indexOf('statements'), facets.topic.values.indexOf(topic)]
  const all = facets.kind.of.flatMap((kinds, record) =>
    kinds.includes(statements) && facets.topic.of[record]?.includes(about) ? [record] : [],
  )
  const wanted = stances.map((stance) => positions.values.indexOf(`${topic}/${stance}`)).filter((own) => own >= 0)
  const of = (record: number) => (positions.of[record] ?? []).filter((own) => wanted.includes(own))
  const found = all.filter((record) => of(record).length > 0)
  const search = (selection: Selection): string =>
    writeState({ typed: '', selection, order: 'relevance', grouping: 'none', literal: false, shown: 0 })
  const link: Selection = { kind: ['statements'], topic: [topic] }
  if (found.length === 0) {
    const message = NONE[stances[0] ?? '']
    return message === undefined || all.length === 0
      ? []
      : [{ message, places: { topic: label }, search: search(link) }]
  }
  const orgs = new Set(found.flatMap((record) => facets.org.of[record] ?? []))
  const words = [...new Set(found.flatMap(of))].map((own) => (positions.labels[own] ?? '').toLowerCase())
  return [
    {
      message: '{topic}: {statements} of {organizations}: {stances}',
      places: {
        topic: label,
        statements: count(found.length, 'statement'),
        organizations: count(orgs.size, 'organization'),
        stances: words.join('; '),
      },
      search: search({ ...link, stance: stances.filter((stance) => facets.stance.values.includes(stance)) }),
    },
  ]
}
