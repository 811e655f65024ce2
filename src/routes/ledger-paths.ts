import { routes } from '#urls.ts'
import { ledgerPages, type LedgerPage, openingPage } from '#views/ledger-pages.ts'
import { getKnowledge } from '#integration/knowledge.ts'

const EMPTY: LedgerPage = {
  route: routes.timeline(),
  title: '',
  months: [],
  lengths: [],
  years: [],
  orgs: [],
  topics: [],
}

/** Static paths of everything on one clock: the page that opens, then every page under its year. */
export async function ledgerPaths() {
  const knowledge = await getKnowledge()
  const pages = ledgerPages(knowledge)
  const opening = {
    params: { page: undefined as string | undefined },
    props: { page: openingPage(knowledge, pages) ?? EMPTY },
  }
  return [
    opening,
    ...pages.map((page) => ({ params: { page: page.route.slice(routes.timeline().length, -1) }, props: { page } })),
  ]
}
