import type { Loader } from 'astro/loaders'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AnyEntry } from '#schema/entry.ts'
import type { Kind } from '#schema/kind-names.ts'

/**
 * Astro's loader for the records of one kind: `getCollection` and `render` then answer in a site's own pages. It copies
 * what this run has read; `rendered.html` is the body cut to the audience, so that no module imports a file of the
 * content folder. The Markdown of the body is left out, because Astro keeps the store in memory and writes it down
 * whole.
 */
export function recordLoader(kind: Kind): Loader {
  return {
    name: `aftermath-${kind}`,
    load: async ({ store, config }) => {
      // Commands read schemas alone, and are spared the code that prints bodies: a quarter of their start.
      const { getSiteContent } = await import('./session.ts')
      const { knowledge, body } = getSiteContent()
      store.clear()
      for (const entry of knowledge.every(kind) as readonly AnyEntry[])
        // Linked data is frozen, and Astro writes to what it stores.
        store.set({
          id: entry.id,
          data: structuredClone(entry.data),
          // Astro’s content intellisense finds the schema of a file by it.
          filePath: relative(fileURLToPath(config.root), join(knowledge.folder, entry.file)),
          rendered: { html: body(entry.id), metadata: { imagePaths: [] } },
        })
    },
  }
}
