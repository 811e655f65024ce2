import type { Knowledge } from '#knowledge/knowledge.ts'
import { STANCE, type Stance } from '#schema/vocabularies.ts'

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * A stance in the words of its topic, where the topic has them: `Keep access`, `Keep access, with conditions`, `Move
 * out`. The general word (`Supports`) for topics without words of their own, and for stances that take no side.
 */
export function stanceWords(knowledge: Knowledge, topic: string, stance: Stance): string {
  const words = knowledge.get('topics', topic)?.data.stances
  switch (words && stance) {
    case 'supports':
      return sentence(words?.supports ?? '')
    case 'supportsWithConditions':
      return `${sentence(words?.supports ?? '')}, with conditions`
    case 'opposes':
      return sentence(words?.opposes ?? '')
    default:
      return STANCE[stance].label
  }
}
