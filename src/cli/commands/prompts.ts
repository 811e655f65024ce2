import { stringify } from 'yaml'
import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Entry } from '#schema/entry.ts'
import { settingsIn } from '#review/settings.ts'
import { isTelling, plainWords, stem } from '#review/words.ts'
import { changeKinds } from '#review/change-kinds.ts'
import { type Command, SETTING_FLAGS } from '../command.ts'
import { lookUp } from '../look-up.ts'
import { done, UsageError } from '../context.ts'

const { content, now, site, base } = SETTING_FLAGS
const LONGEST = 300
const TERMS = 6

/** The first sentence of a text, without its full stop, as the middle of a question. */
function middle(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const end = line.search(/[.!?](?: |$)/)
  const first = end === -1 ? line : line.slice(0, end)
  return /^(?:A|An|The|No|Nobody|One|Some|Each|Every|It|This|That|There)\b/.test(first)
    ? first.charAt(0).toLowerCase() + first.slice(1)
    : first
}

/** Words of a finding that few other findings have, in the order of the text, and the settings that it names. */
function termsOf(text: string, isRare: (word: string) => boolean): string[] {
  const settings = settingsIn(text)
  const telling = plainWords(text).filter((word) => word.length > 3 && isTelling(stem(word)))
  const rare = telling.filter((word) => isRare(stem(word)))
  return [...new Set([...settings, ...(rare.length > 0 ? rare : telling)])].slice(0, TERMS)
}

/** Which words at most a tenth of all incidents have in their findings. */
function rareIn(knowledge: Knowledge): (word: string) => boolean {
  const incidents = knowledge.all('incidents')
  const counts = new Map<string, number>()
  for (const { data } of incidents)
    for (const word of new Set(data.findings.flatMap(({ text }) => plainWords(text).map(stem))))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => (counts.get(word) ?? 0) <= Math.max(2, incidents.length / 10)
}

const asked = (question: string) => (question.length <= LONGEST ? question : `${question.slice(0, LONGEST - 2)}…?`)

/**
 * Prompts for what no prompt of an incident asks yet: one for each finding, and one for each safeguard that was not
 * there or failed.
 */
function drafts(knowledge: Knowledge, { data }: Entry<'incidents'>) {
  const isRare = rareIn(knowledge)
  const taken = new Set(data.prompts.map(({ because }) => because.replace(/^.*#/, '')))
  const ids = new Set(data.prompts.map(({ id }) => id))
  const whenOf = (text: string) => ({
    paths: [] as string[],
    terms: termsOf(text, isRare),
    changes: changeKinds({ form: 'words', paths: [], text }),
  })
  const findings = data.findings
    .filter(({ id }) => !taken.has(id) && !ids.has(id.replace(/^f-/, 'q-')))
    .map(({ id, text }) => ({
      id: id.replace(/^f-/, 'q-'),
      ask: asked(`Could it be the same here, that ${middle(text)}?`),
      because: id,
      appliesWhen: whenOf(text),
    }))
  const cause = data.findings[0]?.id ?? data.timeline[0]?.id
  const controls = data.controls.flatMap(({ control, state, note }) => {
    const found = knowledge.get('controls', control)
    const id = `q-${control}`
    if (!found || state === 'worked' || ids.has(id) || cause === undefined) return []
    const how = { absent: 'was missing', failed: 'failed', partial: 'worked only in part' }[state as string] ?? state
    return [
      {
        id,
        ask: asked(`${found.data.title} ${how} then: who has tried it for this change?`),
        because: cause,
        appliesWhen: whenOf(`${found.data.title} ${note ?? ''}`),
      },
    ]
  })
  return [...findings, ...controls]
}

export const promptsCommand: Command = {
  name: 'prompts',
  summary: 'Draft review prompts of an incident from its findings and safeguards, for an author to edit.',
  positionals: ['ID'],
  flags: { content, now, site, base },
  notes: [
    'Prints what could stand under "prompts:" of the incident, and writes nothing: a ' +
      'draft says where a question is missing, and its words are yours to find. ' +
      'Findings and safeguards that a prompt already asks about are left out.',
  ],
  async run(context, given) {
    const found = lookUp(context, given, given.positionals[0] ?? '')
    if ('exitCode' in found) return found
    const { knowledge, entry } = found
    if (entry.kind !== 'incidents')
      throw new UsageError(`expected the id of an incident, found ${entry.kind} ${entry.id}`)
    const made = drafts(knowledge, entry)
    if (made.length === 0) return { exitCode: 0, stdout: '', stderr: 'Every finding and safeguard has its prompt.\n' }
    return done(stringify({ prompts: made }, { lineWidth: 0, collectionStyle: 'any' }))
  },
}
