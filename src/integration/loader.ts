import type { Loader } from 'astro/loaders'
import type { AnyEntry } from '#schema/entry.ts'
import type { Kind } from '#schema/kind-names.ts'
import { handedOver, reading } from './reading.ts'

/**
 * Loads the records of one kind through the common reader. Bodies are rendered here from the text that the reader returned, so
 * that no module ever imports a file of the content folder.
 */
export function recordLoader(kind: Kind): Loader {
  return {
    name: `records-${kind}`,
    load: async ({ store }) => {
      store.clear()
      // Pages ask what was handed over; their code is bundled without any record.
      if (handedOver()) return
      const { knowledge, body } = await reading()
      for (const entry of knowledge.every(kind) as readonly AnyEntry[])
        store.set({
          id: entry.id,
          data: entry.data,
          ...(entry.body === undefined ? {} : { body: entry.body }),
          rendered: {
            html: body(entry.id),
            metadata: {
              file: entry.file,
              mentions: [...(entry.mentions ?? [])],
              imagePaths: [...(entry.assets ?? [])],
            },
          },
        })
    },
  }
}
