import { readFileSync } from 'node:fs'

/**
 * The three files of cases: those that the first ranking was measured on, those looked at since, and those looked at by
 * nobody who changes weights.
 */
export const SETS = ['earlier', 'seen', 'held-back'] as const

/**
 * A change written for the benchmark, with the incidents of which a knowledgeable reviewer would name one; none for
 * harmless ones.
 */
export interface Case {
  readonly name: string
  readonly expected: readonly string[]
  readonly input: string
  readonly set: (typeof SETS)[number]
}

/** Every case of a file: a head `=== name | id, id` (or `-`), then the input. */
const casesOf = (set: Case['set']): Case[] =>
  readFileSync(`${import.meta.dirname}/cases/${set}.txt`, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [head = '', ...lines] = block.split('\n')
      const [name = '', ids = ''] = head.split(' | ')
      return {
        name,
        expected: ids.trim() === '-' ? [] : ids.split(',').map((id) => id.trim()),
        input: lines.join('\n'),
        set,
      }
    })

export const cases: readonly Case[] = SETS.flatMap(casesOf)
