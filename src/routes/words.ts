import type { APIRoute } from 'astro'
import { scriptWords } from '#components/words.ts'

/** The words of the site for the scripts of its pages, in a file that they share. */
export const GET: APIRoute = () =>
  new Response(scriptWords, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
