import type { DataPath } from '#schema/finding.ts'
import type { Data } from '#schema/kinds.ts'
import { isObject } from '#schema/walk.ts'
import type { Minute } from './body/minutes.ts'
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
  const added = lines.map((line) => ({ id: line.id, ...POINT[line.kind], ...wordsOf(line, value['host'], isObject(first) ? first['sources'] : []) }))
  const locate = (path: DataPath) => {
    const [list, index] = path
    const line = list === 'points' && typeof index === 'number' ? lines[index - points.length] : undefined
    return line ? { line: line.line + bodyLine, column: line.column } : yaml.locate(path)
  }
  return { value: { ...value, points: [...points, ...added] }, locate }
}

/** What a line says, who says so, and what that rests on. */
const wordsOf = <H, S>({ text, by, sources }: Minute, host: H, else_: S) => ({
  text,
  assertedBy: by.length > 0 ? [...by] : host,
  sources: sources.length > 0 ? [...sources] : else_,
})

type Point = Data<'summits'>['points'][number]

/** The points of a meeting: those written as such, and those made of minute lines, which are made anew once all else is cut. */
export function splitPoints({ points }: Data<'summits'>, lines: readonly Minute[]): { readonly written: Point[]; readonly made: Point[] } {
  const ids = new Set(lines.map(({ id }) => id))
  // A line cannot be marked but by a passage around it; a point with a mark was not made of one.
  const isMade = ({ id, tlp }: Point) => ids.has(id) && tlp === 'CLEAR'
  return { written: points.filter((point) => !isMade(point)), made: points.filter(isMade) }
}

/**
 * Makes the points of minute lines anew for what is left of a meeting: they say what is left of the lines and rest on what the first
 * participant that is left rests on. A point that would rest on nothing goes.
 */
export function madeAnew(made: readonly Point[], lines: readonly Minute[], { host, participants }: Data<'summits'>): Point[] {
  const said = new Map(lines.map((line) => [line.id, wordsOf(line, [host], [...(participants[0]?.sources ?? [])])]))
  return made.flatMap((point) => {
    const words = said.get(point.id)
    return words === undefined || words.sources.length === 0 ? [] : [{ ...point, ...words }]
  })
}
