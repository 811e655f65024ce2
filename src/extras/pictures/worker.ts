import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { CardView } from '#views/card.ts'
import { cardPicture } from './card-picture.ts'
import { codePoints, readFaces } from './faces.ts'
import { png } from './png.ts'
import type { Sheet } from './sheet.ts'

/** What the thread is given: what to draw, and where finished pictures are kept. */
export interface PictureWork {
  readonly cards: readonly CardView[]
  readonly kept: string
}

/** A finished picture: a file among those kept, named after what is in it. */
export interface Picture {
  readonly kind: CardView['kind']
  readonly id: string
  readonly file: string
}

// Part of the name of a picture: another version of the packer may write other bytes.
const PACKER = process.versions.zlib

function keep(sheet: Sheet, kept: string): string {
  const file = `${createHash('sha256')
    .update(JSON.stringify([PACKER, sheet.colours]))
    .update(sheet.rows)
    .digest('hex')
    .slice(0, 24)}.png`
  const path = join(kept, file)
  if (existsSync(path)) return file
  // A name is only ever of a whole picture, whatever ends this run.
  writeFileSync(`${path}.${process.pid}`, png(sheet))
  renameSync(`${path}.${process.pid}`, path)
  return file
}

async function work({ cards, kept }: PictureWork): Promise<Picture[]> {
  mkdirSync(kept, { recursive: true })
  const faces = await readFaces(codePoints(JSON.stringify(cards)))
  return cards.map((card) => ({ kind: card.kind, id: card.id, file: keep(cardPicture(faces, card), kept) }))
}

parentPort?.postMessage(await work(workerData as PictureWork))
