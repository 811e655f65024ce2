import type { Entry } from '#schema/entry.ts'
import type { Stance } from '#schema/vocabularies.ts'
import { compareTexts } from '#time/moment.ts'
import { knownFrom } from '#time/day.ts'
import { type Step, stepsOf } from './as-of.ts'
import type { Knowledge } from './knowledge.ts'
import { earlierThan, inOrderOfStatement, mayOverlap, saidAt } from './statement-order.ts'

type Statement = Entry<'statements'>
type Inquiry = Entry<'inquiries'>

/** Where an organization stands on a topic, and what shows it. */
export type Position =
  | {
      readonly kind: 'held'
      readonly stance: Stance
      readonly at: string
      readonly statements: readonly Statement[]
      readonly conditions: readonly string[]
    }
  /** It took back what it had said and put nothing in its place. */
  | { readonly kind: 'retracted'; readonly at: string; readonly by: Statement }
  /** An inquiry says what came back. */
  | { readonly kind: 'silent'; readonly at: string; readonly inquiry: Inquiry }
  /** There is no record. Not a form of silence: nobody wrote down that anybody asked. */
  | { readonly kind: 'none' }

/**
 * Statements of an organization, in the order said. Personal ones are the speaker's alone; withdrawn and superseded
 * records are not relied on.
 */
function officialStatements(knowledge: Knowledge, org: string): Statement[] {
  const counted = ({ data }: Statement) =>
    data.officialness !== 'personal' && data.recordStatus !== 'withdrawn' && data.recordStatus !== 'superseded'
  return inOrderOfStatement(knowledge.from('statements', 'org', org).filter(counted))
}

/**
 * Which statements were taken back, by which. Only an organization can take back its own words, and a retraction can
 * itself be taken back.
 */
function retractions(statements: readonly Statement[]): Map<string, Statement> {
  const takenBack = new Map<string, Statement>()
  for (const statement of statements.toReversed())
    if (!takenBack.has(statement.id))
      for (const { statement: target, how } of statement.data.respondsTo)
        if (how === 'retracts') takenBack.set(target, statement)
  return takenBack
}

/** The statements that are the latest word: the last, and those whose time leaves open whether they came before it. */
function latestWord(statements: readonly Statement[]): Statement[] {
  const last = statements.at(-1)
  const answered = new Set(statements.flatMap(earlierThan))
  return statements.filter(
    (one) => one === last || (last !== undefined && mayOverlap(one, last) && !answered.has(one.id)),
  )
}

/**
 * One stance of several taken at the same time. Having no position, or taking no side, contradicts nothing; conditions
 * stated in one place qualify support stated in another; anything else that differs is `mixed`.
 */
export function combined(stances: readonly Stance[]): Stance {
  const distinct = [...new Set(stances)]
  const sides = distinct.filter((stance) => stance !== 'neutral' && stance !== 'noPosition')
  const [first = 'noPosition', ...others] = sides.length > 0 ? sides : distinct.sort()
  if (others.length === 0) return first
  if (sides.length === 0) return 'neutral'
  return sides.every((stance) => stance === 'supports' || stance === 'supportsWithConditions')
    ? 'supportsWithConditions'
    : 'mixed'
}

function held(statements: readonly Statement[], topic: string): Position | undefined {
  const latest = latestWord(statements)
  const last = latest.at(-1)
  if (!last) return undefined
  const own = latest.flatMap(({ data }) => data.positions.filter((position) => position.topic === topic))
  return {
    kind: 'held',
    stance: combined(own.map(({ stance }) => stance)),
    at: saidAt(last),
    statements: latest,
    conditions: [...new Set(own.flatMap(({ conditions }) => conditions ?? []))],
  }
}

const lastOf = <T>(items: readonly T[], at: (item: T) => string): T | undefined =>
  [...items].sort((a, b) => compareTexts(at(a), at(b))).at(-1)

/**
 * The position of an organization on a topic as of an instant (ms). The latest said counts; what was taken back does
 * not; stances that clash at the same time are `mixed`. Without any, the latest inquiry tells which silence it is.
 * Nothing is inferred from silence.
 */
export function positionAt(knowledge: Knowledge, org: string, topic: string, now: number = knowledge.now): Position {
  const said = officialStatements(knowledge, org).filter((statement) => knownFrom(saidAt(statement)) <= now)
  const takenBack = retractions(said)
  const onTopic = said.filter(({ data }) => data.positions.some((position) => position.topic === topic))
  const current = held(
    onTopic.filter(({ id }) => !takenBack.has(id)),
    topic,
  )
  if (current) return current
  const inquiry = lastOf(
    inquiriesOn(knowledge, org, topic).filter(({ data }) => knownFrom(data.at) <= now),
    ({ data }) => data.at,
  )
  const by = lastOf(
    onTopic.flatMap(({ id }) => takenBack.get(id) ?? []),
    saidAt,
  )
  if (inquiry && (!by || compareTexts(inquiry.data.at, saidAt(by)) >= 0))
    return { kind: 'silent', at: inquiry.data.at, inquiry }
  return by ? { kind: 'retracted', at: saidAt(by), by } : { kind: 'none' }
}

const inquiriesOn = (knowledge: Knowledge, org: string, topic: string): readonly Inquiry[] =>
  knowledge
    .from('inquiries', 'org', org)
    .filter(({ data }) => data.about.topic === topic && data.recordStatus !== 'withdrawn')

const samePosition = (a: Position, b: Position): boolean => JSON.stringify(essence(a)) === JSON.stringify(essence(b))
function essence(position: Position): unknown {
  switch (position.kind) {
    case 'held':
      return [position.stance, position.at, position.statements.map(({ id }) => id)]
    case 'retracted':
      return [position.by.id]
    case 'silent':
      return [position.inquiry.id]
    case 'none':
      return []
    default:
      return position satisfies never
  }
}

/** How the position changed over time, up to the run's date: what the “as of” control chooses from. */
export function positionSteps(knowledge: Knowledge, org: string, topic: string): Step<Position>[] {
  const statements = knowledge.from('statements', 'org', org)
  const inquiries = inquiriesOn(knowledge, org, topic)
  // Most pairs of a large matrix have nothing on record.
  if (
    inquiries.length === 0 &&
    !statements.some(({ data }) => data.positions.some((position) => position.topic === topic))
  )
    return []
  const instants = [
    ...statements.map((statement) => knownFrom(saidAt(statement))),
    ...inquiries.map(({ data }) => knownFrom(data.at)),
  ]
  const steps = stepsOf(instants, knowledge.now, (now) => positionAt(knowledge, org, topic, now), samePosition)
  return steps[0]?.value.kind === 'none' ? steps.slice(1) : steps
}
