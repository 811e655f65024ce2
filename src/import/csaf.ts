import type { z } from 'zod'
import { csafFile, type document, type note, type reference, vulnerability, type Vulnerability } from './csaf-json.ts'
import { milestoneId } from './draft.ts'
import type { DraftEvent, DraftMilestone, ImportSettings, Imported, Note } from './draft.ts'
import { Ids, idWords } from './ids.ts'
import { severityOf } from './labels.ts'
import { isSamePublisher, sourceOf } from './publisher.ts'
import { pageTime } from './status-page-json.ts'
import { plainText, sentences } from './words.ts'

const TLP: Readonly<Record<string, string>> = {
  WHITE: 'CLEAR',
  CLEAR: 'CLEAR',
  GREEN: 'GREEN',
  AMBER: 'AMBER',
  'AMBER+STRICT': 'AMBER+STRICT',
  RED: 'RED',
}
const MOST_PRODUCTS = 50

/** Product names of a product tree, with their versions, in the order written; branches as deep as they nest. */
function productsOf(tree: unknown): { name: string; versions?: string }[] {
  const names = new Map<string, string[]>()
  const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
  const waiting: { node: unknown; product?: string }[] = [{ node: tree }]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { node, product } = next
    if (!isObject(node)) continue
    const [category, name] = [node['category'], node['name']]
    let own = product
    if (category === 'product_name' && typeof name === 'string') {
      own = name
      names.set(name, names.get(name) ?? [])
    } else if (
      (category === 'product_version' || category === 'product_version_range') &&
      typeof name === 'string' &&
      product !== undefined
    )
      names.get(product)?.push(name)
    for (const list of [node['branches'], own === undefined ? node['full_product_names'] : undefined])
      if (Array.isArray(list))
        for (const child of list as unknown[])
          waiting.push({ node: child, ...(own === undefined ? {} : { product: own }) })
    if (
      category === undefined &&
      typeof name === 'string' &&
      typeof node['product_id'] === 'string' &&
      names.size === 0
    )
      names.set(name, [])
  }
  return [...names].slice(0, MOST_PRODUCTS).map(([name, versions]) => {
    const joined = [...new Set(versions)].join(', ')
    return {
      name: plainText(name).slice(0, 120),
      ...(joined === '' || joined.length > 200 ? {} : { versions: joined }),
    }
  })
}

/** A line of the body: words after a label. */
const said = (label: string, words: string | null | undefined) =>
  words
    ? [
        `- ${label}: ${words
          .split('\n')
          .map((line) => line.trim())
          .join(' ')}`,
      ]
    : []

function bodyOf(
  vulnerabilities: readonly Vulnerability[],
  notes: readonly z.output<typeof note>[],
  references: readonly z.output<typeof reference>[],
): string {
  const told = notes
    .filter(({ text: words }) => words)
    .map(({ title, category, text: words }) => `## ${title ?? capital(category ?? 'Note')}\n\n${words}`)
  const each = vulnerabilities.map((one) => {
    const heading = [one.cve, one.title].filter((part) => part).join(': ') || 'Vulnerability'
    const paragraphs = (one.notes ?? []).flatMap(({ title, text: words }) =>
      words ? [title ? `**${title}**: ${words}` : words] : [],
    )
    const cwes = [...(one.cwe ? [one.cwe] : []), ...(one.cwes ?? [])]
    const lines = [
      ...cwes.flatMap(({ id, name }) => said('Weakness', [id, name].filter((part) => part).join(', '))),
      ...(one.remediations ?? []).flatMap(({ category, details, url }) =>
        said(capital(category ?? 'remediation'), [details, url].filter((part) => part).join(' ')),
      ),
      ...(one.threats ?? []).flatMap(({ category, details }) => said(capital(category ?? 'threat'), details)),
      ...(one.references ?? []).flatMap(({ summary, url }) =>
        said('Reference', [summary, url].filter((part) => part).join(' ')),
      ),
    ]
    return [`## ${heading}`, ...paragraphs, ...(lines.length === 0 ? [] : [lines.join('\n')])].join('\n\n')
  })
  const links = references.flatMap(({ summary, url }) => said(summary || 'Reference', url))
  return [...told, ...each, ...(links.length === 0 ? [] : [`## References\n\n${links.join('\n')}`])].join('\n\n')
}

const capital = (words: string) => (words.charAt(0).toUpperCase() + words.slice(1)).replaceAll('_', ' ')

/** Events of an advisory: what it says of discovery, disclosure, fixes and its own revisions. */
class Advisory {
  private readonly ids = new Ids()
  private readonly events: { event: DraftEvent; instant: number }[] = []
  readonly milestones: DraftMilestone[] = []

  add(
    date: string | null | undefined,
    kind: DraftEvent['kind'],
    title: string,
    milestone?: DraftMilestone['name'],
  ): void {
    // Advisories write a day as its first instant.
    const day = /^(\d{4}-\d{2}-\d{2})(?:T00:00:00(?:\.0+)?Z)?$/.exec(date ?? '')?.[1]
    const at = day ?? pageTime(date)
    if (at === undefined || title === '') return
    const clean = plainText(title.replace(/\s+/g, ' '))
    const event: DraftEvent = {
      id: this.ids.give('e', clean),
      at,
      kind,
      title: clean.length > 300 ? `${clean.slice(0, 297)} …` : clean,
      ...(clean.length > 300 ? { text: clean } : {}),
    }
    this.events.push({ event, instant: Date.parse(at) })
    if (milestone && !this.milestones.some(({ name }) => name === milestone))
      this.milestones.push({ id: milestoneId(milestone), name: milestone, event: event.id })
  }

  sorted(): DraftEvent[] {
    const events = this.events.sort((one, other) => one.instant - other.instant).map(({ event }) => event)
    const place = (id: string) => events.findIndex((event) => event.id === id)
    this.milestones.sort((one, other) => place(one.event) - place(other.event))
    return events
  }
}

function eventsOf(vulnerabilities: readonly Vulnerability[], own: z.output<typeof document>): Advisory {
  const advisory = new Advisory()
  for (const one of vulnerabilities) {
    const name = one.cve ?? one.title ?? 'The vulnerability'
    advisory.add(one.discovery_date, 'context', `${name} was discovered`)
    advisory.add(one.disclosure_date ?? one.release_date, 'communication', `${name} was made public`, 'disclosed')
    for (const { date, details, category } of one.remediations ?? [])
      advisory.add(
        date,
        'mitigation',
        `${name}: ${details ?? capital(category ?? 'remediation')}`,
        category === 'vendor_fix' ? 'fixAvailable' : undefined,
      )
    for (const { date, details } of one.threats ?? []) advisory.add(date, 'context', `${name}: ${details ?? ''}`)
    for (const { date, party, status, summary } of one.involvements ?? [])
      advisory.add(
        date,
        'contact',
        `${name}: ${capital(party ?? 'party')} ` +
          `(${(status ?? '').replaceAll('_', ' ')})${summary ? `: ${summary}` : ''}`,
      )
  }
  const revisions = own.tracking.revision_history ?? []
  if (revisions.length === 0)
    advisory.add(
      own.tracking.initial_release_date,
      'communication',
      `${own.publisher.name} published the advisory ${own.tracking.id}`,
    )
  for (const { date, number, summary } of revisions)
    advisory.add(
      date,
      'communication',
      `${own.publisher.name} published version ${number ?? ''} of the ` +
        `advisory ${own.tracking.id}${summary ? `: ${summary}` : ''}`,
    )
  return advisory
}

const KNOWN_DOCUMENT = new Set([
  'title',
  'csaf_version',
  'category',
  'aggregate_severity',
  'publisher',
  'notes',
  'references',
  'distribution',
  'tracking',
  'lang',
  '$schema',
])
const KNOWN_VULNERABILITY = new Set(Object.keys(vulnerability.shape))

/**
 * Makes a record of a security advisory in the Common Security Advisory Framework (CSAF 2.0 and 2.1). Undefined for
 * JSON of something else.
 */
export function importCsaf(data: unknown, settings: ImportSettings): Imported | undefined {
  const parsed = csafFile.safeParse(data)
  if (!parsed.success) return undefined
  const { document: own, vulnerabilities: all, product_tree: tree } = parsed.data
  const vulnerabilities = all ?? []
  const notes: Note[] = []
  const advisory = eventsOf(vulnerabilities, own)
  const events = advisory.sorted()
  const summary =
    own.notes?.find(({ category }) => category === 'summary')?.text ??
    own.notes?.find(({ category }) => category === 'description')?.text ??
    own.title
  const words = plainText(summary.replace(/\s+/g, ' '))
  const first = words.length <= 300 ? words : (sentences(words)[0] ?? words).trim()
  const label = own.distribution?.tlp?.label ?? undefined
  const tlp = label === undefined ? undefined : TLP[label.toUpperCase()]
  const severity = own.aggregate_severity?.text
    ? severityOf(own.aggregate_severity.text, settings.severities)
    : undefined
  const products = productsOf(tree)
  const left = [
    ...Object.keys(own)
      .filter((key) => !KNOWN_DOCUMENT.has(key))
      .map((key) => `document.${key}`),
    ...new Set(
      vulnerabilities.flatMap((one) =>
        Object.keys(one)
          .filter((key) => !KNOWN_VULNERABILITY.has(key))
          .map((key) => `vulnerabilities.${key}`),
      ),
    ),
    ...(tree?.['relationships'] || tree?.['product_groups'] ? ['product_tree.relationships and groups'] : []),
  ]
  if (left.length > 0)
    notes.push({
      message: `${left.join(', ')} have no place in a record`,
      fix: 'keep the CSAF document, and link to it',
    })
  const date = (own.tracking.initial_release_date ?? '').slice(0, 10)
  const identifiers = [
    { type: 'advisory', value: own.tracking.id.slice(0, 80) },
    ...vulnerabilities.flatMap(({ cve }) =>
      cve && /^CVE-\d{4}-\d{4,}$/.test(cve) ? [{ type: 'CVE', value: cve }] : [],
    ),
    ...[
      ...(own.tracking.aliases ?? []),
      ...vulnerabilities.flatMap(({ ids }) => (ids ?? []).flatMap(({ text: value }) => value ?? [])),
    ].map((value) => ({ type: 'other', value: value.slice(0, 80) })),
  ]
  const isOwn = isSamePublisher(own.publisher.name, settings)
  const self = own.references?.find(({ category, url }) => category === 'self' && url)?.url ?? undefined
  const made = isOwn
    ? undefined
    : sourceOf(
        {
          title: own.title,
          publisher: own.publisher.name,
          ...(self && /^https?:\/\/\S+$/.test(self) ? { url: self } : {}),
          ...(date === '' ? {} : { published: date }),
          day: date || settings.today,
          type: 'document',
        },
        settings,
      )
  const account = isOwn
    ? settings.account === 'own'
      ? {}
      : { account: 'own' as const }
    : settings.account === 'compiled'
      ? {}
      : { account: 'compiled' as const }
  const body = bodyOf(vulnerabilities, own.notes ?? [], own.references ?? [])
  return {
    companions: made?.companions ?? [],
    notes,
    drafts: [
      {
        id: [date || undefined, idWords(own.title) || 'advisory'].filter((part) => part !== undefined).join('-'),
        body,
        fields: {
          title: plainText(own.title.replace(/\s+/g, ' ')).slice(0, 300),
          summary: first.length <= 300 ? first : `${first.slice(0, 297)} …`,
          ...account,
          ...(tlp && tlp !== settings.tlp && tlp !== 'CLEAR' ? { tlp } : {}),
          kind: vulnerabilities.length > 0 ? 'vulnerability' : 'fault',
          ...(severity ? { severity: severity.severity } : {}),
          ...made?.fields,
          identifiers: [...new Map(identifiers.map((one) => [one.value, one])).values()],
          ...(products.length === 0 ? {} : { products }),
          ...(advisory.milestones.length === 0 ? {} : { milestones: advisory.milestones }),
          ...(events.length === 0 ? {} : { timeline: events }),
        },
      },
    ],
  }
}
