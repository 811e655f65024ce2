import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import { stands } from '#schema/entry.ts'
import { phases } from '#views/phases.ts'
import { packStrip, type PackedStrip, stripOf } from '#views/strip.ts'

/**
 * The strips of all incidents that have one, by route: what the search page draws among its results once an incident is
 * found.
 */
export const searchStrips = (knowledge: Knowledge): Readonly<Record<string, PackedStrip>> =>
  Object.fromEntries(
    knowledge
      .every('incidents')
      .filter(stands)
      .flatMap((entry): [string, PackedStrip][] => {
        const shape = phases(entry)
        return shape ? [[routes.record('incidents', entry.id), packStrip(stripOf(shape))]] : []
      }),
  )
