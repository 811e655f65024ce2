import { stringify } from 'yaml'
import { KINDS, type Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'

// Shares of the kinds in the content of this repository, rounded.
const SHARES: Readonly<Record<Kind, number>> = {
  incidents: 0.05,
  summits: 0.03,
  statements: 0.15,
  commitments: 0.1,
  inquiries: 0.02,
  proceedings: 0.01,
  organizations: 0.19,
  topics: 0.02,
  controls: 0.03,
  sources: 0.4,
  citations: 0.01,
}
const WORDS = (
  'the update reached hosts that were online and each one read new file stopped before rollback was seen ' +
  'by fleet team vendor customer service region request change alarm queue network limit signal record ' +
  'source stage review capacity restart config driver sensor kernel policy test release'
).split(' ')

/** A seeded stream of whole numbers below a limit (Numerical Recipes); the same seed gives the same content. */
function stream(seed: number): (limit: number) => number {
  let state = (seed * 2654435761) % 4294967296
  return (limit) => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return Math.floor((state / 4294967296) * limit)
  }
}

/** One synthetic record: its file, what the schema takes, its text. */
export interface Synthetic {
  readonly kind: Kind
  readonly id: string
  readonly data: Readonly<Record<string, unknown>>
  readonly body?: string
}

/** The file of a record as an author would write it. */
export function fileOf({ kind, id, data, body }: Synthetic): readonly [string, string] {
  const yaml = stringify(data, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 })
  return kinds[kind].body ? [`${kind}/${id}.mdx`, `---\n${yaml}---\n\n${body ?? ''}`] : [`${kind}/${id}.yaml`, yaml]
}

const pad = (number: number) => String(number).padStart(2, '0')

/**
 * About `records` records that pass every check: sizes, lengths and links as in the content of this repository (an
 * incident of some 13 kB with 24 events, 3 sources to a claim at most, statements that answer one another).
 */
export function synthetic(records: number, seed = 1): Synthetic[] {
  const next = stream(seed)
  const sizes = Object.fromEntries(
    KINDS.map((kind) => [kind, Math.max(2, Math.round(records * SHARES[kind]))]),
  ) as Record<Kind, number>
  const words = (count: number) => Array.from({ length: count }, () => WORDS[next(WORDS.length)]).join(' ')
  const sentence = () => `A ${words(8 + next(10))}.`
  const day = (index: number) => `20${pad(10 + (index % 15))}-${pad(1 + (index % 12))}-${pad(1 + (index % 28))}`
  const org = (index: number) => `org${index % sizes.organizations}`
  const source = () => `source-${next(sizes.sources)}`
  const sources = () => [...new Set(Array.from({ length: 1 + next(3) }, source))]
  const topic = () => `topic-${next(sizes.topics)}`
  const incident = (index: number) => `${day(index)}-incident-${index}`
  const statement = (index: number) => `${day(index)}-${org(index)}-statement-${index}`
  const history = [{ revision: 1, date: '2026-01-01', type: 'addition', summary: 'First recorded.' }]
  const paragraph = () =>
    `${sentence()} *${sentence()}* ${sentence()} ` +
    `[${words(3)}](${incident(next(sizes.incidents))}) <Src id="${source()}" />\n\n`
  const body = (size: number) => {
    let text = ''
    for (let at = 0; text.length < size; at += 1)
      text +=
        at % 4 === 3
          ? `## ${words(3)} ${at}\n\n- ${sentence()} <Ref ` +
            `to="${incident(next(sizes.incidents))}" />\n- ${sentence()}\n\n`
          : paragraph()
    return text
  }
  const timeline = (index: number) =>
    Array.from({ length: 24 }, (_, at) => ({
      id: `e-${at}`,
      at: `${day(index)}T${pad(at)}:${pad(next(60))}Z`,
      kind: at === 0 ? 'onset' : at === 23 ? 'followUp' : at === 22 ? 'recovery' : 'context',
      actor: org(next(sizes.organizations)),
      title: `Team saw ${words(8)}`,
      text: sentence(),
      sources: sources(),
    }))
  const make: Record<Kind, (index: number) => Omit<Synthetic, 'kind'>> = {
    incidents: (index) => {
      const events = timeline(index)
      return {
        id: incident(index),
        data: {
          title: `The ${words(7)}`,
          summary: sentence(),
          kind: 'fault',
          severity: 'major',
          topics: [topic()],
          causes: ['change-config'],
          organizations: [
            { org: org(index), role: 'origin' },
            { org: org(index + 1), role: 'affected' },
          ],
          milestones: [
            { id: 'm-began', name: 'began', at: events[0]?.at, event: 'e-0' },
            { id: 'm-recovered', name: 'recovered', at: events[22]?.at, event: 'e-22' },
          ],
          timeline: events,
          impact: [1, 2, 3].map((n) => ({
            id: `i-${n}`,
            measure: `measure-${n}`,
            what: words(5),
            value: next(9000),
            assertedBy: org(index),
            sources: sources(),
          })),
          findings: [1, 2, 3].map((n) => ({
            id: `f-${n}`,
            kind: 'contributing',
            text: sentence(),
            sources: sources(),
          })),
          controls: [{ control: `control-${next(sizes.controls)}`, state: 'absent', sources: sources() }],
          prompts: [
            {
              id: 'q-1',
              ask: `Does ${words(8)}?`,
              because: 'e-0',
              appliesWhen: { terms: [words(1)], changes: ['configuration'] },
            },
          ],
          history,
        },
        body: body(4000),
      }
    },
    summits: (index) => ({
      id: `${day(index)}-summit-${index}`,
      data: {
        title: `Meeting on ${words(5)}`,
        summary: sentence(),
        kind: 'summit',
        date: day(index),
        host: org(index),
        attribution: 'hostSummary',
        follows: [incident(next(sizes.incidents))],
        topics: [topic()],
        participants: [0, 1, 2].map((n) => ({
          org: org(index + n),
          capacity: n === 0 ? 'host' : 'vendor',
          attendance: 'attended',
          basis: 'hostNamed',
          sources: sources(),
        })),
        points: [1, 2, 3, 4].map((n) => ({
          id: `p-${n}`,
          kind: 'theme',
          force: 'discussed',
          text: sentence(),
          assertedBy: org(index),
          sources: sources(),
        })),
        history,
      },
      body: body(1500),
    }),
    statements: (index) => ({
      id: statement(index),
      data: {
        title: `It said ${words(6)}`,
        summary: sentence(),
        org: org(index),
        said: day(index),
        venue: 'Its blog',
        channel: 'blog',
        officialness: 'official',
        about: { incidents: [incident(next(sizes.incidents))] },
        positions: [{ topic: topic(), stance: 'supports', basis: 'quoted', quote: 'k-1' }],
        quotes: [{ id: 'k-1', text: words(20) }],
        sources: sources(),
        history,
      },
      body: body(700),
    }),
    commitments: (index) => ({
      id: `${org(index)}-promise-${index}`,
      data: {
        org: org(index),
        made: day(index),
        text: sentence(),
        force: 'commitment',
        incident: incident(next(sizes.incidents)),
        topics: [topic()],
        sources: sources(),
        log: [
          {
            id: 'l-1',
            at: `20${pad(30)}-01-01`.replace('2030', '2025'),
            assertedBy: org(index),
            claimed: 'inProgress',
            note: sentence(),
            sources: sources(),
          },
        ],
        history,
      },
    }),
    inquiries: (index) => ({
      id: `inquiry-${index}`,
      data: {
        org: org(index),
        askedBy: 'editor',
        about: { topic: topic() },
        outcome: 'noReply',
        at: day(index),
        sources: sources(),
        history,
      },
    }),
    proceedings: (index) => ({
      id: `proceeding-${index}`,
      data: {
        title: `The ${words(5)}`,
        summary: sentence(),
        kind: 'lawsuit',
        state: 'pending',
        parties: [
          { who: org(index), role: 'plaintiff' },
          { who: org(index + 1), role: 'defendant' },
        ],
        incidents: [incident(next(sizes.incidents))],
        claims: [{ id: 'c-1', text: sentence(), sources: sources() }],
        steps: [{ id: 's-1', at: day(index), kind: 'filing', by: org(index), text: sentence(), sources: sources() }],
        sources: sources(),
        history,
      },
    }),
    organizations: (index) => ({
      id: org(index),
      data: {
        name: `Organization ${index} ${words(1)}`,
        kind: 'vendor',
        url: `https://org${index}.example`,
        description: sentence(),
        history,
      },
    }),
    topics: (index) => ({
      id: `topic-${index}`,
      data: { question: `Should ${words(8)}?`, label: `Topic ${index}`, description: sentence(), history },
    }),
    controls: (index) => ({
      id: `control-${index}`,
      data: { title: `Control ${index}`, summary: sentence(), topics: [topic()], history },
      body: body(1200),
    }),
    sources: (index) => ({
      id: `source-${index}`,
      data: {
        title: `Report ${index} on ${words(6)}`,
        type: 'report',
        publisher: `Organization ${index % sizes.organizations}`,
        published: day(index),
        url: `https://source.example/${index}`,
        kind: 'primary',
        read: 'whole',
        history,
      },
    }),
    citations: (index) => ({
      id: `citation-${index}`,
      data: {
        title: `Review ${index}`,
        at: day(index),
        kind: 'codeReview',
        cites: [incident(next(sizes.incidents))],
        history,
      },
    }),
  }
  return KINDS.flatMap((kind) => Array.from({ length: sizes[kind] }, (_, index) => ({ kind, ...make[kind](index) })))
}
