import { stemOf } from './terms.ts'
import { wordsIn } from './tokens.ts'

/** Wordings by which people ask for what became of a question or of a commitment, beside the label of the outcome. */
export const OUTCOME_WORDS: Readonly<Record<string, readonly string[]>> = {
  notAsked: ['never asked', 'nobody asked', 'not asked', 'was not asked'],
  askedAnswerUnknown: ['answer unknown'],
  acknowledged: ['acknowledged'],
  noReply: [
    'did not answer',
    'did not reply',
    'not answer',
    'not reply',
    'no answer',
    'no reply',
    'without a reply',
    'without an answer',
    'never answered',
    'never replied',
    'unanswered',
    'silent',
  ],
  declined: [
    'declined',
    'declined to comment',
    'refused',
    'refused to answer',
    'refusal',
    'would not say',
    'no comment',
  ],
  nothingToAdd: ['nothing to add'],
  repliedNoPosition: ['took no position'],
  replied: ['replied', 'answered'],
  kept: ['kept', 'fulfilled', 'honoured'],
  partlyKept: ['partly kept', 'partly done'],
  keptByOwnAccount: ['kept by own account', 'claimed done'],
  notKept: ['broken', 'broke', 'not kept', 'never kept', 'unfulfilled'],
  noEvidenceFound: ['no evidence found', 'no evidence'],
  notChecked: ['not checked', 'unchecked'],
  withdrawn: ['withdrawn', 'taken back', 'abandoned'],
  superseded: ['superseded', 'replaced'],
  overdue: ['overdue', 'past due', 'missed deadline'],
  datePassed: ['date passed', 'past due', 'past its date', 'deadline passed', 'overdue'],
  deliveredLate: ['delivered late'],
}

const QUESTIONS = new Set([
  'notAsked',
  'askedAnswerUnknown',
  'acknowledged',
  'noReply',
  'declined',
  'nothingToAdd',
  'repliedNoPosition',
  'replied',
])

/** Whether an outcome is one of a question that somebody asked, rather than of a promise. */
export const isOfQuestion = (outcome: string): boolean => QUESTIONS.has(outcome)

/** An outcome as people ask for it first. */
export const wordingOf = (outcome: string): string => OUTCOME_WORDS[outcome]?.[0] ?? outcome

const wordings = Object.entries(OUTCOME_WORDS).map(
  ([value, texts]) => [value, texts.map((text) => wordsIn(text).map(stemOf))] as const,
)

// Words that turn what follows them into something else. Where the list above has no wording for that, nothing is
// meant.
const NOT = new Set([
  'no',
  'not',
  'never',
  'without',
  'nobody',
  'none',
  'nothing',
  'didn',
  'wasn',
  'weren',
  'hasn',
  'haven',
])

/**
 * Outcomes that the words of a query ask for; none that it denies ("who has not yet replied"). A longer wording is
 * meant rather than a shorter one inside it: "not kept" is not "kept".
 */
export function outcomesIn(words: readonly string[]): string[] {
  const stems = words.map(stemOf)
  const found = wordings.flatMap(([value, texts]) =>
    texts.flatMap((text) => {
      const start = stems.findIndex((_, place) => text.every((stem, index) => stems[place + index] === stem))
      return start < 0 ? [] : [{ value, start, end: start + text.length }]
    }),
  )
  const isDenied = ({ start }: (typeof found)[number]) =>
    words.slice(Math.max(0, start - 2), start).some((word) => NOT.has(word))
  const inside = (one: (typeof found)[number]) =>
    found.some((two) => two.end - two.start > one.end - one.start && two.start <= one.start && two.end >= one.end)
  return [...new Set(found.filter((one) => !inside(one) && !isDenied(one)).map(({ value }) => value))]
}
