import type { APIRoute, GetStaticPaths } from 'astro'
import { openSearch } from '#core/exports/open-search.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { plain } from '#site/respond.ts'

/** One file, or none where the site does not know its address. */
export const getStaticPaths = (async () => {
  const text = openSearch(await getKnowledge())
  return text === undefined ? [] : [{ params: { description: 'opensearch' }, props: { text } }]
}) satisfies GetStaticPaths

export const GET: APIRoute<{ text: string }> = ({ props }) => plain(props.text, 'application/opensearchdescription+xml')
