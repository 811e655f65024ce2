import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileOf, type Synthetic } from './synthetic.ts'

/** Writes synthetic records as the content folder of a site. */
export function writeContent(folder: string, made: readonly Synthetic[]): void {
  for (const [file, text] of [
    ...made.map(fileOf),
    ['site.yaml', 'title: Bench\ndescription: Synthetic records.\nurl: https://bench.example\n'] as const,
  ]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}
