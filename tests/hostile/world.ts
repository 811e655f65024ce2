import { type Knowledge, link } from '#knowledge/knowledge.ts'
import { language, line, text, url } from '#schema/fields.ts'
import { siteSchema } from '#schema/site.ts'
import { linked } from '../knowledge/linked.ts'

/** A world in which one text stands wherever a text may stand. */
export interface HostileWorld {
  readonly knowledge: Knowledge
  /** The text in fields of several lines, and in those of one; undefined where the schema refuses it. */
  readonly long: string | undefined
  readonly short: string | undefined
}

const SAFE = 'Words'
const cut = (value: string, most: number) => [...value].slice(0, most).join('')
const accepted = (schema: ReturnType<typeof text>, value: string): string | undefined => {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : undefined
}

/**
 * Puts a text into every sort of field that accepts it: titles, names, places, notes, addresses, the words of the site.
 */
export function hostileWorld(given: string): HostileWorld {
  const long = accepted(text(300, 'x'), cut(given, 150))
  const short = accepted(line(300, 'x'), cut(given, 150))
  const several = (most = 300) => (long === undefined ? SAFE : cut(long, most).trim() || SAFE)
  const one = (most = 300) => (short === undefined ? SAFE : cut(short, most).trim() || SAFE)
  const address =
    [given, `https://x.example/${given}`].find((value) => url('x').safeParse(value).success) ?? 'https://x.example/'
  const lang = language('x').safeParse(given).success ? given : 'en'
  const history = [{ revision: 1, date: '2024-01-01', type: 'addition', summary: several() }]
  const event = {
    id: 'e-stop',
    at: '2024-07-19T04:09Z',
    kind: 'onset',
    actor: 'acme',
    component: one(120),
    title: one(),
    text: several(),
    sources: ['note'],
  }
  const ask = { id: 'q-ask', ask: one(), because: 'e-stop', appliesWhen: { terms: [one(60)] } }
  const knowledge = linked({
    organizations: { acme: { name: `${one(190)} Inc.`, shortName: one(60), url: address, history } },
    sources: { note: { title: one(), publisher: one(200), authors: [one(200)], url: address, lang, history } },
    incidents: {
      '2024-07-19-stop': {
        title: one(),
        summary: several(),
        organizations: [{ org: 'acme', role: 'origin' }],
        timeline: [event],
        prompts: [ask],
        history,
      },
    },
    summits: {
      '2024-09-10-meeting': {
        title: one(),
        summary: several(),
        date: '2024-09-10',
        host: 'acme',
        place: one(200),
        history,
      },
    },
    statements: {
      '2024-09-10-acme': {
        title: one(),
        summary: several(),
        org: 'acme',
        said: '2024-09-10',
        venue: one(200),
        history,
      },
    },
    commitments: { 'acme-promise': { org: 'acme', made: '2024-01-01', due: '2024-12-31', text: several(), history } },
    topics: { topic: { question: one(200), label: one(60), description: several(), history } },
  })
  const site = siteSchema.parse({
    title: one(80),
    description: several(),
    publisher: one(120),
    language: lang,
    contentLicense: one(60),
    contact: 'desk@kb.example',
  })
  return { knowledge: link(knowledge.entries, { ...knowledge, site }), long, short }
}
