import type { Precedents } from '#review/precedents.ts'
import { reviewComment } from '#review/comment.ts'
import { PrecedentFinder } from '#review/rank.ts'
import { isUnreadable, readChange } from '#review/read-change.ts'
import type { Answer, Answered, Question } from './answer.ts'

// Beside the page, so that a change of thousands of lines never holds it up.
let loaded: Promise<{ known: Precedents; finder: PrecedentFinder }> | undefined

async function load(address: string): Promise<{ known: Precedents; finder: PrecedentFinder }> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  const known = (await response.json()) as Precedents
  return { known, finder: new PrecedentFinder(known) }
}

async function answer(address: string, text: string): Promise<Answer> {
  const change = readChange(text)
  if (isUnreadable(change)) return { problem: change.problem }
  loaded ??= load(address)
  const { known, finder } = await loaded
  const suggestions = finder.suggest(change)
  const prompts = new Map<string, { ask: string; url: string }>(
    known.incidents.flatMap(({ id, prompts: own }) =>
      own.map((prompt) => [`${id}#${prompt.id}`, { ask: prompt.ask, url: prompt.url }] as const),
    ),
  )
  return {
    suggestions: suggestions.map((one) => ({
      ...one,
      asks: one.prompts.flatMap((reference) => prompts.get(reference) ?? []),
    })),
    comment: reviewComment(known, suggestions),
  }
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const { run } = data
  answer(data.address, data.text).then(
    (found) => postMessage({ run, answer: found } satisfies Answered),
    () => {
      loaded = undefined
      postMessage({
        run,
        answer: { problem: 'the list of incidents could not be loaded; try again' },
      } satisfies Answered)
    },
  )
})
