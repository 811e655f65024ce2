import { printable } from './printable.ts'

/** A line of our own in a stack: a source in the repository, a compiled file in an installed package. */
const PLACE = /\/(src\/[\w./-]+:\d+|(?<=\/astro-aftermath\/)lib\/[\w./-]+:\d+)/

/**
 * What a person reads when the program itself is at fault: what happened, where, and what to report. No stack: its
 * lines say nothing to whoever keeps records, and the one that matters is in `place`.
 */
export function crashReport(error: unknown, command: string): string {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  // A message may stand in the stack with whatever it quotes; no line that names a place is as long as that.
  const lines = (error instanceof Error ? (error.stack ?? '') : '').split('\n').filter(({ length }) => length < 1000)
  const place = lines.map((line) => PLACE.exec(line)?.[1]).find((found) => found !== undefined) ?? 'not known'
  return `aftermath stopped because of a fault of its own. Your files were not changed.
Please report these lines to whoever maintains this copy, with the record that set it off if you can share it:
  command  ${printable(command)}
  message  ${printable(message)}
  place    ${place}
  Node     ${process.versions.node} on ${process.platform}
`
}
