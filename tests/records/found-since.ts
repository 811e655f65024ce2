import { readFileSync } from 'node:fs'

/**
 * Addresses of sources and of archived copies found after the dossier was closed, and where each was seen. One that
 * stands neither there nor in the dossier is a guess.
 */
const FOUND_SINCE = JSON.parse(readFileSync(new URL('found-since.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, string>
>

/** Whether an address was found after the dossier was closed. */
export const wasFoundSince = (url: string): boolean => Object.hasOwn(FOUND_SINCE, url)
