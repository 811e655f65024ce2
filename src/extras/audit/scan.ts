import type { Phrases, SecretKind } from './phrases.ts'
import { textsOf } from './file-texts.ts'

/** A phrase found in a file. It never leaves the audit; reports name file and kind. */
export interface Leak {
  readonly file: string
  readonly secret: SecretKind
  readonly phrase: string
}

const ENTRY_HASH = /\b[A-Za-z]{2,5}_[0-9a-f]{6,}\b/g

/** Looks for phrases in files and their names. */
export function scan(files: Iterable<{ readonly file: string; readonly text: string }>, phrases: Phrases): Leak[] {
  const leaks: Leak[] = []
  for (const { file, text } of files) {
    const found = new Map<string, SecretKind>()
    // The search index names its files by their content; the hash is no number.
    phrases.find(file.replace(ENTRY_HASH, ''), found)
    textsOf(file, text, (one) => phrases.find(one, found))
    for (const [phrase, secret] of found) leaks.push({ file, secret, phrase })
  }
  return leaks
}

/**
 * A path as a report may print it: the steps that hold a secret are left out, all but the first where the secret runs
 * across steps.
 */
export function printablePath(file: string, phrases: Phrases): string {
  const steps = file.split('/').map((step) => (phrases.find(step).size > 0 ? '…' : step))
  return phrases.find(steps.join('/')).size > 0 ? `${steps[0]}/…` : steps.join('/')
}
