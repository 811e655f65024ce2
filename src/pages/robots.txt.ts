import type { APIRoute } from 'astro'
import { robots } from '#core/exports/sitemap.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { plain } from '#site/respond.ts'

export const GET: APIRoute = async () => plain(robots(await getKnowledge()))
