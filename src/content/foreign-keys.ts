import { quoted } from './yaml-remedy.ts'

/** What a key of other programs is called here: our field, and how its value is written where that differs. */
interface Foreign {
  readonly field: string
  readonly write?: (value: string) => string
}

const field = (name: string, write?: (value: string) => string): Foreign =>
  write === undefined ? { field: name } : { field: name, write }
const tags = field('tags', (value) => `[${value}]`)
const products = field('products', (value) => `[{ name: ${quoted(value)} }]`)
const people = (role: string) => field('people', (value) => `[{ name: ${quoted(value)}, role: ${role} }]`)
const milestone = (name: string) =>
  field('milestones', (value) => `[{ id: m-${name.toLowerCase()}, name: ${name}, at: ${quoted(value)} }]`)

/**
 * Keys that people bring from site generators, trackers and templates of postmortems, in lower case without hyphens and
 * underscores.
 */
const FOREIGN: Readonly<Record<string, Foreign>> = {
  author: people('Author'),
  authors: people('Author'),
  owner: people('Owner'),
  commander: people('Incident commander'),
  incidentcommander: people('Incident commander'),
  ic: people('Incident commander'),
  tag: tags,
  keywords: tags,
  labels: tags,
  categories: tags,
  category: tags,
  draft: field('recordStatus', () => 'draft'),
  published: field('recordStatus'),
  status: field('state'),
  phase: field('state'),
  sev: field('severity'),
  priority: field('severity'),
  impactlevel: field('severity'),
  type: field('kind'),
  description: field('summary'),
  excerpt: field('summary'),
  abstract: field('summary'),
  subtitle: field('summary'),
  tldr: field('summary'),
  headline: field('title'),
  service: products,
  services: products,
  system: products,
  component: products,
  start: milestone('began'),
  started: milestone('began'),
  startedat: milestone('began'),
  starttime: milestone('began'),
  detectedat: milestone('detected'),
  end: milestone('recovered'),
  ended: milestone('recovered'),
  endtime: milestone('recovered'),
  resolved: milestone('recovered'),
  resolvedat: milestone('recovered'),
  ticket: field('identifiers', (value) => `[{ type: ticket, value: ${quoted(value)} }]`),
  issue: field('identifiers', (value) => `[{ type: ticket, value: ${quoted(value)} }]`),
  jira: field('identifiers', (value) => `[{ type: ticket, value: ${quoted(value)} }]`),
  cve: field('identifiers', (value) => `[{ type: CVE, value: ${quoted(value)} }]`),
}

// What a generator of sites wants to know, and no reader.
const OF_GENERATORS = new Set(
  (
    'layout template permalink slug url weight toc comments sidebar nav menu image ' +
    'thumbnail cover featured mathjax pin lang language parent order'
  ).split(' '),
)
const OF_HISTORY = new Set(['updated', 'lastmod', 'lastupdated', 'modified', 'lastmodified', 'updatedat'])

/** What a key that people bring along stands for here, and what to type in its place; undefined for any other key. */
export function foreignKey(
  key: string,
  value: unknown,
  known: readonly string[],
): { readonly means: string; readonly fix: string } | undefined {
  const bare = key.toLowerCase().replace(/[-_ ]/g, '')
  if (OF_GENERATORS.has(bare))
    return { means: 'it is for another site generator; here the file says it all', fix: `delete the line of ${key}` }
  if (OF_HISTORY.has(bare))
    return {
      means: 'changes are revisions here',
      fix: 'delete the line; "aftermath revise" writes the history of a record',
    }
  if (bare === 'date')
    return {
      means: 'the date of a record is that of its times, and begins its file name',
      fix: 'delete the line, and begin the file name with the date: 2024-07-19-what-happened',
    }
  const found = Object.hasOwn(FOREIGN, bare) ? FOREIGN[bare] : undefined
  if (found === undefined || !known.includes(found.field) || known.includes(key)) return undefined
  const said = inWords(value)
  if (bare === 'draft' || bare === 'published') {
    const isDraft = (bare === 'draft') === (value === true)
    return {
      means: 'that is recordStatus here',
      fix: isDraft ? 'write recordStatus: draft' : `delete the line of ${key}: a record is shown unless it is a draft`,
    }
  }
  const written = said === '' ? '' : ` ${found.write?.(said) ?? said}`
  return { means: `that is ${found.field} here`, fix: `write ${found.field}:${written}` }
}

const inWords = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(inWords).join(', ')
    : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value).slice(0, 80)
      : ''
