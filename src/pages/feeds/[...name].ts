import type { APIRoute, GetStaticPaths } from 'astro'
import { atom, jsonFeed } from '#core/exports/feed-forms.ts'
import { type FeedPage, feedPages } from '#core/exports/feed-pages.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { json, plain } from '#site/respond.ts'

type Form = 'atom' | 'json'

export const getStaticPaths = (async () =>
  feedPages(await getKnowledge()).flatMap((page) =>
    (['atom', 'json'] as const).map((form: Form) => ({ params: { name: `${page.name}.${form}` }, props: { page, form } })),
  )) satisfies GetStaticPaths

export const GET: APIRoute<{ page: FeedPage; form: Form }> = async ({ props: { page, form } }) => {
  const knowledge = await getKnowledge()
  return form === 'atom' ? plain(atom(knowledge, page), 'application/atom+xml') : json(jsonFeed(knowledge, page))
}
