import type { Knowledge } from '#knowledge/knowledge.ts'
import type { AnyEntry } from '#schema/entry.ts'
import type { FieldMeta } from '#schema/fields.ts'
import { type DataPath, MOST_FINDINGS } from '#schema/finding.ts'
import type { Kind } from '#schema/kind-names.ts'
import { kinds } from '#schema/kinds.ts'
import { parseReference, printReference } from '#schema/references.ts'
import { isOfPart } from '#schema/shape.ts'
import { partsOf, visitStrings } from '#schema/walk.ts'
import { didYouMean, nearest } from '#text/suggest.ts'
import type { Rule, Unread, Verdict } from './rule.ts'

const MOST_NAMED = 100

type Words = Pick<Verdict, 'message' | 'fix'>

const a = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
const one = (kind: Kind | 'any') => a(kind === 'any' ? 'record' : kinds[kind].singular)

function unknownPart(entry: AnyEntry, part: string, written: string): Words {
  const ids = partsOf(entry.data).map(({ id }) => id)
  const near = nearest(part, ids)
  const others = ids.filter((id) => id[0] === part[0])
  return {
    message: `expected the id of a part of ${entry.id}, found "${written}".${didYouMean(part, ids)}`,
    fix:
      near !== undefined
        ? `write ${written.replace(part, near)}`
        : others.length > 0
          ? `write one of: ${others.slice(0, MOST_NAMED).join(', ')}${others.length > MOST_NAMED ? ' …' : ''}`
          : `add a part with the id ${part} to ${entry.file}`,
  }
}

function unknownId(knowledge: Knowledge, id: string, kind: Kind | 'any', own: string): Words {
  const entries: readonly { readonly id: string }[] = kind === 'any' ? knowledge.entries : knowledge.every(kind)
  const candidates = entries.map((entry) => entry.id).filter((known) => known !== own)
  const near = nearest(id, candidates)
  const file = kind === 'any' ? 'a record file with that name' : `${kind}/${id}.${kinds[kind].body ? 'mdx' : 'yaml'}`
  return {
    message: `expected the id of ${one(kind)}, found "${id}".${didYouMean(id, candidates)}`,
    fix: near === undefined ? `correct the id, or add ${file}` : `write ${near}, or add ${file}`,
  }
}

/** Judges one reference as written. `kind` is what the place asks for, `own` the record it stands in. */
export function judgeReference(
  knowledge: Knowledge,
  unread: Unread,
  written: string,
  kind: Kind | 'any',
  own: string,
): Words | undefined {
  const found = parseReference(written, own)
  if (!found || unread.has(found.id)) return undefined
  const entry = knowledge.find(found.id)
  if (!entry) return unknownId(knowledge, found.id, kind, own)
  if (entry.id !== found.id)
    return {
      message: `expected a current id, found "${found.id}", an old id of ${entry.id}`,
      fix: `write ${printReference({ ...found, id: entry.id })}`,
    }
  if (kind !== 'any' && entry.kind !== kind && !knowledge.get(kind, found.id)) {
    const near = nearest(
      found.id,
      knowledge.every(kind).map(({ id }) => id),
    )
    return {
      message: `expected the id of ${one(kind)}, found "${found.id}", which is ${one(entry.kind)}`,
      fix: near === undefined ? `write the id of ${one(kind)}` : `write ${near}`,
    }
  }
  if (found.part !== undefined && !knowledge.part(entry, found.part)) return unknownPart(entry, found.part, written)
  if (found.revision !== undefined && found.revision > entry.data.revision)
    return {
      message: `expected a revision of ${entry.id} up to ${entry.data.revision}, found @r${found.revision}`,
      fix: `write @r${entry.data.revision}, or leave the revision out`,
    }
  return undefined
}

function judgePart(knowledge: Knowledge, entry: AnyEntry, part: string): Words | undefined {
  return knowledge.part(entry, part) ? undefined : unknownPart(entry, part, part)
}

function judgeField(
  knowledge: Knowledge,
  unread: Unread,
  entry: AnyEntry,
  value: string,
  meta: FieldMeta,
): Words | undefined {
  if (meta.except?.includes(value)) return undefined
  if (meta.part) return judgePart(knowledge, entry, value)
  return meta.ref === undefined ? undefined : judgeReference(knowledge, unread, value, meta.ref, entry.id)
}

// Reported by a rule of their own, in words that fit.
const saidElsewhere = (path: DataPath) => path[0] === 'prompts' && path.at(-1) === 'because'
const BODY_KIND = { link: 'any', Ref: 'any', Quote: 'statements', Src: 'sources' } as const

/**
 * Every reference leads to a record or part that is there, by its current id, and of the kind that its place asks for.
 */
export const unknownReference: Rule = {
  id: 'unknown-reference',
  *check(knowledge, unread) {
    const { flagship } = knowledge.site
    const missing = flagship === undefined ? undefined : judgeReference(knowledge, unread, flagship, 'incidents', '')
    if (missing) yield { entry: { file: 'site.yaml' }, path: ['flagship'], ...missing }
    for (const entry of knowledge.entries) {
      const verdicts: Verdict[] = []
      // Which id was meant is looked for among all: not for more than are listed.
      const add = (path: DataPath, judged: () => Words | undefined) => {
        const words = verdicts.length > MOST_FINDINGS ? undefined : judged()
        if (words) verdicts.push({ entry, path, ...words })
      }
      const retracted = new Set(entry.data.history.flatMap((revision) => revision.retracted))
      visitStrings(knowledge.schemas[entry.kind], entry.data, ({ path, value, meta }) => {
        // A history names parts that were taken back since.
        if (!saidElsewhere(path) && !(path[0] === 'history' && retracted.has(value)))
          add(path, () => judgeField(knowledge, unread, entry, value, meta))
      })
      // What a contradiction is about may be said in words; what has the form of a part id is meant as one.
      for (const [index, { about }] of entry.data.contradictions.entries())
        if (isOfPart(about)) add(['contradictions', index, 'about'], () => judgePart(knowledge, entry, about))
      for (const [index, { ref, by }] of (entry.mentions ?? []).entries())
        add(['body', index], () => judgeReference(knowledge, unread, ref, BODY_KIND[by], entry.id))
      yield* verdicts
    }
  },
}
