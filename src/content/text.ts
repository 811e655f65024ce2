import { isUtf8 } from 'node:buffer'
import { findStray } from '#schema/characters.ts'
import { openFile } from './open-file.ts'
import type { Report } from './report.ts'

/** Largest record file in bytes. The longest public postmortems run to a tenth of it. */
export const MAX_BYTES = 1024 * 1024

/** Line and column, from 1, of a character offset. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n') }
}

/**
 * The text of a content file with line ends as `\n` and no byte-order mark; undefined, with a finding, if it cannot be
 * one.
 */
export function readText(root: string, file: string, report: Report): string | undefined {
  const bytes = openFile(root, file, MAX_BYTES)
  if ('message' in bytes) {
    if (bytes.size === undefined) report.add('file-name', file, bytes)
    else
      report.add('file-size', file, {
        message:
          `expected at most ${MAX_BYTES.toLocaleString('en-GB')} ` +
          `bytes, found ${bytes.size.toLocaleString('en-GB')}`,
        fix: 'split the record, or keep attachments outside the record file',
      })
    return undefined
  }
  const decoded = new TextDecoder('utf-8').decode(bytes)
  if (!isUtf8(bytes)) {
    // The decoder puts U+FFFD where the first bad byte stood.
    report.add('file-encoding', file, {
      ...positionAt(decoded, decoded.indexOf('\ufffd')),
      message: 'expected UTF-8, found a byte that is not',
      fix: 'save the file as UTF-8',
    })
    return undefined
  }
  const text = decoded.replace(/\r\n?/g, '\n')
  if (text.trim() === '') {
    report.add('file-empty', file, {
      message: 'expected a record, found an empty file',
      fix: 'write the record, or delete the file',
    })
    return undefined
  }
  const stray = findStray(text)
  if (stray) {
    report.add('file-encoding', file, {
      ...positionAt(text, stray.index),
      message: `expected text, found ${stray.found}`,
      fix: stray.fix,
    })
    return undefined
  }
  return text
}
