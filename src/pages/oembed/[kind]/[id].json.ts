import type { APIRoute, GetStaticPaths } from 'astro'
import { oembed } from '#core/exports/oembed.ts'
import { cardPaths, cardRecord } from '#site/record-page.ts'
import { json } from '#site/respond.ts'
import { settings } from '#site/settings.ts'

export const getStaticPaths = (() => cardPaths()) satisfies GetStaticPaths

export const GET: APIRoute<Record<string, never>, { kind: string; id: string }> = async ({ params }) => {
  const { knowledge, entry } = await cardRecord(params.id)
  return json(oembed(knowledge, entry, settings.pictures))
}
