import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import { cardView, hasCard } from '#views/card.ts'
import type { Pictures, PictureWork } from './worker.ts'
import { startWorker } from '#extras/run-worker.ts'
import { forget } from '#extras/cache.ts'

/** Pictures that are being drawn. */
export interface Drawing {
  /**
   * Waits until all are drawn, and puts them into a built folder; gives a line to print where they could not be kept
   * for the next build. Throws when they could not be drawn.
   */
  place(folder: string): Promise<string | undefined>
  /** Ends the drawing, finished or not. */
  stop(): Promise<void>
}

/**
 * Starts to draw the pictures of all records that have one, on a thread of their own; `kept` holds those of earlier
 * builds.
 */
export function startDrawing(knowledge: Knowledge, kept: string): Drawing {
  const cards = knowledge.entries.filter(hasCard).map((entry) => cardView(knowledge, entry))
  const work: PictureWork = { cards, kept }
  const { answer, stop } = startWorker<Pictures>(new URL('./worker.ts', import.meta.url), work)
  return {
    async place(folder) {
      const answered = await answer
      if (answered instanceof Error)
        throw new Error(
          `the pictures of records could not be drawn (AFTERMATH_OG=0 builds without them): ${answered.message}`,
          { cause: answered },
        )
      const { pictures, notKept } = answered
      for (const { kind, id, file, bytes } of pictures) {
        const path = join(folder, routes.picture(kind, id))
        mkdirSync(dirname(path), { recursive: true })
        if (file !== undefined) copyFileSync(join(kept, file), path)
        else if (bytes !== undefined) writeFileSync(path, bytes)
      }
      if (notKept !== undefined) return `Pictures were not kept for the next build: ${notKept}`
      forget(kept, new Set(pictures.flatMap(({ file = [] }) => file)))
      return undefined
    },
    stop,
  }
}
