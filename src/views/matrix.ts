import type { Step } from '#knowledge/as-of.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { type Position, positionSteps } from '#knowledge/position.ts'
import { routes } from '#urls.ts'
import { OUTCOME } from '#schema/coordination.ts'
import type { Entry } from '#schema/entry.ts'
import { ORGANIZATION_KIND } from '#schema/reference-kinds.ts'
import { STANCE, type Stance } from '#schema/vocabularies.ts'
import { type Link, orgName } from './label.ts'
import { stanceWords } from './stance-words.ts'

/** What a cell can show: a stance, a typed silence, words taken back, or no record at all. */
export type PositionMark = Stance | keyof typeof OUTCOME | 'retracted' | 'none'

/** Words for what is neither stance nor inquiry. */
export const NO_STANCE = { retracted: { label: 'Taken back' }, none: { label: 'No record' } } as const

/** The words beside a mark. */
export function markLabel(mark: PositionMark): string {
  const tables: Readonly<Record<string, { readonly label: string }>> = { ...STANCE, ...OUTCOME, ...NO_STANCE }
  return tables[mark]?.label ?? mark
}

/** One state of a cell, in force from a day until the next. */
export interface PositionView {
  /** UTC day from which it holds. */
  readonly from: string
  readonly mark: PositionMark
  readonly label: string
  /** The stance in the words of the topic; the label where there are none. */
  readonly words: string
  /** When it was said or found, as a Moment. */
  readonly at: string
  /** The statement or inquiry behind it. */
  readonly route: string
  readonly behind: string
  readonly conditions: readonly string[]
  readonly current: boolean
}

/** What an organization holds on a topic: states in order; empty where there is no record. */
export interface MatrixCell {
  readonly topic: string
  readonly states: readonly PositionView[]
  /** Where the statements are compared, if there are several. */
  readonly history?: string
}

/** One organization’s row. */
export interface MatrixRow {
  readonly id: string
  readonly org: Link
  readonly kind: string
  readonly kindLabel: string
  readonly cells: readonly MatrixCell[]
}

/** Organizations by topics. */
export interface Matrix {
  readonly columns: readonly {
    readonly id: string
    readonly label: string
    readonly question: string
    readonly route: string
  }[]
  readonly rows: readonly MatrixRow[]
  /** The days between which “as of” can be set: the first record and the run’s date. */
  readonly first: string
  readonly today: string
}

const last = <T>(items: readonly T[]): T | undefined => items.at(-1)

/** A step of a position as a page prints it; undefined where it is no record. */
function stateView(
  knowledge: Knowledge,
  topic: string,
  { from, value }: Step<Position>,
): Omit<PositionView, 'current'> | undefined {
  switch (value.kind) {
    case 'held': {
      const statement = last(value.statements)
      if (!statement) return undefined
      return {
        from,
        mark: value.stance,
        label: STANCE[value.stance].label,
        words: stanceWords(knowledge, topic, value.stance),
        at: value.at,
        route: routes.record('statements', statement.id),
        behind: statement.data.title,
        conditions: value.conditions,
      }
    }
    case 'retracted':
      return {
        from,
        mark: 'retracted',
        label: NO_STANCE.retracted.label,
        words: NO_STANCE.retracted.label,
        at: value.at,
        route: routes.record('statements', value.by.id),
        behind: value.by.data.title,
        conditions: [],
      }
    case 'silent': {
      const { id, data } = value.inquiry
      return {
        from,
        mark: data.outcome,
        label: OUTCOME[data.outcome].label,
        words: OUTCOME[data.outcome].label,
        at: value.at,
        route: routes.record('inquiries', id),
        behind: OUTCOME[data.outcome].means,
        conditions: [],
      }
    }
    case 'none':
      return undefined
    default:
      return value satisfies never
  }
}

/**
 * Statements of an organization that take a position on a topic: what the page of their positions over time compares.
 */
export const statementsOn = (knowledge: Knowledge, org: string, topic: string): readonly Entry<'statements'>[] =>
  knowledge
    .from('statements', 'org', org)
    .filter(({ data }) => data.positions.some((position) => position.topic === topic))

/** A cell: every state from the first record to the run’s date. */
export function matrixCell(knowledge: Knowledge, org: string, topic: string): MatrixCell {
  const states = positionSteps(knowledge, org, topic).flatMap((step) => stateView(knowledge, topic, step) ?? [])
  return {
    topic,
    states: states.map((state, index) => ({ ...state, current: index === states.length - 1 })),
    ...(statementsOn(knowledge, org, topic).length > 1 ? { history: routes.positionHistory(topic, org) } : {}),
  }
}

const nameOf = (knowledge: Knowledge, id: string) => orgName(knowledge, id).toLocaleLowerCase('en')

/** Organizations with anything on record about one of these topics. */
function organizationsOn(knowledge: Knowledge, topics: readonly string[]): string[] {
  const said = topics.flatMap((topic) =>
    knowledge.from('statements', 'positions.topic', topic).flatMap(({ data }) => data.org ?? []),
  )
  const asked = topics.flatMap((topic) => knowledge.from('inquiries', 'about.topic', topic).map(({ data }) => data.org))
  return [...new Set([...said, ...asked])].sort((a, b) =>
    nameOf(knowledge, a).localeCompare(nameOf(knowledge, b), 'en'),
  )
}

/**
 * The statement matrix of some topics. `organizations` limits and completes the rows (those of a meeting, with or
 * without a record); without it every organization with a record has a row. Topics on which nobody is on record have no
 * column.
 */
export function matrixView(
  knowledge: Knowledge,
  topics: readonly Entry<'topics'>[],
  organizations?: readonly string[],
): Matrix {
  const ids = topics.map(({ id }) => id)
  const rows = (organizations ?? organizationsOn(knowledge, ids)).flatMap((id): MatrixRow[] => {
    const entry = knowledge.get('organizations', id)
    const cells = ids.map((topic) => matrixCell(knowledge, id, topic))
    if (!entry || (organizations === undefined && cells.every(({ states }) => states.length === 0))) return []
    return [
      {
        id,
        org: { text: orgName(knowledge, id), route: routes.record('organizations', id) },
        kind: entry.data.kind,
        kindLabel: ORGANIZATION_KIND[entry.data.kind].label,
        cells,
      },
    ]
  })
  // The topics on which most are on record come first; nobody scrolls sideways to what matters most.
  const records = ids.map((_, index) => rows.filter(({ cells }) => (cells[index]?.states.length ?? 0) > 0).length)
  const used = [...ids.keys()]
    .filter((index) => (records[index] ?? 0) > 0)
    .sort((a, b) => (records[b] ?? 0) - (records[a] ?? 0))
  const days = rows.flatMap(({ cells }) => cells.flatMap(({ states }) => states[0]?.from ?? []))
  return {
    columns: used
      .flatMap((index) => topics[index] ?? [])
      .map(({ id, data }) => ({
        id,
        label: data.label ?? data.question,
        question: data.question,
        route: routes.record('topics', id),
      })),
    rows: rows.map((row) => ({ ...row, cells: used.flatMap((index) => row.cells[index] ?? []) })),
    first: days.sort()[0] ?? knowledge.today,
    today: knowledge.today,
  }
}
