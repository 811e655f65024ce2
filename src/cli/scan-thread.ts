import { parentPort, workerData } from 'node:worker_threads'
import { Phrases, type PhraseEntry } from '#core/audit/phrases.ts'
import { scan } from '#core/audit/scan.ts'
import { builtFiles, type Share } from '#reader/built.ts'

/** What the thread is given: which files to search for what. */
export interface ScanWork {
  readonly folder: string
  readonly share: Share
  readonly phrases: readonly PhraseEntry[]
}

const { folder, share, phrases } = workerData as ScanWork
parentPort?.postMessage(scan(builtFiles(folder, share), Phrases.of(phrases)))
