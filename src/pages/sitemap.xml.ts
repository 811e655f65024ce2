import type { APIRoute } from 'astro'
import { sitemap, sitemapXml } from '#core/exports/sitemap.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { plain } from '#site/respond.ts'

export const GET: APIRoute = async () => plain(sitemapXml(sitemap(await getKnowledge())), 'application/xml')
