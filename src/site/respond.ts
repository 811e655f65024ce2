/** A JSON file of the site; one space of indent keeps diffs readable at little cost after compression. */
export const json = (value: unknown): Response =>
  new Response(`${JSON.stringify(value, null, 1)}\n`, { headers: { 'content-type': 'application/json; charset=utf-8' } })

/** A text file of the site. */
export const plain = (text: string, type = 'text/plain'): Response => new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } })
