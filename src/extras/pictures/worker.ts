import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { CardView } from '#views/card.ts'
import { cardPicture } from './card-picture.ts'
import { type Fonts, readFonts } from './fonts.ts'

/** What the thread is given: what to draw, and where finished pictures are kept. */
export interface PictureWork {
  readonly cards: readonly CardView[]
  readonly kept: string
}

/** A finished picture: a file among those kept, named after all that it is drawn from. */
export interface Picture {
  readonly kind: CardView['kind']
  readonly id: string
  readonly file: string
}

/** Draws the picture of a card, unless an earlier build kept one of the same tree; gives the name of its file. */
async function keep(fonts: Fonts, card: CardView, kept: string): Promise<string> {
  const tree = await cardPicture(fonts, card)
  const key = createHash('sha256').update(fonts.version).update(JSON.stringify(tree)).digest('hex').slice(0, 24)
  const path = join(kept, `${key}.png`)
  if (!existsSync(path)) {
    // A name is only ever of a whole picture, whatever ends this run.
    writeFileSync(`${path}.${process.pid}`, await fonts.draw(tree))
    renameSync(`${path}.${process.pid}`, path)
  }
  return `${key}.png`
}

async function work({ cards, kept }: PictureWork): Promise<Picture[]> {
  mkdirSync(kept, { recursive: true })
  const fonts = await readFonts()
  const pictures: Picture[] = []
  for (const card of cards) pictures.push({ kind: card.kind, id: card.id, file: await keep(fonts, card, kept) })
  return pictures
}

parentPort?.postMessage(await work(workerData as PictureWork))
