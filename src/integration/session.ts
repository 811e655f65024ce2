import { bodiesOf } from '#content/render/render-entry.ts'
import { readContent } from '#content/read.ts'
import type { Settings } from '#content/settings.ts'
import { siteContextOf } from '#content/site-context.ts'
import { type Knowledge, link } from '#knowledge/knowledge.ts'

/** Linked records with the HTML of their bodies: what pages, files and loaders of one run ask. */
export interface SiteContent {
  readonly knowledge: Knowledge
  /** HTML of the body of a record by its id; empty where it has none. */
  readonly body: (id: string) => string
}

/** One run of Astro: how it was asked for, and what was read. */
interface Session {
  readonly settings: Settings
  content?: SiteContent
}

// Astro loads hooks, content loaders and the bundled pages as separate copies of a module; they share the process and
// its globals. This is the one place where anything is handed from one to the other.
const KEY = Symbol.for('astro-aftermath.session')
const shared = globalThis as { [KEY]?: Session }

/** Links what an audience may see, ready to be asked. Bodies are rendered once, when they are first asked for. */
export function siteContentOf(knowledge: Knowledge): SiteContent {
  const render = bodiesOf(knowledge)
  const rendered = new Map<string, string>()
  const body = (id: string): string => {
    const known = rendered.get(id)
    if (known !== undefined) return known
    const html = render(id)
    rendered.set(id, html)
    return html
  }
  return { knowledge, body }
}

/** Begins a run with its settings, and with what was read for it where that was done before. */
export function startSession(settings: Settings, content?: SiteContent): void {
  shared[KEY] = { settings, ...(content === undefined ? {} : { content }) }
}

function session(): Session {
  const current = shared[KEY]
  if (current === undefined)
    throw new Error('expected aftermath() among the integrations of astro.config.mjs, found a page of it without')
  return current
}

/** The settings of this run. */
export const getSettings = (): Settings => session().settings

/** What this run has read; read now where nobody has, as for `astro sync`. */
export function getSiteContent(): SiteContent {
  const current = session()
  current.content ??= (() => {
    const { settings } = current
    const { entries, site } = readContent(
      settings.content,
      {
        level: settings.audience,
        now: settings.now,
        drafts: false,
      },
      settings.schemas,
    )
    return siteContentOf(link(entries, siteContextOf(settings, site)))
  })()
  return current.content
}

/** The linked records that pages ask. */
export const getKnowledge = (): Knowledge => getSiteContent().knowledge
