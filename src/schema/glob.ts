/** One sign of a name: a letter, any one character (`?`), any number of them (`*`), or one of a set (`[abc]`). */
export type Sign =
  { readonly is: 'letter'; readonly letter: string } | { readonly is: 'any' } | { readonly is: 'many' } | CharacterSet
interface CharacterSet {
  readonly is: 'set'
  readonly not: boolean
  readonly ranges: readonly (readonly [from: string, to: string])[]
}

/** A step of a path: the signs of one name, or any number of folders (`**`). */
export type Segment = 'folders' | readonly Sign[]

/**
 * A glob as it is matched: the paths, step by step, that its `{a,b}` stand for. In lower case, since paths are compared
 * so.
 */
export type Glob = readonly (readonly Segment[])[]

/** Why a text is no glob, and what to type instead. */
export interface NoGlob {
  readonly problem: string
  readonly fix: string
}

// So many paths one glob may stand for: the work of matching grows with them.
const MOST_PATHS = 32

class Refusal extends Error {
  readonly fix: string
  constructor(found: string, fix: string) {
    super(`expected a glob of *, **, ?, [abc] and {a,b}, found ${found}`)
    this.fix = fix
  }
}

/** The texts that a text with `{a,b}` stands for, innermost braces first. */
function expandBraces(text: string): string[] {
  const done: string[] = []
  const open = [text]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const end = next.indexOf('}')
    const start = next.lastIndexOf('{', end === -1 ? next.length : end)
    if (start === -1 && end === -1) {
      done.push(next)
      continue
    }
    if (start === -1 || end === -1)
      throw new Refusal(`"${end === -1 ? '{' : '}'}" without its other half`, 'write {a,b} for one of several')
    const inside = next.slice(start + 1, end)
    if (!inside.includes(',')) throw new Refusal(`"{${inside}}"`, 'write the choices with commas, as in {a,b}')
    for (const one of inside.split(',')) open.push(next.slice(0, start) + one + next.slice(end + 1))
    if (open.length + done.length > MOST_PATHS)
      throw new Refusal(`more than ${MOST_PATHS} paths in one`, 'write several globs with fewer {a,b}')
  }
  return done
}

function setOf(inside: string): CharacterSet {
  const not = /^[!^]/.test(inside)
  const ranges = [...inside.slice(not ? 1 : 0).matchAll(/(.)-(.)|./gsu)].map(
    ([all, from = all, to = all]) => [from, to] as const,
  )
  if (ranges.length === 0) throw new Refusal('nothing between [ and ]', 'write the characters, as in [abc] or [a-z]')
  for (const [from, to] of ranges) if (from > to) throw new Refusal(`"${from}-${to}"`, `write ${to}-${from}`)
  return { is: 'set', not, ranges }
}

function stepOf(text: string): Segment {
  if (text === '**') return 'folders'
  if (text.includes('**'))
    throw new Refusal('"**" beside other signs', 'write * within a name, and ** alone between slashes')
  // A set, or any one sign.
  return [...text.matchAll(/\[([^[\]]*)\]|./gsu)].map(([all, inside]): Sign => {
    if (inside !== undefined) return setOf(inside)
    if (all === '*') return { is: 'many' }
    if (all === '?') return { is: 'any' }
    if (all === '[' || all === ']') throw new Refusal(`"${all}" without its other half`, 'write a set as in [abc]')
    if ('()|'.includes(all)) throw new Refusal(`"${all}"`, 'write {a,b} for one of several, or several globs')
    if (all === '\\') throw new Refusal('"\\"', 'write / between folders')
    return { is: 'letter', letter: all }
  })
}

/** The names of a path. Slashes at its ends, doubled ones and `./` say nothing. */
export const stepsIn = (path: string): string[] => path.split('/').filter((name) => name !== '' && name !== '.')

/**
 * Reads a glob: `*` and `?` within a name, `**` for any folders, `[abc]`, `[!a-z]`, `{a,b}`. Whatever else globs are
 * written with elsewhere is refused.
 */
export function readGlob(text: string): Glob | NoGlob {
  try {
    if (text.startsWith('!')) throw new Refusal('"!" in front', 'write globs of the paths that are meant')
    return expandBraces(text.toLowerCase()).map((one) => stepsIn(one).map(stepOf))
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message, fix: error.fix }
    throw error
  }
}
