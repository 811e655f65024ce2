import { UsageError } from '../context.ts'

/** Where hosts of code put what is reviewed, by path, whatever the host is called; the number is the last group. */
const REVIEWS: readonly (readonly [path: RegExp, word: string])[] = [
  [/^\/([^/]+\/[^/]+)\/pulls?\/(\d+)/, 'pull request'],
  [/^\/(.+?)\/-\/merge_requests\/(\d+)/, 'merge request'],
  [/^\/(?:projects\/)?(.+?)\/pull-requests\/(\d+)/, 'pull request'],
  [/^\/(.+?)\/pullrequest\/(\d+)/, 'pull request'],
]

/** A piece of an address as it is read; one that is no sound escape, as it is written. */
function plain(piece: string): string {
  try {
    return decodeURIComponent(piece)
  } catch {
    return piece
  }
}

/** What the address of a code review says of it: `acme/router, pull request 12`. Undefined for other addresses. */
function reviewAt(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { pathname } = new URL(url)
  for (const [path, word] of REVIEWS) {
    const [, where, number] = path.exec(pathname) ?? []
    if (where !== undefined && number !== undefined) return `${plain(where)}, ${word} ${number}`
  }
  return undefined
}

/**
 * The answers that `new citation ADDRESS REF...` gives: address and references as written and, for the address of a
 * pull or merge request, title and kind; it is dated today. Flags come before what is made of the address.
 * @throws UsageError for two addresses.
 */
export function citationAnswers(words: readonly string[], today: string): Readonly<Partial<Record<string, string>>> {
  const [urls, refs] = [
    words.filter((word) => /^https?:\/\//i.test(word)),
    words.filter((word) => !/^https?:\/\//i.test(word)),
  ]
  const [url, second] = urls
  if (second !== undefined)
    throw new UsageError(`expected one address, found a second: "${second}"; begin a citation for each review`)
  const title = url === undefined ? undefined : reviewAt(url)
  return {
    ...(url === undefined ? {} : { url, at: today }),
    ...(refs.length === 0 ? {} : { cites: refs.join(',') }),
    ...(title === undefined ? {} : { title, kind: 'codeReview' }),
  }
}
