import { readdirSync, readFileSync } from 'node:fs'

/** What a process and all that it started have used so far. */
export interface Used {
  /** Seconds of processor time, user and system. */
  readonly processor: number
  /** Most memory held at one time by all together, in MB. */
  readonly peakMb: number
}

// Ticks of `utime` and `stime`: 100 a second on every Linux that Node runs on (`getconf CLK_TCK`); pages have 4 kB.
const TICKS = 100
const PAGE_KB = 4

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      (read(`/proc/${pid}/task/${thread}/children`) ?? '').split(' ').filter(Boolean).map(Number),
    )
  } catch {
    return []
  }
}

const withDescendants = (pid: number): number[] => [pid, ...childrenOf(pid).flatMap(withDescendants)]

/**
 * Watches a process and all that it starts, ten times a second, the indexer's among them (proc(5), fields 14, 15 and 24
 * of `stat`). What a process used after the last look at it is not seen: a tenth of a second at most.
 */
export function watch(pid: number): () => Used {
  const ticks = new Map<number, number>()
  let peakKb = 0
  const look = () => {
    let heldKb = 0
    for (const one of withDescendants(pid)) {
      // The name of the command, in brackets, may hold spaces.
      const fields = read(`/proc/${one}/stat`)?.split(') ').at(-1)?.split(' ')
      if (!fields) continue
      ticks.set(one, Number(fields[11]) + Number(fields[12]))
      heldKb += Number(fields[21]) * PAGE_KB
    }
    peakKb = Math.max(peakKb, heldKb)
  }
  const timer = setInterval(look, 100)
  return () => {
    clearInterval(timer)
    return {
      processor: ticks.values().reduce((sum, own) => sum + own, 0) / TICKS,
      peakMb: Math.round(peakKb / 1024),
    }
  }
}
