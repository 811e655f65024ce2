import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
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

/** A finished picture: a file among those kept, or, where nothing can be kept, its bytes. */
export interface Picture {
  readonly kind: CardView['kind']
  readonly id: string
  readonly file?: string
  readonly bytes?: Uint8Array
}

/** What the thread answers: the pictures, and why they could not be kept where they could not. */
export interface Pictures {
  readonly pictures: readonly Picture[]
  readonly notKept?: string
}

const sha = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 24)
}

/**
 * Pictures of earlier builds, each named after all that it is drawn from and after its bytes: what was damaged or cut
 * short is none.
 */
class Kept {
  readonly #folder: string
  readonly #names = new Map<string, string>()
  notKept: string | undefined

  constructor(folder: string) {
    this.#folder = folder
    this.#try(() => {
      mkdirSync(folder, { recursive: true })
      for (const name of readdirSync(folder)) this.#names.set(name.slice(0, 24), name)
    })
  }

  // A build goes on without what it may not keep.
  #try<T>(act: () => T): T | undefined {
    try {
      return act()
    } catch (error) {
      this.notKept ??= error instanceof Error ? error.message : String(error)
      return undefined
    }
  }

  find(key: string): string | undefined {
    const name = this.#names.get(key)
    if (name === undefined) return undefined
    try {
      return name === `${key}-${sha(readFileSync(join(this.#folder, name)))}.png` ? name : undefined
    } catch {
      return undefined
    }
  }

  /** Keeps a picture; gives its name, or nothing where that cannot be. */
  add(key: string, bytes: Uint8Array): string | undefined {
    const name = `${key}-${sha(bytes)}.png`
    const path = join(this.#folder, name)
    return this.notKept === undefined
      ? this.#try(() => {
          // A name is only ever of a whole picture, whatever ends this run.
          writeFileSync(`${path}.${process.pid}`, bytes)
          renameSync(`${path}.${process.pid}`, path)
          return name
        })
      : undefined
  }
}

/** Draws the picture of a card, unless an earlier build kept one of the same tree. */
async function drawn(fonts: Fonts, card: CardView, kept: Kept): Promise<Picture> {
  const { kind, id } = card
  const tree = await cardPicture(fonts, card)
  const key = sha(fonts.version, JSON.stringify(tree))
  const known = kept.find(key)
  if (known !== undefined) return { kind, id, file: known }
  const bytes = await fonts.draw(tree)
  const file = kept.add(key, bytes)
  return file === undefined ? { kind, id, bytes } : { kind, id, file }
}

async function work({ cards, kept: folder }: PictureWork): Promise<Pictures> {
  const kept = new Kept(folder)
  const fonts = await readFonts()
  const pictures: Picture[] = []
  for (const card of cards) pictures.push(await drawn(fonts, card, kept))
  return { pictures, ...(kept.notKept === undefined ? {} : { notKept: kept.notKept }) }
}

parentPort?.postMessage(await work(workerData as PictureWork))
