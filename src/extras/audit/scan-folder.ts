import { Phrases } from './phrases.ts'
import { type Leak, scan } from './scan.ts'
import { builtFiles, builtPaths, type Share } from './built-files.ts'
import type { ScanWork } from './scan-thread.ts'
import { startWorker } from '#extras/run-worker.ts'

// Starting a thread takes as long as searching some hundred pages.
const WORTH_A_THREAD = 500

const share = (at: number): Share => ({ at, of: 2 })

/**
 * Looks for phrases in every file of a built folder, on two threads where there are many; in the order of the files.
 */
export async function scanFolder(folder: string, phrases: Phrases): Promise<Leak[]> {
  if (builtPaths(folder).length < WORTH_A_THREAD) return scan(builtFiles(folder), phrases)
  const work: ScanWork = { folder, phrases: phrases.entries(), share: share(1) }
  const { answer, stop } = startWorker<readonly Leak[]>(new URL('./scan-thread.ts', import.meta.url), work)
  try {
    const ours = scan(builtFiles(folder, share(0)), phrases)
    const theirs = await answer
    if (theirs instanceof Error) throw theirs
    return [...ours, ...theirs].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
  } finally {
    await stop()
  }
}
