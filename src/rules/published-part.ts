import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Ledger } from '#knowledge/ledger.ts'
import type { AnyEntry } from '#schema/entry.ts'
import type { Released } from '#schema/release.ts'
import { partsOf } from '#schema/walk.ts'
import type { Rule, Verdict } from './rule.ts'

/** A published record as its readers see it now (`shown`) and as it is written. */
interface Published {
  readonly knowledge: Knowledge
  readonly ledger: Ledger
  readonly released: Released
  readonly shown: AnyEntry
  readonly written: AnyEntry
}

const RELEASE = 'then run "aftermath release"'

/** Parts that read otherwise than they were published although no later revision lists them. */
function changedParts({ ledger, released, shown, written }: Published): string[] {
  const now = ledger.digests(shown)
  const authored = shown === written ? now : ledger.digests(written)
  const owned = new Set(
    shown.data.history.filter(({ revision }) => revision > released.revision).flatMap(({ changed }) => changed),
  )
  return Object.entries(released.parts).flatMap(([part, digest]) => {
    const found = now.get(part)
    // What others may see of it can change by what they may see of other records; then the author changed nothing.
    return digest === null || found === undefined || [found, authored.get(part)].includes(digest) || owned.has(part)
      ? []
      : [part]
  })
}

/** What to type for parts that changed: an entry in the history, or the parts added to the entry that is new. */
function remedy({ knowledge, released, shown, written }: Published, parts: readonly string[]): string {
  const list = parts.join(', ')
  const { revision } = written.data
  if (shown.data.revision > released.revision)
    return `add ${list} to "changed" of revision ${revision} in the history, ${RELEASE}`
  return (
    `undo it, or write revision: ${revision + 1} and add to the history { revision: ${revision + 1}, date: ` +
    `"${knowledge.today}", type: correction, summary: "What changed.", changed: [${list}] }, ${RELEASE}`
  )
}

function* changes(published: Published): Generator<Verdict> {
  const { written, released } = published
  const parts = changedParts(published)
  const places = new Map(partsOf(written.data).map(({ id, path }) => [id, path]))
  for (const part of parts)
    yield {
      entry: written,
      path: places.get(part) ?? [],
      message:
        `expected ${part} as it was published in revision ${released.revision}, or a ` +
        'later revision that lists it; found it changed and in no such revision',
      fix: remedy(published, parts),
    }
}

const NONE: readonly string[] = []
const items = (digest: string | null | undefined): readonly string[] => digest?.split(' ') ?? NONE

/**
 * Fields that read otherwise than they were published. What is added, to a list or where nothing stood, is new, like a
 * part that is added.
 */
function changedFields({ ledger, released, shown, written }: Published): string[] {
  const [seen, authored] = [ledger.fieldDigests(shown), ledger.fieldDigests(written)]
  return Object.entries(released.fields ?? {}).flatMap(([name, digest]) => {
    const found = [...items(seen.get(name)), ...items(authored.get(name))]
    return items(digest).every((item) => found.includes(item)) ? [] : [name]
  })
}

/** A field is what the whole record says: a later revision accounts for it, unless that changed wording only. */
function* fieldChanges(published: Published): Generator<Verdict> {
  const { shown, written, released } = published
  if (shown.data.recordStatus === 'superseded') return
  const later = shown.data.history.filter(({ revision }) => revision > released.revision)
  if (later.some(({ type }) => type !== 'editorial')) return
  const fix =
    later.length === 0
      ? `undo it, or type: aftermath revise ${written.id} "What changed", ${RELEASE}`
      : `undo it, or give the revision a type other than editorial, such as correction, ${RELEASE}`
  for (const name of changedFields(published))
    yield {
      entry: written,
      path: [name],
      message:
        `expected ${name} as it was published in revision ${released.revision}, or a later ` +
        'revision that accounts for it; found it changed and in no such revision',
      fix,
    }
}

function* losses({ knowledge, ledger, released, shown, written }: Published): Generator<Verdict> {
  // A record that was replaced or taken back leaves a page of its own, which says so.
  if (shown.data.recordStatus === 'superseded') return
  const now = ledger.digests(shown)
  const retracted = new Set(written.data.history.flatMap((entry) => entry.retracted))
  for (const part of Object.keys(released.parts)) {
    if (now.has(part) || retracted.has(part)) continue
    const hidden = knowledge.part(written, part)
    const path = partsOf(written.data).find(({ id }) => id === part)?.path ?? []
    yield hidden
      ? {
          entry: written,
          path,
          message: `expected ${part} to stay public, as it was published, found it cut or marked for fewer people`,
          fix: `let it say what everybody may know; or take it back with: aftermath revise ${written.id} "Why"`,
        }
      : {
          entry: written,
          path,
          message: `expected the part ${part}, which was published, found none`,
          fix:
            `put it back under the id ${part}, or add ${part} to "retracted" of a new revision: put ` +
            `it back, then type aftermath retract ${written.id}#${part} --reason "Why"`,
        }
  }
}

/**
 * A part that was published stays, and changes only with a revision that lists it, so that a citation of it can be told
 * what changed; and so it is with fields that readers cite or that decide a verdict, for which any later revision
 * accounts that is not editorial.
 */
export const publishedPart: Rule = {
  id: 'published-part',
  *check(knowledge) {
    for (const ledger of knowledge.ledgers ?? [])
      for (const [id, released] of Object.entries(ledger.records)) {
        const shown = ledger.find(id)
        const written = shown && knowledge.find(shown.id)
        if (!shown || !written || shown.data.recordStatus === 'withdrawn') continue
        if (shown.data.revision < released.revision)
          yield {
            entry: written,
            path: ['revision'],
            message:
              `expected revision ${released.revision} or a later one, as ` +
              `${id} was published, found ${shown.data.revision}`,
            fix: 'put back what is missing from the history',
          }
        const published = { knowledge, ledger, released, shown, written }
        yield* losses(published)
        yield* changes(published)
        yield* fieldChanges(published)
      }
  },
}
