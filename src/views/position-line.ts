import { html } from '#text/html.ts'

/** One statement on a position line: when (ms), the stance as a class, and its words. */
export interface PositionPoint {
  readonly at: number
  readonly mark: string
  readonly words: string
  readonly day: string
}

const YEAR = 365.2425 * 86_400_000
const percent = (value: number) => `${Math.round(value * 10) / 10}%`

/** How a page says what a position line says: messages with their places, and a stance within a sentence. */
export interface PositionWords {
  readonly t: (message: PositionMessage, places?: Readonly<Record<string, string | number>>) => string
  readonly stance: (words: string) => string
}

type PositionMessage = (typeof POSITION_MESSAGES)[number]

const POSITION_MESSAGES = [
  'No statement on record.',
  'One statement, {day}: {stance}. No change on record.',
  '{n} statements, {from} to {to}: always {stance}.',
  '{n} statements, {from} to {to}: {course}.',
  ', then ',
] as const

/** What the line says, in a sentence or two. */
export function positionSentence(points: readonly PositionPoint[], { t, stance }: PositionWords): string {
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return t('No statement on record.')
  if (points.length === 1)
    return t('One statement, {day}: {stance}. No change on record.', { day: first.day, stance: stance(first.words) })
  const steps = points.filter(({ words }, index) => words !== points[index - 1]?.words)
  const span = { n: points.length, from: first.day, to: last.day }
  return steps.length === 1
    ? t('{n} statements, {from} to {to}: always {stance}.', { ...span, stance: stance(first.words) })
    : t('{n} statements, {from} to {to}: {course}.', {
        ...span,
        course: steps.map(({ words }) => stance(words)).join(t(', then ')),
      })
}

/**
 * A position over the years as SVG: a mark for each statement, dashes where nothing was said for a year or longer, and
 * after the last one. Colours come from style sheets, by class.
 */
export function positionLine(points: readonly PositionPoint[], now: number, say: PositionWords): string {
  const [start, end] = [points[0]?.at ?? now, Math.max(now, points.at(-1)?.at ?? now)]
  const place = (at: number) => 2 + (96 * (at - start)) / Math.max(1, end - start)
  const stops = [...points.map(({ at }) => at), end]
  const firstYear = new Date(start).getUTCFullYear() + 1
  const years = Array.from(
    { length: Math.max(0, new Date(end).getUTCFullYear() - firstYear + 1) },
    (_, index) => firstYear + index,
  )
  const step = Math.max(1, Math.ceil(years.length / 8))
  return html`<svg class="position-line" width="100%" height="44" role="img"
    aria-label="${positionSentence(points, say)}">${[
      ...years
        .filter((year) => year % step === 0)
        .map((year) => {
          const x = percent(place(Date.UTC(year, 0, 1)))
          return html`<line class="year" x1="${x}" x2="${x}" y1="8" y2="26"/><text x="${x}" y="40">${year}</text>`
        }),
      ...stops.slice(1).map((to, index) => {
        const from = stops[index] ?? to
        const still = index === points.length - 1 || to - from > YEAR
        return html`<line ${still ? html`stroke-dasharray="2 5"` : html`stroke-width="2"`} x1="${percent(place(from))}"
        x2="${percent(place(to))}" y1="17" y2="17"/>`
      }),
      ...points.map(
        ({ at, mark, words, day }) =>
          html`<circle class="stance ${mark}" cx="${percent(place(at))}" cy="17" r="6">
          <title>${words}, ${day}</title></circle>`,
      ),
    ]}</svg>`.text
}
