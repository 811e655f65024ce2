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
