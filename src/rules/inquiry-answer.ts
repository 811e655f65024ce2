import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Rule, Verdict } from './rule.ts'

/** Whether one organization is the other, belongs to it, or has it as a member. */
function related(knowledge: Knowledge, a: string, b: string): boolean {
  const belongs = (one: string, other: string) => {
    const data = knowledge.get('organizations', one)?.data
    return data?.parent === other || data?.members.includes(other) === true
  }
  return a === b || belongs(a, b) || belongs(b, a)
}

/** Promises in answer to an inquiry that were made by another organization than the one asked. */
function* promises(knowledge: Knowledge): Iterable<Verdict> {
  for (const entry of knowledge.every('commitments')) {
    const { org, inquiry } = entry.data
    const asked = inquiry === undefined ? undefined : knowledge.get('inquiries', inquiry)?.data.org
    if (asked === undefined || related(knowledge, org, asked)) continue
    yield {
      entry,
      path: ['inquiry'],
      message: `expected an inquiry to ${org}, which promised, found ${inquiry}, an inquiry to ${asked}`,
      fix: `write the id of an inquiry to ${org}, or take inquiry: out`,
    }
  }
}

/** The reply to an inquiry is a statement of the organization that was asked, and so is a promise in answer to it. */
export const inquiryAnswer: Rule = {
  id: 'inquiry-answer',
  *check(knowledge) {
    for (const entry of knowledge.every('inquiries')) {
      const { org, statement } = entry.data
      const reply = statement === undefined ? undefined : knowledge.get('statements', statement)?.data
      if (!reply || (reply.org !== undefined && related(knowledge, reply.org, org))) continue
      yield {
        entry,
        path: ['statement'],
        message:
          `expected a statement of ${org}, which was asked, found ` +
          `${statement}, a statement of ${reply.org ?? 'no organization'}`,
        fix: `write the id of a statement of ${org}, or correct org:`,
      }
    }
    yield* promises(knowledge)
  },
}
