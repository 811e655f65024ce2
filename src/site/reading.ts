import { readContent, type Content } from '#reader/read.ts'
import { settings } from './settings.ts'

let current: Content | undefined

/** The content folder as read for this run's audience: once per build, again after `forget()` in development. */
export function reading(): Content {
  current ??= readContent(settings.content, { level: settings.audience, now: settings.now, drafts: import.meta.env?.DEV ?? false })
  return current
}

/** Makes the next reading read the files again. */
export function forget(): void {
  current = undefined
}
