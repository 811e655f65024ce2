import { MILESTONE } from '#schema/incident-words.ts'
import { PART_KINDS, type PartLetter } from '#schema/part-kinds.ts'
import { formatFigure, isFigure } from './figure.ts'

/** A part of a record, by its id, the list of the record that holds it, and its data. */
export interface LabelledPart {
  readonly id: string
  readonly list: string
  readonly data: Readonly<Record<string, unknown>>
}

const milestoneLabel = (name: unknown) => Object.entries(MILESTONE).find(([own]) => own === name)?.[1].label

/** The first words of a part that say what it is: its title, text, question, note or name. */
export function partLabel(part: LabelledPart): string {
  const { title, text, ask, what, note, name, about, definition } = part.data
  if (part.list === 'milestones')
    return [milestoneLabel(name), definition].filter((value) => typeof value === 'string').join(': ')
  if (isFigure(part)) return `${formatFigure(part.data)}: ${part.data.what}`
  const words = [title, text, ask, what, note, name, about].find((value): value is string => typeof value === 'string')
  return words ?? PART_KINDS[part.id[0] as PartLetter] ?? part.id
}

/** What a part is, in a word: `event`, `finding`. */
export const partWord = ({ id }: Pick<LabelledPart, 'id'>): string => PART_KINDS[id[0] as PartLetter]
