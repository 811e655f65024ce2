import type { PolicyOptions } from '#exports/policy.ts'
import type { Evidence } from '#views/evidence.ts'
import type { HomeView } from '#views/home.ts'
import type { IncidentView } from '#views/incident.ts'
import type { PageSection } from '#views/incident-sections.ts'
import type { Link } from '#views/label.ts'
import type { LanesView } from '#views/lanes.ts'
import type { RecordView } from '#views/record.ts'
import type { AsserterFilterView } from '#views/asserter-filter.ts'
import type { SearchHint } from '#views/search-page.ts'
import type { SiteView } from '#views/site.ts'
import type { StatementResult } from '#views/statement-search.ts'
import type { EventView, TimelineView } from '#views/timeline.ts'

/** What the head of every document begins with: encoding, policy, title, canonical address, icon. */
export interface HeadProps {
  site: SiteView
  /** The text of the `title` element, whole. */
  title: string
  /** Route of the page that search engines should know: this one, or the one it is a copy of. */
  canonical: string
  /** What the Content-Security-Policy of the page allows beside its own origin. */
  policy: PolicyOptions
  /** What search engines may do; nothing said means all. */
  robots?: string | undefined
}

/** What stands above every page: name, search box, main menu. */
export interface HeaderProps {
  site: SiteView
  /** The page’s own route, without path prefix: `/incidents/`. */
  route: string
}

/** What stands below every page. */
export interface FooterProps {
  site: SiteView
}

/** The home page, below its header. */
export interface HomeProps {
  site: SiteView
  view: HomeView
}

/** The head of an incident: title, summary, numbers, moments, strip and facts. */
export interface IncidentHeadProps {
  view: IncidentView
  /** Sections of the page that follow, for its list of contents. */
  contents: readonly PageSection[]
}

/** The log of an incident, with the lanes below it. */
export interface TimelineProps {
  timeline: TimelineView
  lanes: LanesView | undefined
  says: AsserterFilterView
  /** The page’s numbered sources. */
  sources: readonly Evidence[]
  /** In how many reviews each event was cited, by its id. */
  cited: RecordView['cited']
}

/**
 * One event of the log: an item of a list. Scripts find it by `li.part` with its `data-` attributes, and the anchor by
 * its id.
 */
export interface EventProps {
  event: EventView
  sources: readonly Evidence[]
  /** In how many reviews it was cited. */
  cited: number | undefined
}

/**
 * What a result on the page of statements shows: the words quoted, who said them, where, and the stance. Copying a
 * quotation and the CSV file read `.who > b`, `[data-day]`, `blockquote`, `.stances > li` and the first link.
 */
export interface StatementCardProps {
  statement: StatementResult
}

/** The whole page of the search, its frame included. */
export interface SearchProps {
  site: SiteView
  hints: readonly SearchHint[]
  indexes: readonly Link[]
  /** Other knowledge bases that the owner names. */
  peers: readonly { readonly name: string; readonly url: string }[]
}

/** What every record page ends with: disputed facts, sources, citation, history. */
export interface RecordFootProps {
  record: RecordView
  /** 3 where these are parts of a section. */
  level?: 2 | 3
}

/** Props of each component that a site may replace, by its name in `aftermath({ components })`. */
export interface OverrideProps {
  Head: HeadProps
  Header: HeaderProps
  Footer: FooterProps
  Home: HomeProps
  IncidentHead: IncidentHeadProps
  Timeline: TimelineProps
  Event: EventProps
  StatementCard: StatementCardProps
  Search: SearchProps
  RecordFoot: RecordFootProps
}
