import { printReference } from '#schema/references.ts'
import { markdownLink, markdownText } from '#text/markdown.ts'
import type { Precedent, PrecedentPrompt, Precedents } from './precedents.ts'
import type { Suggestion, Why } from './rank.ts'

const WHY: Readonly<Record<Why['kind'], string>> = {
  path: 'files',
  term: 'words',
  change: 'kinds of change',
  setting: 'names',
  product: 'products',
  control: 'controls',
  finding: 'finding',
  search: 'shared words',
}

/** A sign as a page says it: kinds of change are words of ours, and between a path and a glob stands one. */
function signInWords({ kind, text }: Why, say: (words: string) => string): string {
  if (kind === 'change') return say(text)
  return kind === 'path' ? text.replace(/ matches (?=\S+$)/, ` ${say('matches')} `) : text
}

/**
 * Why an incident was suggested, as phrases: `words: rollout, canary`. `say` says words of ours in the language of a
 * page.
 */
export function whyInWords(why: readonly Why[], say = (words: string): string => words): string[] {
  return [...Map.groupBy(why, ({ kind }) => kind)].map(
    ([kind, own]) =>
      `${say(WHY[kind])}: ${own
        .slice(0, 8)
        .map((sign) => signInWords(sign, say))
        .join(', ')}`,
  )
}

/** A prompt with the incident it comes from, ready for a checklist. */
export interface Asked {
  readonly ask: string
  readonly url: string
  /** `id#q-…@r3`. */
  readonly reference: string
}

/** A prompt as a checklist holds it; it pins the revision it was read at. */
export const asked = (
  { id, revision }: Pick<Precedent, 'id' | 'revision'>,
  { id: part, ask, url }: Pick<PrecedentPrompt, 'id' | 'ask' | 'url'>,
): Asked => ({
  ask,
  url,
  reference: printReference({ id, part, revision }),
})

/** Prompts as a GitHub task list, each with its citation. */
export const taskList = (prompts: readonly Asked[]): string =>
  prompts.map(({ ask, url, reference }) => `- [ ] ${markdownText(ask)} (${markdownLink(reference, url)})`).join('\n')

/** Prompts as a plain checklist, each with its citation. */
export const plainChecklist = (prompts: readonly Asked[]): string =>
  prompts.map(({ ask, url, reference }) => `[ ] ${ask}\n    ${reference} ${url}`).join('\n')

const PROMPTS_SHOWN = 3

/** The prompts of a suggestion, best first. */
export function promptsOf(precedents: Precedents, { id, prompts }: Suggestion): Asked[] {
  const precedent = precedents.incidents.find((one) => one.id === id)
  return prompts.flatMap((reference) => {
    const prompt = precedent?.prompts.find((one) => `${id}#${one.id}` === reference)
    return precedent && prompt ? [asked(precedent, prompt)] : []
  })
}

/** A review comment in Markdown: each precedent, why it matched, and what to ask; empty where there is none. */
export function reviewComment(precedents: Precedents, suggestions: readonly Suggestion[]): string {
  if (suggestions.length === 0) return ''
  const blocks = suggestions.map((one) => {
    const prompts = promptsOf(precedents, one).slice(0, PROMPTS_SHOWN)
    return [
      `**${markdownLink(one.title, one.url)}**`,
      `Matched by ${markdownText(whyInWords(one.why).join('; '))}.`,
      taskList(prompts),
    ]
      .filter((text) => text !== '')
      .join('\n\n')
  })
  const revision = (id: string) => precedents.incidents.find((one) => one.id === id)?.revision ?? 1
  const trailers = suggestions
    .map(({ id }) => `Incident-Ref: ${printReference({ id, revision: revision(id) })}`)
    .join('\n')
  return `### Precedents\n\n${blocks.join('\n\n')}\n\n\`\`\`\n${trailers}\n\`\`\`\n`
}
