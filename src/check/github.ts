import { visible } from '#schema/characters.ts'
import type { Reported } from './reported.ts'

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
const encoded = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const data = (text: string) => encoded(visible(text))
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

const COMMANDS: Readonly<Record<Reported['level'], string>> = { error: 'error', warn: 'warning', hint: 'notice' }

/** A message as a GitHub workflow command, whatever is in it. */
export const workflowCommand = (kind: 'notice' | 'warning' | 'error', title: string, message: string): string =>
  `::${kind} title=${property(title)}::${data(message)}\n`

/**
 * Findings as GitHub workflow commands, which show as annotations on the changed lines. `folder` leads from the
 * repository to the content.
 */
export function github(findings: readonly Reported[], folder: string): string {
  return findings
    .map(({ rule, level, file, line, column, message, fix }) => {
      const path = [folder.replace(/\/$/, ''), file].filter((part) => part !== '').join('/')
      const text = [message, ...(fix === undefined ? [] : [`Fix: ${fix}`])].map(data).join(encoded('\n'))
      return `::${COMMANDS[level]} file=${property(path)},line=${line},col=${column},title=${property(rule)}::${text}\n`
    })
    .join('')
}
