import { TLP, tlpRank, type Tlp } from '#schema/vocabularies.ts'
import { readBody, type BodyRead } from '#content/body/read-body.ts'

/** Reads a body as a build for an audience does. */
export function readFor(audience: Tlp, source: string): BodyRead {
  const mayShow = (level: string) => Object.keys(TLP).indexOf(level) <= tlpRank(audience)
  return readBody(source, { meeting: true, mayShow })
}
