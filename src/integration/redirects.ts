import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { redirects, redirectsFile } from '#exports/redirects.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'

/** Writes `_redirects` beside the pages of a built site, where any record has an old id. */
export function writeRedirects(folder: string, knowledge: Knowledge, base: string): void {
  const found = redirects(knowledge)
  if (found.length > 0) writeFileSync(join(folder, '_redirects'), redirectsFile(found, base.replace(/\/$/, '')))
}
