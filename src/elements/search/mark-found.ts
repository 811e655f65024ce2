import { finderOf } from '#search/passages.ts'
import { MOST_WORDS, tokensIn } from '#search/tokens.ts'

/**
 * Marks the words a reader searched for on the page a result led to (`?found=…`). Drawn by the browser's highlights, so
 * the page itself stays untouched; where a browser has none, nothing is marked.
 */
function markFound(): void {
  const text = new URLSearchParams(location.search).get('found')
  const main = document.querySelector('main')
  if (!text || !main || typeof Highlight === 'undefined') return
  // No more than a search asks for: an address can hold thousands, and each is looked for at each place of the page.
  const words = tokensIn(text)
    .flatMap(({ wholes, pieces }) => [...wholes, ...pieces.map(({ key }) => key)])
    .filter((word) => word.length > 1 || /[^a-z0-9]/.test(word))
    .slice(0, MOST_WORDS)
  if (words.length === 0) return
  const find = finderOf(words)
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  const ranges: Range[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const { start, end } of find(node.textContent ?? '')) {
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, end)
      ranges.push(range)
    }
  CSS.highlights.set('found', new Highlight(...ranges))
}

markFound()
