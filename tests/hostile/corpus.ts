import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/** The files of hostile inputs, by what they were made for. */
export const CORPORA = ['addresses', 'bodies', 'yaml', 'ids', 'queries', 'changes', 'texts'] as const

/** The inputs of one file. */
export const corpus = (name: (typeof CORPORA)[number]): string[] =>
  z
    .array(z.string())
    .parse(JSON.parse(readFileSync(join(resolve(import.meta.dirname, '../fixtures/hostile'), `${name}.json`), 'utf8')))

/** An input as a test names it. */
export const shown = (text: string): string => JSON.stringify(text.slice(0, 60))
