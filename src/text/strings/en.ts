import { FRAME } from './en-frame.ts'
import { PAGES } from './en-pages.ts'
import { RECORDS } from './en-records.ts'
import { SCRIPTS } from './en-scripts.ts'
import { SENTENCES } from './en-sentences.ts'
import { VIEWS } from './en-views.ts'

/**
 * The words of the interface in English, by which tables of other languages find theirs. Labels of vocabularies and
 * kinds of records, and the words of dates, stand where they are defined.
 */
export const MESSAGES = [...FRAME, ...RECORDS, ...PAGES, ...VIEWS, ...SCRIPTS, ...SENTENCES] as const

/** A message of the interface, by its English words. */
export type Message = (typeof MESSAGES)[number]
