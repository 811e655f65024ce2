import { oneLine } from './document.ts'
import { plainText, sentences } from './words.ts'

const MOST_TITLE = 200

/** Cuts the words of an entry into the title of an event and what follows it. */
export function titleAndText(words: string, more: readonly string[]): { title: string; text?: string } {
  const [first = '', ...lines] = unwrapped(
    words
      .split('\n')
      .map(oneLine)
      .filter((line) => line !== ''),
  )
  const [title, rest] = first.length <= MOST_TITLE ? [first, ''] : splitLong(first)
  const text = [rest, ...lines, ...more.map((one) => one.trim())].filter((part) => part !== '').join('\n')
  return { title: plainText(title), ...(text === '' ? {} : { text: plainText(text) }) }
}

// Shorter lines are no ends of a wrapped paragraph, but lines of their own.
const WRAPS_FROM = 56

/** Lines, with a sentence that an editor wrapped in the first of them put together again. */
function unwrapped([first = '', ...lines]: readonly string[]): string[] {
  let [sentence, last] = [first, first]
  while (
    lines[0] !== undefined &&
    last.length >= WRAPS_FROM &&
    !/[.!?:;…]["'”’)]?$/.test(sentence) &&
    /^[\p{Ll}\p{N}(“"]/u.test(lines[0])
  )
    sentence += ` ${(last = lines.shift() ?? '')}`
  return [sentence, ...lines]
}

function splitLong(text: string): [string, string] {
  const [sentence = ''] = sentences(text)
  if (sentence.length <= 300 && sentence.length < text.length) return [sentence, text.slice(sentence.length).trim()]
  if (text.length <= 300) return [text, '']
  const cut = text.lastIndexOf(' ', 280)
  return [`${text.slice(0, cut)} …`, text.slice(cut).trim()]
}
