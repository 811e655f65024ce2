import type { Knowledge } from '#knowledge/knowledge.ts'
import { type AnyEntry, stands } from '#schema/entry.ts'
import { recordView, type RecordView } from './record.ts'

/** What is left of a record that was taken back: that it was, why, and its history. */
export type TombstoneView = Pick<
  RecordView,
  | 'kind'
  | 'kindWord'
  | 'id'
  | 'route'
  | 'twin'
  | 'csaf'
  | 'title'
  | 'status'
  | 'revision'
  | 'added'
  | 'changed'
  | 'history'
>

/**
 * The tombstone of a withdrawn record. Nothing that it said is in it, and its history leads to no part, as none is
 * left.
 */
export function tombstoneView(knowledge: Knowledge, entry: AnyEntry): TombstoneView {
  const { kind, kindWord, id, route, twin, csaf, title, status, revision, added, changed, history } = recordView(
    knowledge,
    entry,
  )
  return {
    kind,
    kindWord,
    id,
    route,
    twin,
    ...(csaf === undefined ? {} : { csaf }),
    title,
    ...(status === undefined ? {} : { status }),
    revision,
    added,
    changed,
    history: history.map((one) => ({ ...one, changed: [], earlier: [] })),
  }
}

/** Tombstones of every withdrawn record, in the order of the records. */
export const tombstones = (knowledge: Knowledge): TombstoneView[] =>
  knowledge.entries.filter((entry) => !stands(entry)).map((entry) => tombstoneView(knowledge, entry))
