import { writeState } from './address.ts'
import type { DirectAnswer } from './answer-text.ts'
import type { Catalog, CatalogFacet } from './catalog.ts'
import type { FacetName } from './facet-names.ts'
import { type Name, namesIn } from './names.ts'
import type { Selection } from './narrow.ts'
import { kindsMeant } from './kind-words.ts'
import { isOfQuestion, outcomesIn, wordingOf } from './outcome-words.ts'
import { stanceAnswer, stancesAsked } from './stance-answers.ts'
import { STOP_WORDS } from './stop-words.ts'
import { stemOf } from './terms.ts'
import { count } from '#text/words.ts'

const numbersOf = ({ values, of }: CatalogFacet, value: string): ReadonlySet<number> => {
  const wanted = values.indexOf(value)
  return new Set(of.flatMap((own, record) => (wanted >= 0 && own.includes(wanted) ? [record] : [])))
}

const labelOf = ({ values, labels }: CatalogFacet, value: string): string => labels[values.indexOf(value)] ?? value

const search = (selection: Selection): string =>
  writeState({ typed: '', selection, order: 'relevance', grouping: 'none', literal: false, shown: 0 })

const TIMED = new Set(['time', 'long', 'median', 'quickly', 'fast', 'duration', 'mttd', 'mttr'].map(stemOf))
const MEASURED: Readonly<Record<string, readonly string[]>> = {
  detect: ['detect', 'detection', 'notice', 'mttd'],
  communicate: ['public', 'announce', 'announcement', 'tell', 'told', 'communicate'],
  mitigate: ['mitigate', 'mitigation', 'contain', 'stop'],
  recover: ['recover', 'recovery', 'restore', 'mttr'],
}

/** "How long to detect": what is known of all incidents. A query that names one of them asks something else. */
function measures(words: readonly string[], catalog: Catalog): DirectAnswer[] {
  const stems = new Set(words.map(stemOf))
  if (![...stems].some((stem) => TIMED.has(stem))) return []
  return catalog.measures
    .filter(({ measure }) => (MEASURED[measure] ?? []).some((word) => stems.has(stemOf(word))))
    .map(({ text, route }) => ({ message: '{text}', places: { text }, route }))
}

const intersection = (sets: readonly ReadonlySet<number>[]): ReadonlySet<number> =>
  sets.reduce((left, right) => left.intersection(right))

/** Labels within a sentence, each once. */
const listed = (labels: readonly string[]): string =>
  [...new Set(labels.map((label) => label.toLowerCase()))].join('; ')

/** "ESET on kernel access": how many statements, and the stances taken in them; the inquiries where there are none. */
function position(org: Name, topic: Name, { facets, positions }: Catalog): DirectAnswer {
  const of = intersection([numbersOf(facets.org, org.value), numbersOf(facets.topic, topic.value)])
  const said = of.intersection(numbersOf(facets.kind, 'statements'))
  const names = { who: labelOf(facets.org, org.value), topic: labelOf(facets.topic, topic.value).toLowerCase() }
  const selection = (kind: string): Selection => ({ kind: [kind], org: [org.value], topic: [topic.value] })
  const stances = [...said].flatMap((record) =>
    (positions.of[record] ?? []).filter((own) => positions.values[own]?.startsWith(`${topic.value}/`)),
  )
  if (stances.length > 0) {
    return {
      message: '{who} on {topic}: {count}: {stances}',
      places: {
        ...names,
        count: count(said.size, 'statement'),
        stances: listed(stances.map((own) => positions.labels[own] ?? '')),
      },
      search: search(selection('statements')),
    }
  }
  const asked = [...of.intersection(numbersOf(facets.kind, 'inquiries'))]
  if (asked.length > 0) {
    const outcomes = asked.flatMap((record) =>
      (facets.outcome.of[record] ?? []).map((own) => facets.outcome.labels[own] ?? ''),
    )
    return {
      message: '{who} on {topic}: no statement; {outcomes}',
      places: { ...names, outcomes: listed(outcomes) },
      search: search(selection('inquiries')),
    }
  }
  return {
    message: '{who} on {topic}: not known. Nobody is on record as having asked',
    places: names,
    search: search({ topic: [topic.value] }),
  }
}

const NOUN = { inquiries: 'question', commitments: 'promise' } as const
const NONE = {
  inquiries: 'No question on record: {outcome}',
  commitments: 'No promise on record: {outcome}',
} as const

/** "Who declined", "promises past due", "Atlassian promises": how many, of which outcome, of whom. */
function outcomes(
  words: readonly string[],
  kinds: ReadonlySet<string>,
  org: Name | undefined,
  { facets }: Catalog,
): DirectAnswer[] {
  const wanted = outcomesIn(words)
  const few = words.filter((word) => !STOP_WORDS.has(word)).length <= 3
  const of = org ? [numbersOf(facets.org, org.value)] : []
  return (['inquiries', 'commitments'] as const).flatMap((kind): DirectAnswer[] => {
    if (!kinds.has(kind) && !few) return []
    const own = intersection([numbersOf(facets.kind, kind), ...of])
    const [by, names] = org ? ['{who}: ', { who: labelOf(facets.org, org.value) }] : ['', {}]
    const found = wanted.flatMap((outcome) => {
      const n = own.intersection(numbersOf(facets.outcome, outcome)).size
      const selection: Selection = { kind: [kind], outcome: [outcome], ...(org ? { org: [org.value] } : {}) }
      const places = { ...names, count: count(n, NOUN[kind]), outcomes: listed([labelOf(facets.outcome, outcome)]) }
      return n === 0 ? [] : [{ message: `${by}{count}: {outcomes}`, places, search: search(selection) }]
    })
    const none =
      kinds.has(kind) && few && !org && found.length === 0
        ? wanted.filter((outcome) => isOfQuestion(outcome) === (kind === 'inquiries'))
        : []
    if (none.length > 0)
      return [
        {
          message: NONE[kind],
          places: { outcome: wordingOf(none[0] ?? '') },
          search: search({ kind: [kind] }),
        },
      ]
    if (found.length > 0 || !org || kind !== 'commitments' || !kinds.has(kind) || own.size === 0) return found
    const labels = [...own].flatMap((record) =>
      (facets.outcome.of[record] ?? [])
        .slice(0, 1)
        .map((number) => (facets.outcome.labels[number] ?? '').toLowerCase()),
    )
    const counted = [...Map.groupBy(labels, (label) => label)].map(([label, all]) => `${label} ${all.length}`)
    return [
      {
        message: `${by}{count}: {outcomes}`,
        places: { ...names, count: count(own.size, NOUN[kind]), outcomes: counted.join('; ') },
        search: search({ kind: [kind], org: [org.value] }),
      },
    ]
  })
}

const one = (names: readonly Name[], facet: FacetName): Name | undefined => {
  const own = names.filter((name) => name.facet === facet)
  return own.length === 1 ? own[0] : undefined
}

// Words around a name and a topic that ask for nothing else.
const ASIDE = new Set([
  ...STOP_WORDS,
  'say',
  'said',
  'says',
  'think',
  'thinks',
  'position',
  'positions',
  'stance',
  'view',
  'views',
  'statement',
  'statements',
  'know',
  'known',
  'asked',
  'ask',
])

/** The answers that a query asks for; none where it is not plain what is asked. `words` are all its words in order. */
export function answersTo(words: readonly string[], catalog: Catalog): DirectAnswer[] {
  const names = namesIn(words, catalog)
  const [org, topic] = [one(names, 'org'), one(names, 'topic')]
  const kinds = kindsMeant(words)
  const named = new Set([...(org?.words ?? []), ...(topic?.words ?? [])])
  const besides = words.filter((word) => !named.has(word) && !STOP_WORDS.has(word))
  const left = besides.filter((word) => !ASIDE.has(word))
  const stances = stancesAsked(words, besides)
  return [
    ...(names.every((name) => name.words.every((word) => TIMED.has(stemOf(word)))) ? measures(words, catalog) : []),
    ...(org && topic && (left.length === 0 || stances) ? [position(org, topic, catalog)] : []),
    ...(!org && topic && stances ? stanceAnswer(topic, stances, catalog) : []),
    ...outcomes(words, kinds, org, catalog),
  ].slice(0, 3)
}
