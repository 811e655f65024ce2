import type { Kind } from './kind-names.ts'

/** What an owner changes in the menus of a site, by options of the integration. */
export interface Menu {
  /** Links that follow those of the records; `route` is a route of the site or a whole address. */
  readonly added: readonly { readonly text: string; readonly route: string }[]
  /** Kinds of records that the site does not keep. */
  readonly hidden: readonly Kind[]
  /** Pages about the engine that the site leaves out. */
  readonly without?: readonly ('guides' | 'rules')[]
}
