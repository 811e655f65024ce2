import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { redirects, redirectsFile } from '#exports/redirects.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'

/** Writes `_redirects` beside the pages of a built site. */
export function writeRedirects(folder: string, knowledge: Knowledge, base: string): void {
  writeFileSync(join(folder, '_redirects'), redirectsFile(redirects(knowledge), base.replace(/\/$/, '')))
}
