import type { APIRoute, GetStaticPaths } from 'astro'
import { atom, feedScopes, type FeedScope, jsonFeed } from '#core/exports/feeds.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { json, plain } from '#site/respond.ts'

type Form = 'atom' | 'json'

export const getStaticPaths = (async () =>
  feedScopes(await getKnowledge()).flatMap((scope) => (['atom', 'json'] as const).map((form: Form) => ({ params: { name: `${scope.name}.${form}` }, props: { scope, form } })))) satisfies GetStaticPaths

export const GET: APIRoute<{ scope: FeedScope; form: Form }> = async ({ props: { scope, form } }) => {
  const knowledge = await getKnowledge()
  return form === 'atom' ? plain(atom(knowledge, scope), 'application/atom+xml') : json(jsonFeed(knowledge, scope))
}
