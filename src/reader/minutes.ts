import type { DataPath } from '#core/schema/finding.ts'
import { isObject } from '#core/schema/walk.ts'
import type { Minute } from './mdx/minutes.ts'
import type { ParsedYaml } from './yaml.ts'

// A resolution is the meeting's own decision; what a scribe notes as action or issue was said there, no more.
const POINT = {
  topic: { kind: 'theme', force: 'discussed' },
  resolution: { kind: 'decision', force: 'decided' },
  action: { kind: 'nextStep', force: 'discussed' },
  issue: { kind: 'openQuestion', force: 'discussed' },
} as const

/**
 * Adds the minute lines of a meeting's body to its `points`, so that they are checked, cited and shown like any other point.
 * A line names who says so and its sources, or else the host and the sources of the first participant serve.
 */
export function withMinutes(yaml: ParsedYaml, minutes: readonly Minute[], bodyLine: number): ParsedYaml {
  const { value } = yaml
  const lines = minutes.filter(({ id }) => id !== undefined)
  if (!isObject(value) || lines.length === 0) return yaml
  const points: unknown[] = Array.isArray(value['points']) ? value['points'] : []
  const participants: unknown = value['participants']
  const first: unknown = Array.isArray(participants) ? participants[0] : undefined
  const added = lines.map(({ id, kind, text, by, sources }) => ({
    id,
    ...POINT[kind],
    text,
    assertedBy: by.length > 0 ? [...by] : value['host'],
    sources: sources.length > 0 ? [...sources] : isObject(first) ? first['sources'] : [],
  }))
  const locate = (path: DataPath) => {
    const [list, index] = path
    const line = list === 'points' && typeof index === 'number' ? lines[index - points.length] : undefined
    return line ? { line: line.line + bodyLine, column: line.column } : yaml.locate(path)
  }
  return { value: { ...value, points: [...points, ...added] }, locate }
}

/** The points of a meeting after its body was cut: those of lost minute lines go, those of changed lines say what is left of them. */
export function leftPoints<P extends { readonly id: string; readonly text: string }>(points: readonly P[], before: readonly Minute[], after: readonly Minute[]): P[] {
  const written = new Set(before.map(({ id }) => id))
  const left = new Map(after.map(({ id, text }) => [id, text]))
  return points.flatMap((point) => {
    if (!written.has(point.id)) return [point]
    const text = left.get(point.id)
    return text === undefined ? [] : [{ ...point, text }]
  })
}
