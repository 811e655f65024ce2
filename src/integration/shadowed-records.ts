import type { IntegrationResolvedRoute } from 'astro'
import { AstroError } from 'astro/errors'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { isKind } from '#schema/kind-names.ts'

/**
 * Refuses a page of the site's own that stands at the address of a record, which nobody could read then. Pages of ours that are no
 * record may be replaced.
 * @throws AstroError that names the page, the record and what to do.
 */
export function refuseShadows(found: readonly IntegrationResolvedRoute[], knowledge: Knowledge): void {
  for (const { origin, pathname, entrypoint } of found) {
    const [, kind = '', id = '', more] = (origin === 'project' ? (pathname ?? '') : '').split('/')
    if (!isKind(kind) || id === '' || more) continue
    const record = knowledge.get(kind, id)
    if (record === undefined) continue
    throw new AstroError(
      `${entrypoint}: expected an address of its own, found /${kind}/${id}/, which is that of the record ${record.file}`,
      'Rename the page or delete the record; to change what every record shows, replace a component: aftermath({ components }).',
    )
  }
}
