import { MOST_WORDS, wordsIn } from '#search/tokens.ts'

// Endings that the index takes off words before it compares them.
const ENDINGS = '(?:s|es|ed|ing|ly|er|ion|ions)?'

/**
 * Marks the words a reader searched for on the page a result led to (`?found=…`). Drawn by the browser's highlights, so the page
 * itself stays untouched; where a browser has none, nothing is marked.
 */
function markFound(): void {
  const text = new URLSearchParams(location.search).get('found')
  const main = document.querySelector('main')
  if (!text || !main || typeof Highlight === 'undefined') return
  // No more than a search asks for: an address can hold thousands, and each is looked for at each place of the page.
  const words = [...new Set(wordsIn(text))].filter((word) => word.length > 1).slice(0, MOST_WORDS)
  if (words.length === 0) return
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})${ENDINGS}(?![\\p{L}\\p{N}])`, 'giu')
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  const ranges: Range[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const { index, 0: found } of (node.textContent ?? '').matchAll(pattern)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + found.length)
      ranges.push(range)
    }
  CSS.highlights.set('found', new Highlight(...ranges))
}

markFound()
