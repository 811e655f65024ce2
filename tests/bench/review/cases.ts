import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'

/** A change written for the benchmark, with the incidents that a knowledgeable reviewer would name; none for unrelated ones. */
export interface Case {
  readonly name: string
  readonly expected: readonly string[]
  readonly input: string
  /** Whoever changes weights looks only at the cases that are not held back. */
  readonly heldBack: boolean
}

const isHeldBack = (name: string) => createHash('sha256').update(name).digest().readUInt8(0) % 2 === 1

/** Every case of cases.txt: a head `=== name | id, id` (or `-`), then the input. */
export const cases: readonly Case[] = readFileSync(`${import.meta.dirname}/cases.txt`, 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((block) => {
    const [head = '', ...lines] = block.split('\n')
    const [name = '', ids = ''] = head.split(' | ')
    return {
      name,
      expected: ids.trim() === '-' ? [] : ids.split(',').map((id) => id.trim()),
      input: lines.join('\n'),
      heldBack: isHeldBack(name),
    }
  })
