import { jsonText } from '#exports/json-text.ts'

/** A JSON file of the site. */
export const json = (value: unknown): Response =>
  new Response(jsonText(value), { headers: { 'content-type': 'application/json; charset=utf-8' } })

/** A text file of the site. */
export const plain = (text: string, type = 'text/plain'): Response =>
  new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } })
