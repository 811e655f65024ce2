import { newestFirst } from '#knowledge/dates.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import type { Entry } from '#schema/entry.ts'
import { citationsOf } from './cited-by.ts'
import type { Link } from './label.ts'

/** What a review can take from a record. */
export const LESSON = { finding: 'Findings', prompt: 'Review prompts', control: 'Controls' } as const
export const LESSON_WORD = { finding: 'Finding', prompt: 'Question', control: 'Safeguard' } as const satisfies Record<
  LessonKind,
  string
>
export type LessonKind = keyof typeof LESSON

/** A finding, a prompt or a control, with the reviews that cited it. */
export interface Lesson extends Link {
  readonly kind: LessonKind
  readonly reviews: readonly Link[]
}

/** Lessons of one incident, or all controls. */
export interface LessonGroup {
  /** Absent for the controls, which are records of their own. */
  readonly incident?: Link
  readonly lessons: readonly Lesson[]
}

/** What the page of uptake prints. */
export interface UptakeView {
  /** Reviews on record. */
  readonly reviews: number
  readonly counts: readonly { readonly label: string; readonly used: number; readonly total: number }[]
  /** Lessons that a review cited, most cited first. */
  readonly used: readonly (Lesson & { readonly incident?: Link })[]
  /** Lessons that no review cited, by incident; the controls last. */
  readonly unused: readonly LessonGroup[]
}

function groups(knowledge: Knowledge): LessonGroup[] {
  const reviews = (id: string, part?: string): Link[] =>
    citationsOf(knowledge, id, part).map((citation) => ({
      text: citation.data.title,
      route: routes.record('citations', citation.id),
    }))
  const ofIncident = ({ id, data }: Entry<'incidents'>): LessonGroup => {
    const lesson = (kind: LessonKind, part: string, text: string): Lesson => ({
      kind,
      text,
      route: routes.record('incidents', id, part),
      reviews: reviews(id, part),
    })
    return {
      incident: { text: data.title, route: routes.record('incidents', id) },
      lessons: [
        ...data.findings.map((finding) => lesson('finding', finding.id, finding.text)),
        ...data.prompts.map((prompt) => lesson('prompt', prompt.id, prompt.ask)),
      ],
    }
  }
  const controls = knowledge.all('controls').map(({ id, data }): Lesson => ({
    kind: 'control',
    text: data.title,
    route: routes.record('controls', id),
    reviews: reviews(id),
  }))
  return [...newestFirst(knowledge.all('incidents')).map(ofIncident), { lessons: controls }]
}

/** Which lessons reviews have used and which nobody has, as far as citations are on record. */
export function uptakeView(knowledge: Knowledge): UptakeView {
  const all = groups(knowledge)
  const lessons = all.flatMap((group) => group.lessons)
  const isUsed = ({ reviews }: Lesson) => reviews.length > 0
  return {
    reviews: knowledge.all('citations').length,
    counts: (Object.keys(LESSON) as LessonKind[]).map((kind) => {
      const own = lessons.filter((lesson) => lesson.kind === kind)
      return { label: LESSON[kind], used: own.filter(isUsed).length, total: own.length }
    }),
    used: all
      .flatMap(({ incident, lessons: own }) =>
        own.filter(isUsed).map((lesson) => ({ ...lesson, ...(incident ? { incident } : {}) })),
      )
      .sort((a, b) => b.reviews.length - a.reviews.length),
    unused: all.flatMap(({ incident, lessons: own }) => {
      const left = own.filter((lesson) => !isUsed(lesson))
      return left.length === 0 ? [] : [{ ...(incident ? { incident } : {}), lessons: left }]
    }),
  }
}
