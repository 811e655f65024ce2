import type { ElementContent } from 'hast'
import type { BodyContext } from './body-context.ts'

/** What a prose component is given. */
export interface ProseInput {
  /** Its attributes as text; a bare name is the empty text. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly ElementContent[]
  /** Whether it stands within a sentence. */
  readonly inline: boolean
  readonly context: BodyContext
}

/** A prose component: from what the author wrote to HTML nodes. Runs at build time; keeps no state. */
export type ProseComponentRender = (input: ProseInput) => ElementContent[]
