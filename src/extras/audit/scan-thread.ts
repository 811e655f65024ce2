import { parentPort, workerData } from 'node:worker_threads'
import { Phrases, type PhraseEntry } from './phrases.ts'
import { scan } from './scan.ts'
import { builtFiles, type Share } from './built-files.ts'

/** What the thread is given: which files to search for what. */
export interface ScanWork {
  readonly folder: string
  readonly share: Share
  readonly phrases: readonly PhraseEntry[]
}

const { folder, share, phrases } = workerData as ScanWork
parentPort?.postMessage(scan(builtFiles(folder, share), Phrases.of(phrases)))
