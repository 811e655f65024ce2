import type { Phrases, Secret } from './phrases.ts'
import { textsOf } from './texts.ts'

/** A phrase found in a file. It never leaves the audit; reports name file and kind. */
export interface Leak {
  readonly file: string
  readonly secret: Secret
  readonly phrase: string
}

// Longer texts are hardly ever shared, and would only be kept in memory.
const LONGEST_SHARED = 2000
const ENTRY_HASH = /\b[A-Za-z]{2,5}_[0-9a-f]{6,}\b/g

/** Looks for phrases in files and their names. Texts that many pages share are searched once. */
export function scan(files: Iterable<{ readonly file: string; readonly text: string }>, phrases: Phrases): Leak[] {
  const leaks: Leak[] = []
  const seen = new Map<string, ReadonlyMap<string, Secret>>()
  const find = (text: string) => {
    const known = seen.get(text)
    if (known) return known
    const found = phrases.find(text)
    if (text.length <= LONGEST_SHARED) seen.set(text, found)
    return found
  }
  for (const { file, text } of files) {
    const found = new Map<string, Secret>()
    // The search index names its files by their content; the hash is no number.
    for (const [phrase, secret] of find(file.replace(ENTRY_HASH, ''))) found.set(phrase, secret)
    for (const one of textsOf(file, text)) for (const [phrase, secret] of find(one)) found.set(phrase, secret)
    for (const [phrase, secret] of found) leaks.push({ file, secret, phrase })
  }
  return leaks
}

/**
 * A path as a report may print it: the steps that hold a secret are left out, all but the first where the secret runs across steps.
 */
export function printablePath(file: string, phrases: Phrases): string {
  const steps = file.split('/').map((step) => (phrases.find(step).size > 0 ? '…' : step))
  return phrases.find(steps.join('/')).size > 0 ? `${steps[0]}/…` : steps.join('/')
}
