import { milestoneId } from './draft.ts'
import { stripped } from './patterns.ts'
import { EVENT_WORDS, MILESTONE_WORDS } from './event-words.ts'
import type { DraftEvent, DraftMilestone, EventKind, MilestoneName } from './draft.ts'

/** What kind of event the words of an entry tell of; `context` where they do not show it. */
export const eventKind = (words: string): EventKind =>
  EVENT_WORDS.find(([, pattern]) => pattern.test(words.toLowerCase()))?.[0] ?? 'context'

/** An event with the words that may say what it marks. */
export interface Marked {
  readonly event: DraftEvent
  readonly bold: readonly string[]
  readonly line: number
}

/** The kind of event that a milestone is taken from where no words name it. */
const BY_KIND: Readonly<Partial<Record<MilestoneName, EventKind>>> = {
  began: 'onset',
  detected: 'detection',
  communicated: 'communication',
  reported: 'contact',
}

/** Milestones from the one that is read most surely. */
const SUREST: readonly MilestoneName[] = ['began', 'recovered', 'detected', 'mitigated', 'identified', 'closed']
const ORDER: readonly MilestoneName[] = ['began', 'detected', 'identified', 'mitigated', 'recovered', 'closed']
const SPANNED: ReadonlySet<EventKind> = new Set(['onset', 'detection', 'escalation', 'mitigation', 'recovery'])

/** What was found out about milestones, and what was left open. */
export interface Milestones {
  readonly milestones: DraftMilestone[]
  readonly remarks: { readonly line?: number; readonly message: string; readonly fix?: string }[]
}

/** Words of a title that say what it marks: those in brackets, and a label before a colon. */
const hintsIn = (title: string): string[] => [
  ...[...title.matchAll(/[([]([^()[\]]{3,40})[)\]]/g)].map(([, words = '']) => words),
  ...(/^([^:]{3,30}):\s/.exec(title)?.slice(1) ?? []),
]

function explicitly(name: MilestoneName, marked: readonly Marked[]): Marked | undefined {
  const pattern = MILESTONE_WORDS.find(([of]) => of === name)?.[1]
  if (!pattern) return undefined
  const inBold = marked.find(({ event, bold }) =>
    [...bold, ...hintsIn(event.title)].some((words) => pattern.test(stripped(words.toLowerCase(), ':.', 'end'))),
  )
  return inBold ?? marked.find(({ event }) => pattern.test(event.title.toLowerCase()))
}

/** The events of a kind up to another, and the one of them where there is but one. */
function only(kind: EventKind, marked: readonly Marked[], before: Marked | undefined) {
  const end = before ? marked.indexOf(before) : marked.length
  const found = marked.slice(0, end === -1 ? marked.length : end).filter(({ event }) => event.kind === kind)
  return { found, one: found.length === 1 ? found[0] : undefined }
}

/**
 * Takes milestones from the events of a timeline, in the order of time: by words in bold, by words that name them, and
 * where one event alone can be meant by its kind. What is not sure is left out and named.
 */
export function milestonesOf(marked: readonly Marked[]): Milestones {
  const remarks: { line?: number; message: string; fix?: string }[] = []
  const chosen = new Map<MilestoneName, Marked>()
  const firstOf = (kind: EventKind) => marked.find(({ event }) => event.kind === kind)
  const unsure = (name: MilestoneName, found: readonly Marked[]) =>
    remarks.push({
      line: found[0]?.line ?? 1,
      message: `the milestone "${name}" is not set: ${found.length} entries may mark it`,
      fix:
        `add to milestones: { id: m-${name}, name: ${name}, event: ` +
        `${found[0]?.event.id} }, with the event that does`,
    })
  for (const [name] of MILESTONE_WORDS) {
    const found = explicitly(name, marked)
    if (found) chosen.set(name, found)
  }
  for (const [name, kind] of Object.entries(BY_KIND) as [MilestoneName, EventKind][]) {
    const found = chosen.get(name) ?? firstOf(kind)
    if (found) chosen.set(name, found)
  }
  // What broke after it was noticed is not what was noticed first.
  const [began, detected] = [chosen.get('began'), firstOf('detection')]
  if (began && detected && !explicitly('began', marked) && marked.indexOf(detected) < marked.indexOf(began))
    chosen.delete('began')
  if (!chosen.has('recovered')) {
    const { found, one } = only('recovery', marked, undefined)
    const last = found.at(-1)
    if (one) chosen.set('recovered', one)
    else if (last) unsure('recovered', found)
  }
  if (!chosen.has('mitigated')) {
    const { found, one } = only('mitigation', marked, chosen.get('recovered'))
    if (one) chosen.set('mitigated', one)
    else if (found.length > 1) unsure('mitigated', found)
  }
  if (!chosen.has('identified')) {
    const found = marked.filter(({ event }) =>
      /\b(?:identified|found) (?:the )?(?:issue|problem|cause|culprit|bug)\b|\bcause (?:was )?found\b/i.test(
        event.title,
      ),
    )
    if (found.length === 1 && found[0]) chosen.set('identified', found[0])
  }
  dropBackwards(chosen, marked, remarks)
  const milestones = [...chosen]
    .sort((one, other) => marked.indexOf(one[1]) - marked.indexOf(other[1]))
    .map(([name, { event }]) => ({ id: milestoneId(name), name, event: event.id }))
  settleKinds(marked, chosen)
  return { milestones, remarks }
}

/** Milestones whose order makes no sense are not set: one of them was read wrongly. */
function dropBackwards(
  chosen: Map<MilestoneName, Marked>,
  marked: readonly Marked[],
  remarks: Milestones['remarks'],
): void {
  const place = (name: MilestoneName) => {
    const found = chosen.get(name)
    return found ? marked.indexOf(found) : -1
  }
  const kept: MilestoneName[] = []
  for (const name of SUREST) {
    const at = place(name)
    if (at === -1) continue
    const fits = kept.every((other) =>
      ORDER.indexOf(other) < ORDER.indexOf(name) ? place(other) <= at : place(other) >= at,
    )
    if (fits) {
      kept.push(name)
      continue
    }
    const found = chosen.get(name)
    chosen.delete(name)
    remarks.push({
      ...(found ? { line: found.line } : {}),
      message: `the milestone "${name}" is not set: "${found?.event.title.slice(0, 60)}" stands out of its order`,
      fix: 'name the event that marks it under milestones',
    })
  }
  const began = place('began')
  for (const name of ['reported', 'communicated', 'acknowledged'] as const)
    if (place(name) !== -1 && place(name) < began) chosen.delete(name)
}

/** The kind of event that marks a milestone, where its words tell no other. */
const TELLS: Readonly<Partial<Record<MilestoneName, EventKind>>> = {
  began: 'onset',
  detected: 'detection',
  acknowledged: 'escalation',
  identified: 'investigation',
  mitigated: 'mitigation',
  recovered: 'recovery',
}

/** What lies before the first and after the last milestone is context and follow-up, whatever its words. */
function settleKinds(marked: readonly Marked[], chosen: ReadonlyMap<MilestoneName, Marked>): void {
  for (const [name, kind] of Object.entries(TELLS) as [MilestoneName, EventKind][]) {
    const event = chosen.get(name)?.event
    if (event?.kind === 'context') event.kind = kind
  }
  const places = [...chosen.values()].map((one) => marked.indexOf(one))
  if (places.length === 0) return
  const [first, last] = [Math.min(...places), Math.max(...places)]
  marked.forEach(({ event }, index) => {
    if (!SPANNED.has(event.kind)) return
    if (index < first) event.kind = 'context'
    if (index > last) event.kind = 'followUp'
  })
}
