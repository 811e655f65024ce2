import type { APIRoute, GetStaticPaths } from 'astro'
import { csv } from '#core/exports/csv.ts'
import { inOrder } from '#core/exports/twin.ts'
import { isKind, KINDS } from '#core/schema/kind-names.ts'
import { getKnowledge } from '#site/knowledge.ts'
import { plain } from '#site/respond.ts'

export const getStaticPaths = (() => KINDS.map((kind) => ({ params: { kind } }))) satisfies GetStaticPaths

export const GET: APIRoute<Record<string, never>, { kind: string }> = async ({ params: { kind } }) => {
  if (!isKind(kind)) throw new Error(`there is no record kind ${kind}`)
  const knowledge = await getKnowledge()
  return plain(
    csv(
      knowledge,
      inOrder(knowledge).filter((entry) => entry.kind === kind),
    ),
    'text/csv',
  )
}
