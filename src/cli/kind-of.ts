import { isKind, KINDS, type Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { didYouMean } from '#text/suggest.ts'
import { UsageError } from './context.ts'

/**
 * The record kind that a person names, in the plural or the singular. Throws a UsageError that lists those there are.
 */
export function kindOf(name: string): Kind {
  const found = isKind(name) ? name : KINDS.find((kind) => kinds[kind].singular === name)
  if (!found)
    throw new UsageError(
      `expected a record kind (${KINDS.join(', ')}), found ` +
        `"${name}".${didYouMean(name, [...KINDS, ...KINDS.map((kind) => kinds[kind].singular)])}`,
    )
  return found
}
