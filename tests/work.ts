import { Session } from 'node:inspector'
import { setFlagsFromString } from 'node:v8'

// Work is counted, not timed: V8 says how often each block of code ran. It counts only in code that first runs after
// this file was loaded, so tests import this file before what they count. Functions that V8 optimizes would no longer
// be counted, so it does not.
setFlagsFromString('--no-opt')
setFlagsFromString('--no-maglev')
const session = new Session()
session.connect()
session.post('Profiler.enable')
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

/** What a piece of work took: the same on every machine. */
export interface Work {
  /** How often blocks of code ran, and how many letters or items the language's own searches went over meanwhile. */
  readonly steps: number
  /** How often functions of each name were called. */
  readonly calls: ReadonlyMap<string, number>
}

function blocksRun(where: RegExp): { blocks: number; calls: Map<string, number> } {
  let blocks = 0
  const calls = new Map<string, number>()
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error) throw error
    for (const { functions } of coverage.result.filter(({ url }) => where.test(url)))
      for (const { functionName, ranges } of functions) {
        for (const { count } of ranges) blocks += count
        calls.set(functionName, (calls.get(functionName) ?? 0) + (ranges[0]?.count ?? 0))
      }
  })
  return { blocks, calls }
}

/** How far a search went that began at `from` and found something at `found`, or nothing. */
const distance = (length: number, from: unknown, found: number): number =>
  found === -1 ? length - Math.max(0, Number(from ?? 0)) : found - Math.max(0, Number(from ?? 0)) + 1

type Counter = (holder: { readonly length: number }, args: readonly unknown[], result: unknown) => number

const FOUND: Counter = ({ length }, [, from], result) => distance(length, from, Number(result))
const FOUND_LAST: Counter = ({ length }, [, from], result) => Number(from ?? length) - Number(result)
const MISSED: Counter = ({ length }, [, from], result) => (result === true ? 1 : distance(length, from, -1))
const WHOLE: Counter = ({ length }) => length
const COPIED: Counter = (_holder, _args, result) => (Array.isArray(result) ? result.length : 0)

// Searches that run outside of our code, where blocks are not counted. All uses of patterns come down to `exec`.
const SEARCHES: readonly (readonly [prototype: object, name: string, counter: Counter])[] = [
  [String.prototype, 'indexOf', FOUND],
  [String.prototype, 'lastIndexOf', FOUND_LAST],
  [String.prototype, 'includes', MISSED],
  [String.prototype, 'split', WHOLE],
  [String.prototype, 'replaceAll', WHOLE],
  [String.prototype, 'toLowerCase', WHOLE],
  [Array.prototype, 'indexOf', FOUND],
  [Array.prototype, 'includes', MISSED],
  [Array.prototype, 'slice', COPIED],
]

/** Does something while the searches of the language are counted; gives how many letters or items they went over. */
function searched(run: () => void): number {
  let letters = 0
  const replaced = SEARCHES.map(([prototype, name, counter]) => {
    const own = Reflect.get(prototype, name) as (...args: unknown[]) => unknown
    const counted = function (this: { readonly length: number }, ...args: unknown[]): unknown {
      const result: unknown = Reflect.apply(own, this, args)
      letters += counter(this, args, result)
      return result
    }
    Object.defineProperty(prototype, name, { value: counted, configurable: true, writable: true })
    return () => Object.defineProperty(prototype, name, { value: own, configurable: true, writable: true })
  })
  const exec = RegExp.prototype.exec
  RegExp.prototype.exec = function (this: RegExp, text: string): RegExpExecArray | null {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const found: RegExpExecArray | null = Reflect.apply(exec, this, [text])
    letters += found ? found.index + found[0].length - from : this.sticky ? 1 : text.length - from
    return found
  }
  try {
    run()
  } finally {
    RegExp.prototype.exec = exec
    for (const restore of replaced) restore()
  }
  return letters
}

/** Counts the work of something in the code whose address fits a pattern: all of the program, if not said otherwise. */
export function workOf(run: () => void, where = /\/src\//): Work {
  blocksRun(where)
  const letters = searched(run)
  const { blocks, calls } = blocksRun(where)
  return { steps: blocks + letters, calls }
}

/**
 * How many times the work is done for twice the size: 2 where work grows with the size, 4 where it grows with its
 * square.
 */
export function growth(run: (size: number) => void, size: number, where?: RegExp): number {
  const once = workOf(() => run(size), where).steps
  return workOf(() => run(2 * size), where).steps / once
}
