import type { ChangeKind } from './change-kinds.ts'

/** A review prompt with the conditions under which it applies. */
export interface PrecedentPrompt {
  readonly id: string
  readonly ask: string
  readonly url: string
  readonly because: string
  readonly paths: readonly string[]
  readonly terms: readonly string[]
  readonly changes: readonly ChangeKind[]
}

/** What the finder knows of an incident. */
export interface Precedent {
  readonly id: string
  readonly title: string
  /** A short title, where it has one. */
  readonly shortTitle?: string
  readonly summary: string
  /** What it teaches, in a sentence. */
  readonly lesson?: string
  /** Its phases as `views/strip.ts` packs them. */
  readonly strip?: unknown
  readonly url: string
  readonly revision: number
  readonly controls: readonly { readonly title: string; readonly state: string; readonly url?: string }[]
  readonly products: readonly string[]
  /** Labels of its causes. */
  readonly causes: readonly string[]
  /** Identifiers and settings that its findings and events name. */
  readonly settings: readonly string[]
  readonly findings: readonly { readonly id: string; readonly text: string }[]
  readonly prompts: readonly PrecedentPrompt[]
  /** Its most telling words with their weight (BM25 over all incidents), heaviest first. */
  readonly words: Readonly<Record<string, number>>
}

/** `/data/precedents.json`: all that the finder needs, in the browser and on the command line alike. */
export interface Precedents {
  readonly schemaVersion: string
  /** Label of a build above CLEAR. */
  readonly disclosure?: string
  readonly site: string | null
  readonly incidents: readonly Precedent[]
}
