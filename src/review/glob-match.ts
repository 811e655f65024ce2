import { readGlob, type Sign, type Segment, stepsIn } from '#schema/glob.ts'

/** A path as globs are compared with it. */
export class PathNames {
  /** In lower case, as globs are. */
  readonly lower: string
  #names: readonly (readonly string[])[] | undefined

  constructor(path: string) {
    this.lower = path.toLowerCase()
  }

  /** Its names, each as its characters; made for the few paths that are looked at so closely. */
  get names(): readonly (readonly string[])[] {
    return (this.#names ??= stepsIn(this.lower).map((name) => [...name]))
  }
}

/**
 * Whether a pattern fits a whole text, where `isMany` fits any stretch. The latest such piece alone is ever tried anew:
 * an earlier one that reached further could fit no more. So the work is at most that of comparing every piece with
 * every item, whatever the pattern (docs/decisions/globs.md).
 */
function fitsWhole<P, T>(
  pattern: readonly P[],
  text: readonly T[],
  isMany: (piece: P) => boolean,
  fits: (piece: P, item: T) => boolean,
): boolean {
  let [at, place, many, from] = [0, 0, -1, 0]
  while (place < text.length) {
    const [piece, item] = [pattern[at], text[place]]
    if (piece !== undefined && isMany(piece)) [many, from, at] = [at, place, at + 1]
    else if (piece !== undefined && item !== undefined && fits(piece, item)) [at, place] = [at + 1, place + 1]
    else if (many >= 0) [from, place, at] = [from + 1, from + 1, many + 1]
    else return false
  }
  return pattern.slice(at).every(isMany)
}

function fitsSign(sign: Sign, character: string): boolean {
  if (sign.is === 'letter') return sign.letter === character
  return sign.is !== 'set' || sign.ranges.some(([from, to]) => from <= character && character <= to) !== sign.not
}

const fitsName = (step: Segment, name: readonly string[]): boolean =>
  step !== 'folders' && fitsWhole(step, name, ({ is }) => is === 'many', fitsSign)

/**
 * The longest stretch of letters that every path of some steps has in one of its names: most paths are told from it
 * alone.
 */
function longestLetters(steps: readonly Segment[]): string {
  const runs = steps.flatMap((step) =>
    step === 'folders'
      ? []
      : step
          .map((sign) => (sign.is === 'letter' ? sign.letter : '/'))
          .join('')
          .split('/'),
  )
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '')
}

/** Whether paths match a glob. One that is not understood, as another program may have written it, matches none. */
export function globMatcher(glob: string): (path: PathNames) => boolean {
  const read = readGlob(glob)
  if ('problem' in read) return () => false
  const all = read.map((steps) => ({ steps, letters: longestLetters(steps) }))
  const fits = (steps: readonly Segment[], { names }: PathNames) =>
    names.length > 0 && fitsWhole(steps, names, (step) => step === 'folders', fitsName)
  return (path) => all.some(({ steps, letters }) => path.lower.includes(letters) && fits(steps, path))
}
