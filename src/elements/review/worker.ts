import type { Precedents } from '#review/precedents.ts'
import { promptsOf } from '#review/comment.ts'
import { PrecedentFinder } from '#review/rank.ts'
import { isUnreadable, readChange } from '#review/read-change.ts'
import type { Answer, Answered, Question, Shown } from './answer.ts'
import { nearestSafeguards } from './safeguards.ts'

// More than three nobody reads beside a change.
const MOST = 3

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
  const precedents = finder
    .suggest(change)
    .slice(0, MOST)
    .map((one): Shown => {
      const precedent = known.incidents.find(({ id }) => id === one.id)
      return {
        reference: `${one.id}@r${precedent?.revision ?? 1}`,
        title: precedent?.shortTitle ?? one.title,
        lesson: precedent?.lesson ?? precedent?.summary,
        url: one.url,
        strip: precedent?.strip,
        why: one.why,
        asks: promptsOf(known, one),
      }
    })
  return { precedents, safeguards: precedents.length > 0 ? [] : nearestSafeguards(known, change) }
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
