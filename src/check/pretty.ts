import { styleText } from 'node:util'
import { visible } from '#schema/characters.ts'
import type { Reported } from './reported.ts'
import { count } from '#text/words.ts'
import { wrap } from '#text/wrap.ts'

/**
 * How findings are printed. `folder` is put before file names, so that they can be opened from where the reader stands.
 */
export interface PrettyOptions {
  readonly color: boolean
  /** Width to wrap to; undefined for none. */
  readonly width?: number | undefined
  readonly folder?: string
}

type Style = Parameters<typeof styleText>[0]

const INDENT = '    '
const MARK: Readonly<Record<Reported['level'], Style>> = {
  error: ['red', 'bold'],
  warn: ['yellow', 'bold'],
  hint: ['cyan'],
}

/**
 * Findings for a person at a terminal: each with its place (`file:line:column`), what was expected and found, what to
 * type; then totals.
 */
export function pretty(findings: readonly Reported[], { color, width, folder = '' }: PrettyOptions): string {
  if (findings.length === 0) return ''
  const style = (format: Style, text: string) => (color ? styleText(format, text, { validateStream: false }) : text)
  const lines = (written: string) => {
    const text = visible(written)
    return (width === undefined ? [text] : wrap(text, Math.max(40, width - INDENT.length))).map((line) => INDENT + line)
  }
  const show = ({ file, line, column, level, message, fix, rule, url }: Reported): string => {
    // What concerns no file of its own concerns the folder.
    const name = visible([folder.replace(/\/$/, ''), file].filter((part) => part !== '').join('/'))
    const place = file === '' ? name : `${name}:${line}:${column}`
    const word = level === 'warn' ? 'warning' : level
    // On a narrow terminal the place keeps a line to itself, so that it can be clicked whole.
    const gap = width !== undefined && `${place}  ${word}  ${rule}  ${url}`.length > width ? `\n${INDENT}` : '  '
    const head = `${style('bold', place)}${gap}${style(MARK[level], word)}  ${rule}  ${style('dim', url)}`
    return [head, ...lines(message), ...(fix === undefined ? [] : lines(`Fix: ${fix}`))].join('\n')
  }
  return `${findings.map(show).join('\n\n')}\n\n${totals(findings)}\n`
}

/** `2 errors, 1 warning and 1 hint in 2 files`. */
function totals(findings: readonly Reported[]): string {
  const LEVELS = { error: 'error', warn: 'warning', hint: 'hint' } as const
  const kinds = Object.entries(LEVELS)
    .map(([level, noun]) => count(findings.filter((one) => one.level === level).length, noun))
    .filter((text) => !text.startsWith('0 '))
  return `${listed(kinds)} in ${count(new Set(findings.map(({ file }) => file)).size, 'file')}`
}

const listed = (words: readonly string[]) => words.join(', ').replace(/, ([^,]*)$/, ' and $1')
