import type { Loader } from 'astro/loaders'
import type { AnyEntry } from '#schema/entry.ts'
import type { Kind } from '#schema/kind-names.ts'
import { getSiteContent } from './session.ts'

/**
 * Astro's loader for the records of one kind: `getCollection` and `render` then answer in a site's own pages. It copies what this run
 * has read; `rendered.html` is the body cut to the audience, so that no module imports a file of the content folder. The Markdown of
 * the body is left out, because Astro keeps the store in memory and writes it down whole.
 */
export function recordLoader(kind: Kind): Loader {
  return {
    name: `aftermath-${kind}`,
    load: async ({ store }) => {
      const { knowledge, body } = getSiteContent()
      store.clear()
      for (const entry of knowledge.every(kind) as readonly AnyEntry[])
        // Linked data is frozen, and Astro writes to what it stores.
        store.set({
          id: entry.id,
          data: structuredClone(entry.data),
          rendered: { html: body(entry.id), metadata: { imagePaths: [] } },
        })
    },
  }
}
