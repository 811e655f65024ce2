import type { APIRoute } from 'astro'
import { getKnowledge } from '#site/knowledge.ts'
import { publishedPicture } from '#site/pictures.ts'

/** Pictures that shown bodies show, and no other file of the content folder. */
export async function getStaticPaths() {
  const { entries } = await getKnowledge()
  return [...new Set(entries.flatMap(({ assets = [] }) => assets))].map((path) => ({ params: { path } }))
}

export const GET: APIRoute = ({ params: { path = '' } }) => {
  const image = publishedPicture(path)
  return image ? new Response(new Uint8Array(image.bytes)) : new Response(null, { status: 404 })
}
