import type { Knowledge } from '#knowledge/knowledge.ts'
import { compareFindings, type DataPath, dotted, type Finding, type SourceLocation, Tally } from '#schema/finding.ts'
import { type RuleId, RULES, ruleUrl } from '#schema/rule-table.ts'
import { blamelessWording } from './blameless-wording.ts'
import { claimWithoutSource } from './claim-without-source.ts'
import { commitmentDates } from './commitment-dates.ts'
import { datedId } from './dated-id.ts'
import { figureWithoutAsserter } from './figure-without-asserter.ts'
import { duplicateId } from './duplicate-id.ts'
import { eventOutsideSpan } from './event-outside-span.ts'
import { eventsOutOfOrder } from './events-out-of-order.ts'
import { futureRevision } from './future-revision.ts'
import { historyOrder } from './history-order.ts'
import { inquiryAnswer } from './inquiry-answer.ts'
import { milestoneAtOdds } from './milestone-at-odds.ts'
import { milestoneDefinition } from './milestone-definition.ts'
import { milestoneWithoutEvidence } from './milestone-without-evidence.ts'
import { milestonesOutOfOrder } from './milestones-out-of-order.ts'
import { outageEnds } from './outage-ends.ts'
import { participantTwice } from './participant-twice.ts'
import { positionWithoutBasis } from './position-without-basis.ts'
import { primaryNotRead } from './primary-not-read.ts'
import { proceedingState } from './proceeding-state.ts'
import { promptWithoutCause } from './prompt-without-cause.ts'
import { publishedId } from './published-id.ts'
import { publishedPart } from './published-part.ts'
import { quotationLength } from './quotation-length.ts'
import { recordDepth } from './record-depth.ts'
import { repeatedPart } from './repeated-part.ts'
import { reservedId } from './reserved-id.ts'
import { responseCycle } from './response-cycle.ts'
import { restrictedPointer } from './restricted-pointer.ts'
import { siteAddress } from './site-address.ts'
import { sourceUnused } from './source-unused.ts'
import { supersessionCycle } from './supersession-cycle.ts'
import { unknownReference } from './unknown-reference.ts'
import { unnamedEnds } from './unnamed-ends.ts'
import { verifiedWithoutEvidence } from './verified-without-evidence.ts'
import type { Rule, Unread, Verdict } from './rule.ts'

/** Every rule over the linked whole, in the order of the table. */
export const rules: readonly Rule[] = [
  duplicateId,
  reservedId,
  repeatedPart,
  unknownReference,
  claimWithoutSource,
  figureWithoutAsserter,
  milestoneWithoutEvidence,
  milestoneAtOdds,
  milestoneDefinition,
  outageEnds,
  quotationLength,
  verifiedWithoutEvidence,
  positionWithoutBasis,
  promptWithoutCause,
  supersessionCycle,
  responseCycle,
  historyOrder,
  datedId,
  commitmentDates,
  participantTwice,
  inquiryAnswer,
  proceedingState,
  publishedId,
  publishedPart,
  eventOutsideSpan,
  eventsOutOfOrder,
  milestonesOutOfOrder,
  primaryNotRead,
  sourceUnused,
  unnamedEnds,
  restrictedPointer,
  blamelessWording,
  futureRevision,
  siteAddress,
  recordDepth,
]

function placeOf(entry: Verdict['entry'], path: DataPath): SourceLocation {
  const mention = path[0] === 'body' && typeof path[1] === 'number' ? entry.mentions?.[path[1]] : undefined
  const { line, column } = mention ?? entry.locate?.(path) ?? { line: 1, column: 1 }
  return { line, column }
}

/**
 * Runs every rule over the linked whole; findings come in the order of files and lines. `unread` are the ids of records
 * that are there but have errors: what refers to them is not reported again.
 */
export function check(knowledge: Knowledge, unread: Unread = new Set()): Finding[] {
  const tally = new Tally()
  return rules
    .flatMap(({ id, check: run }) => {
      const { level } = RULES[id]
      return [...run(knowledge, unread)].flatMap(
        (verdict) => tally.listed({ level, file: verdict.entry.file }, () => findingOf(id, verdict)) ?? [],
      )
    })
    .sort(compareFindings)
}

function findingOf(id: RuleId, { entry, path, message, fix }: Verdict): Finding {
  return {
    rule: id,
    level: RULES[id].level,
    file: entry.file,
    ...placeOf(entry, path),
    path: path[0] === 'body' ? 'body' : dotted(path),
    message,
    ...(fix === undefined ? {} : { fix }),
    url: ruleUrl(id),
  }
}
