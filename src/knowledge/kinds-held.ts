import { KINDS, type Kind } from '#schema/kind-names.ts'
import type { Knowledge } from './knowledge.ts'

/** Kinds of records that the site keeps: all but those that its owner hides. */
export const keptKinds = ({ menu }: Pick<Knowledge, 'menu'>): readonly Kind[] =>
  KINDS.filter((kind) => !menu.hidden.includes(kind))

/** Kinds of which there is a record: those that menus and lists name. */
export const heldKinds = (knowledge: Knowledge): readonly Kind[] =>
  keptKinds(knowledge).filter((kind) => knowledge.all(kind).length > 0)
