import type { IntegrationResolvedRoute } from 'astro'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { isKind } from '#schema/kind-names.ts'
import { ownersError } from './owners-error.ts'

/** A page of the site's own at the address of a record, which nobody could read then: what is wrong, and what to do. */
export interface Shadow {
  readonly message: string
  readonly hint: string
}

/**
 * The pages of a site's own that stand at the address of a record. Pages of ours that are no record may be replaced.
 */
export function shadows(found: readonly IntegrationResolvedRoute[], knowledge: Knowledge): Shadow[] {
  return found.flatMap(({ origin, pathname, entrypoint }) => {
    const [, kind = '', id = '', more] = (origin === 'project' ? (pathname ?? '') : '').split('/')
    const record = isKind(kind) && id !== '' && !more ? knowledge.get(kind, id) : undefined
    return record === undefined
      ? []
      : {
          message:
            `${entrypoint}: expected an address of its own, found ` +
            `/${kind}/${id}/, which is that of the record ${record.file}`,
          hint:
            'Rename the page or delete the record; to change what every record ' +
            'shows, replace a component: aftermath({ components }).',
        }
  })
}

/** Refuses the first of them. @throws AstroError that names the page, the record and what to do. */
export function refuseShadows(found: readonly IntegrationResolvedRoute[], knowledge: Knowledge): void {
  const [first] = shadows(found, knowledge)
  if (first) throw ownersError(first.message, first.hint)
}
