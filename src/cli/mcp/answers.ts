import { FORMS, isForm } from '#exports/cite.ts'
import { citablePublished, publishedPart } from '#exports/published.ts'
import { isUnreadable, readChange } from '#review/read-change.ts'
import { isTelling, wordsOf } from '#review/words.ts'
import { parseReference, printReference, type Reference } from '#schema/references.ts'
import { isProblem, parseMoment } from '#time/moment.ts'
import { UsageError } from '../context.ts'
import type { PlainRecord, PublishedSite } from './published-site.ts'

const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(texts)
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(texts)
        : []

const titleOf = ({ data, id }: PlainRecord): string => {
  const named = [data['title'], data['name'], data['question'], data['text']].find((one) => typeof one === 'string')
  return typeof named === 'string' ? named : id
}

/** Where in a record the words of a question stand: the record itself, or one of its parts. */
function passages(record: PlainRecord): { part?: string; text: string }[] {
  const parts = Object.values(record.data).flatMap((list) =>
    (Array.isArray(list) ? list : []).flatMap((item: unknown) => {
      const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined
      return typeof id === 'string' && /^[a-z]-/.test(id) ? [{ part: id, text: texts(item).join(' ') }] : []
    }),
  )
  const own = [record.id, titleOf(record), record.data['summary'], record.data['description'], record.data['tags']]
  return [{ text: texts(own).join(' ') }, ...parts]
}

/**
 * Records and parts with the words of a question, best first; each word counts the more, the fewer passages have it.
 */
export async function search(site: PublishedSite, query: string, kind: string | undefined, most: number) {
  const { records } = await site.knowledge()
  const asked = [...new Set(wordsOf(query))].filter((word) => isTelling(word) || /^\d+$/.test(word))
  const all = records
    .filter((record) => kind === undefined || record.recordKind === kind)
    .flatMap((record) => passages(record).map((own) => ({ record, ...own, words: new Set(wordsOf(own.text)) })))
  const holding = new Map(asked.map((word) => [word, all.filter(({ words }) => words.has(word)).length]))
  const weight = (word: string) => Math.log(1 + all.length / (1 + (holding.get(word) ?? 0)))
  return all
    .map((one) => {
      const score = asked.filter((word) => one.words.has(word)).reduce((sum, word) => sum + weight(word), 0)
      return { ...one, score: one.part === undefined ? score * 1.3 : score }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.record.id < b.record.id ? -1 : 1))
    .slice(0, most)
    .map(({ record, part, text }) => ({
      reference: printReference({ id: record.id, ...(part === undefined ? {} : { part }), revision: record.revision }),
      kind: record.recordKind,
      title: titleOf(record),
      passage: text.slice(0, 400),
      url: `${record.url}${part === undefined ? '' : `#${part}`}`,
    }))
}

async function find(site: PublishedSite, written: string) {
  const reference: Reference | undefined = parseReference(written.trim())
  if (!reference) throw new UsageError(`expected id, id#part or id#part@r3, found "${written}"`)
  const refs = await site.refs()
  const known = refs.find(reference.id)
  if (!known) throw new UsageError(`there is no record "${reference.id}".${refs.near(reference.id)}`)
  if (reference.part !== undefined && !Object.hasOwn(known.parts, reference.part))
    throw new UsageError(
      `${known.id} has no part "${reference.part}"; it has ${Object.keys(known.parts).join(', ') || 'none'}`,
    )
  return { reference, known }
}

/** A record, or one part of it, with its address and sources as the site publishes them. */
export async function get(site: PublishedSite, written: string) {
  const { reference, known } = await find(site, written)
  const record = await site.record(known.recordKind, known.id)
  if (reference.part === undefined) return record
  const part = publishedPart(record, reference.part)
  return {
    ...{ recordKind: known.recordKind, id: known.id, title: known.title, revision: known.revision },
    url: `${record.url}#${reference.part}`,
    ...(record.disclosure === undefined ? {} : { disclosure: record.disclosure }),
    part: part?.data ?? null,
  }
}

/** What an organization held on each topic, or on one, as of a day (`2024-09-12`); without a day, as of the build. */
export async function position(
  site: PublishedSite,
  organization: string,
  topic: string | undefined,
  asOf: string | undefined,
) {
  if (asOf !== undefined && (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || isProblem(parseMoment(asOf))))
    throw new UsageError(`expected a day such as 2024-09-12, found "${asOf}"`)
  const { asOf: built } = await site.knowledge()
  const day = asOf ?? built
  const rows = (await site.positions()).filter(
    (row) => row['organization'] === organization && (topic === undefined || row['topic'] === topic),
  )
  const refs = await site.refs()
  if (rows.length === 0 && refs.find(organization)?.recordKind !== 'organizations')
    throw new UsageError(`there is no organization "${organization}" with a position.${refs.near(organization)}`)
  // Else a slip in an id would read as silence on the topic.
  if (topic !== undefined && refs.find(topic)?.recordKind !== 'topics')
    throw new UsageError(`there is no topic "${topic}".${refs.near(topic)}`)
  const held = rows.filter(({ from = '', until = '' }) => from <= day && (until === '' || day < until))
  return { organization, asOf: day, positions: held.map(({ organization: _, ...row }) => row) }
}

/** Incidents whose lesson may apply to a diff, a list of files or a paragraph. */
export async function precedents(site: PublishedSite, text: string) {
  const change = readChange(text)
  if (isUnreadable(change)) throw new UsageError(change.problem)
  return (await site.finder()).suggest(change)
}

/** A citation of a record or part, as the site copies it; it pins the revision that is published. */
export async function cite(site: PublishedSite, written: string, form: string): Promise<string> {
  if (!isForm(form)) throw new UsageError(`expected one of ${Object.keys(FORMS).join(', ')}, found "${form}"`)
  const { reference, known } = await find(site, written)
  const cited = citablePublished(await site.record(known.recordKind, known.id), reference.part ?? '')
  if (!cited) throw new UsageError(`${written} cannot be cited`)
  return FORMS[form].make(cited)
}
