import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import { cardView, hasCard } from '#views/card.ts'
import type { Picture, PictureWork } from './worker.ts'
import { startWorker } from '#extras/run-worker.ts'
import { forget } from '#extras/cache.ts'

/** Pictures that are being drawn. */
export interface Drawing {
  /** Waits until all are drawn, and puts them into a built folder. Throws when they could not be drawn. */
  place(folder: string): Promise<void>
  /** Ends the drawing, finished or not. */
  stop(): Promise<void>
}

/** Starts to draw the pictures of all records that have one, on a thread of their own; `kept` holds those of earlier builds. */
export function startDrawing(knowledge: Knowledge, kept: string): Drawing {
  const cards = knowledge.entries.filter(hasCard).map((entry) => cardView(knowledge, entry))
  const work: PictureWork = { cards, kept }
  const { answer, stop } = startWorker<readonly Picture[]>(new URL('./worker.ts', import.meta.url), work)
  return {
    async place(folder) {
      const pictures = await answer
      if (pictures instanceof Error)
        throw new Error(
          `the pictures of records could not be drawn (AFTERMATH_OG=0 builds without them): ${pictures.message}`,
          { cause: pictures },
        )
      for (const { kind, id, file } of pictures) {
        const path = join(folder, routes.picture(kind, id))
        mkdirSync(dirname(path), { recursive: true })
        copyFileSync(join(kept, file), path)
      }
      forget(kept, new Set(pictures.map(({ file }) => file)))
    },
    stop,
  }
}
