import { getKnowledge } from '#integration/session.ts'
import type { Kind } from '#schema/kind-names.ts'
import { routes } from '#urls.ts'
import { siteTimelinePages, type SiteTimelinePage, openingPage } from '#views/site-timeline-pages.ts'
import type { Sort } from '#views/sorting.ts'

/** Static paths of all records of a kind. */
export const recordPaths = (kind: Kind): { params: { id: string } }[] =>
  getKnowledge()
    .all(kind)
    .map(({ id }) => ({ params: { id } }))

/** Static paths of an index that stands in three orders: `/<kind>/`, `/<kind>/by/added/`, `/<kind>/by/changed/`. */
export const sortPaths = () =>
  (['occurred', 'added', 'changed'] as const).map((sort: Sort) => ({
    params: { sort: sort === 'occurred' ? undefined : `by/${sort}` },
    props: { sort },
  }))

const NOTHING: SiteTimelinePage = {
  route: routes.timeline(),
  title: '',
  months: [],
  lengths: [],
  years: [],
  orgs: [],
  topics: [],
}

/** Static paths of the common timeline: the page that opens, then every page under its year. */
export function timelinePaths() {
  const knowledge = getKnowledge()
  const pages = siteTimelinePages(knowledge)
  const opening = {
    params: { page: undefined as string | undefined },
    props: { page: openingPage(knowledge, pages) ?? NOTHING },
  }
  return [
    opening,
    ...pages.map((page) => ({ params: { page: page.route.slice(routes.timeline().length, -1) }, props: { page } })),
  ]
}
