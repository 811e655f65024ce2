import { heldKinds } from '#knowledge/kinds-held.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { productsOf } from '#knowledge/products.ts'
import { routes } from '#urls.ts'
import { kinds } from '#schema/kinds.ts'
import type { Kind } from '#schema/kind-names.ts'
import { TLP } from '#schema/vocabularies.ts'
import { formatText } from '#time/format.ts'
import type { Link } from './label.ts'

/** What every page needs to know of the site as a whole. */
export interface SiteView {
  readonly title: string
  readonly description: string
  readonly language: string
  /** Whom the site is for, in the owner’s words. */
  readonly audienceLine?: string
  readonly publisher?: string
  readonly contact?: Link
  /** Without a route where it is no single licence of the SPDX list. */
  readonly licence?: Pick<Link, 'text'> & { readonly route?: string }
  /** Set in builds above CLEAR: said at the top and bottom of every page, which then asks not to be indexed. */
  readonly disclosure?: { readonly label: string; readonly means: string }
  /** The build’s date in words. */
  readonly asOf: string
  /** Public address without a trailing slash, where the site knows it. */
  readonly address: string | undefined
  /** Path prefix without a trailing slash: empty, or `/kb`. */
  readonly base: string
  readonly nav: readonly Link[]
  /** The other pages, in groups; those that hold nothing yet are left out. */
  readonly more: readonly { readonly title: string; readonly links: readonly Link[] }[]
  /** Whether there are incidents to be compared. */
  readonly comparable: boolean
  /** Origins that pages may ask beside their own: the indexes of federated sites. */
  readonly peers: readonly string[]
}

const NAV: readonly Kind[] = ['incidents', 'statements', 'summits', 'commitments', 'topics']

const kindLink = (kind: Kind): Link => ({ text: kinds[kind].label, route: routes.kind(kind) })

const contactLink = (contact: string): Link => ({
  text: contact,
  route: contact.includes('://') ? contact : `mailto:${contact}`,
})

// Nearly every identifier of the list has a version in it, and a word such as "Proprietary" has none.
const LISTED = /^(?!LicenseRef-|DocumentRef-)(?:(?=.*\d)[A-Za-z0-9][A-Za-z0-9.-]*|MIT|ISC|Unlicense|WTFPL|Zlib)$/

/** Identifiers of the SPDX list have a page each; expressions, references and words have none. */
const licence = (text: string) =>
  LISTED.test(text) ? { text, route: `https://spdx.org/licenses/${text}.html` } : { text }

/** The frame of every page. `route` of contact and licence is a whole address; those of `nav` and `more` are routes. */
export function siteView(knowledge: Knowledge): SiteView {
  const { site, audience, today, address, base, menu } = knowledge
  const all = (kind: Kind): readonly unknown[] => knowledge.all(kind)
  const hasCorrections = knowledge.entries.some(({ data }) => data.history.some(({ type }) => type === 'correction'))
  const held = heldKinds(knowledge)
  const shows = (doc: 'guides' | 'rules') => menu.without?.includes(doc) !== true
  return {
    title: site.title,
    description: site.description,
    language: site.language,
    ...(site.audience === undefined ? {} : { audienceLine: site.audience }),
    ...(site.publisher === undefined ? {} : { publisher: site.publisher }),
    ...(site.contact === undefined ? {} : { contact: contactLink(site.contact) }),
    ...(site.contentLicense === undefined ? {} : { licence: licence(site.contentLicense) }),
    ...(audience === 'CLEAR' ? {} : { disclosure: TLP[audience] }),
    asOf: formatText(today),
    address,
    base,
    nav: [
      ...NAV.filter((kind) => held.includes(kind)).map(kindLink),
      { text: 'Timeline', route: routes.timeline() },
      ...(held.includes('incidents') ? [{ text: 'Review', route: routes.review() }] : []),
      ...menu.added,
    ],
    more: [
      {
        title: 'Records',
        links: [
          ...held.filter((kind) => !NAV.includes(kind)).map(kindLink),
          ...(held.includes('incidents') && productsOf(knowledge).length > 0
            ? [{ text: 'Products', route: routes.products() }]
            : []),
        ],
      },
      {
        title: 'How sure it is',
        links: [
          { text: 'Disputed facts', route: routes.contradictions() },
          { text: 'Provenance', route: routes.provenance() },
          ...(hasCorrections ? [{ text: 'Corrections', route: routes.corrections() }] : []),
          ...(all('citations').length > 0 ? [{ text: 'Uptake', route: routes.uptake() }] : []),
        ],
      },
      {
        title: 'To take away',
        links: [
          { text: 'Data', route: routes.data() },
          { text: 'Feeds', route: routes.feeds() },
          ...(held.includes('incidents') ? [{ text: 'Compare incidents', route: routes.compare() }] : []),
        ],
      },
      {
        title: 'This site',
        links: [
          { text: 'About', route: routes.about() },
          ...(shows('guides') ? [{ text: 'Guides', route: routes.guides() }] : []),
          ...(shows('rules') ? [{ text: 'Rules', route: routes.rules() }] : []),
        ],
      },
    ],
    comparable: held.includes('incidents'),
    peers: site.federation.map(({ url }) => new URL(url).origin),
  }
}
