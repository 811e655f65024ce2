import { precedents } from '#exports/precedents.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { routes } from '#urls.ts'
import { CHANGE_KIND } from '#schema/incident-words.ts'
import type { ChangeKind } from '#review/change-kinds.ts'
import { asked, type Asked, plainChecklist, taskList } from '#review/comment.ts'
import { count } from '#text/words.ts'
import type { Link } from './label.ts'

export const CHANGE_KINDS = Object.keys(CHANGE_KIND) as ChangeKind[]

/** The prompts of one incident. */
export interface PromptGroup {
  readonly incident: Link
  readonly prompts: readonly { readonly ask: string; readonly route: string }[]
}

/** Prompts by incident, and all of them as checklists. */
export interface PromptSet {
  readonly title: string
  readonly means: string
  readonly total: string
  readonly groups: readonly PromptGroup[]
  readonly lists: readonly { readonly form: string; readonly label: string; readonly text: string }[]
}

function promptSet(
  knowledge: Knowledge,
  title: string,
  means: string,
  wants: (id: string, changes: readonly ChangeKind[]) => boolean,
): PromptSet {
  const found = precedents(knowledge).incidents.map((incident) => ({
    incident,
    prompts: incident.prompts.filter(({ changes }) => wants(incident.id, changes)),
  }))
  const all: Asked[] = found.flatMap(({ incident, prompts }) => prompts.map((prompt) => asked(incident, prompt)))
  return {
    title,
    means,
    total: count(all.length, 'question'),
    groups: found
      .filter(({ prompts }) => prompts.length > 0)
      .map(({ incident, prompts }) => ({
        incident: { text: incident.title, route: routes.record('incidents', incident.id) },
        prompts: prompts.map(({ id, ask }) => ({ ask, route: routes.record('incidents', incident.id, id) })),
      })),
    lists: [
      { form: 'tasks', label: 'GitHub task list', text: taskList(all) },
      { form: 'plain', label: 'Plain checklist', text: plainChecklist(all) },
    ],
  }
}

/** The prompts that apply to a kind of change. */
export const promptsForChange = (knowledge: Knowledge, kind: ChangeKind): PromptSet =>
  promptSet(knowledge, CHANGE_KIND[kind].label, CHANGE_KIND[kind].means, (_, changes) => changes.includes(kind))

/** The prompts of the incidents in which a control was absent, failed, or worked in part. */
export function promptsForControl(knowledge: Knowledge, control: string): PromptSet {
  const incidents = knowledge
    .all('incidents')
    .filter(({ data }) =>
      data.controls.some((one) => one.control === control && ['absent', 'failed', 'partial'].includes(one.state)),
    )
  const ids = new Set(incidents.map(({ id }) => id))
  return promptSet(
    knowledge,
    'Questions',
    'From the incidents in which this safeguard was absent, failed, or worked in part.',
    (id) => ids.has(id),
  )
}

/** What `/review/` lists beside the finder. */
export const reviewLinks = (knowledge: Knowledge): (Link & { readonly means: string; readonly total: string })[] =>
  CHANGE_KINDS.map((kind) => ({
    text: CHANGE_KIND[kind].label,
    route: routes.reviewChange(kind),
    means: CHANGE_KIND[kind].means,
    total: promptsForChange(knowledge, kind).total,
  }))
