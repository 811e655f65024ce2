import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Rule } from './rule.ts'

/** Whether one organization is the other, belongs to it, or has it as a member. */
function related(knowledge: Knowledge, a: string, b: string): boolean {
  const belongs = (one: string, other: string) => {
    const data = knowledge.get('organizations', one)?.data
    return data?.parent === other || data?.members.includes(other) === true
  }
  return a === b || belongs(a, b) || belongs(b, a)
}

/** The reply to an inquiry is a statement of the organization that was asked. */
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
        message: `expected a statement of ${org}, which was asked, found ${statement}, a statement of ${reply.org ?? 'no organization'}`,
        fix: `write the id of a statement of ${org}, or correct org:`,
      }
    }
  },
}
