import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import sharp from 'sharp'
import type { CardView } from '#core/views/card.ts'
import { cardPicture } from './card-picture.ts'
import { readFaces } from './faces.ts'

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

// Part of the name of a picture: another version of the encoder may write other bytes.
const ENCODER = JSON.stringify([sharp.versions.sharp, sharp.versions.vips, sharp.versions.rsvg])

async function draw(svg: string, kept: string): Promise<string> {
  const file = `${createHash('sha256').update(ENCODER).update(svg).digest('hex').slice(0, 24)}.png`
  const path = join(kept, file)
  if (existsSync(path)) return file
  const bytes = await sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 4 }).toBuffer()
  // A name is only ever of a whole picture, whatever ends this run.
  writeFileSync(`${path}.${process.pid}`, bytes)
  renameSync(`${path}.${process.pid}`, path)
  return file
}

async function work({ cards, kept }: PictureWork): Promise<Picture[]> {
  mkdirSync(kept, { recursive: true })
  // One at a time, on one thread: the pages are rendered meanwhile.
  sharp.concurrency(1)
  sharp.cache(false)
  const faces = await readFaces()
  const pictures: Picture[] = []
  for (const card of cards) pictures.push({ kind: card.kind, id: card.id, file: await draw(cardPicture(faces, card), kept) })
  return pictures
}

parentPort?.postMessage(await work(workerData as PictureWork))
