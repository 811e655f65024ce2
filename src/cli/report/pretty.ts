import { styleText } from 'node:util'
import type { Finding } from '#core/schema/finding.ts'
import { count } from '#core/text/words.ts'
import { wrap } from './wrap.ts'

/** How findings are printed. `folder` is put before file names, so that they can be opened from where the reader stands. */
export interface PrettyOptions {
  readonly color: boolean
  /** Width to wrap to; undefined for none. */
  readonly width?: number | undefined
  readonly folder?: string
}

type Style = Parameters<typeof styleText>[0]

const BLUNT: Readonly<Record<Finding['level'], Style>> = { error: ['red', 'bold'], warn: ['yellow', 'bold'] }

/** Findings for a person at a terminal: grouped by file, each with its place, what was expected and found, what to type, its page; then totals. */
export function pretty(findings: readonly Finding[], { color, width, folder = '' }: PrettyOptions): string {
  if (findings.length === 0) return ''
  const style = (format: Style, text: string) => (color ? styleText(format, text, { validateStream: false }) : text)
  const indent = ' '.repeat(4)
  const lines = (text: string) => (width === undefined ? [text] : wrap(text, Math.max(40, width - indent.length))).map((line) => indent + line)
  const show = (finding: Finding): string => {
    const { line, column, level, message, fix, rule, url } = finding
    const head = `  ${style('bold', `${line}:${column}`)} ${style(BLUNT[level], level)} ${style('dim', `${rule}  ${url}`)}`
    return [head, ...lines(message), ...(fix === undefined ? [] : lines(`Fix: ${fix}`))].join('\n')
  }
  const groups = [...Map.groupBy(findings, ({ file }) => file)].map(([file, group]) => {
    const name = [folder.replace(/\/$/, ''), file].filter((part) => part !== '').join('/')
    return `${style('underline', name === '' ? 'content' : name)}\n${group.map(show).join('\n')}`
  })
  return `${groups.join('\n\n')}\n\n${totals(findings)}\n`
}

/** `2 errors and 1 warning in 2 files`. */
function totals(findings: readonly Finding[]): string {
  const errors = findings.filter(({ level }) => level === 'error').length
  const kinds = [count(errors, 'error'), count(findings.length - errors, 'warning')].filter((text) => !text.startsWith('0 '))
  return `${kinds.join(' and ')} in ${count(new Set(findings.map(({ file }) => file)).size, 'file')}`
}
