import { copyText } from '../copy-text.ts'

/** The short citation that the page prints, else a link in Markdown. */
const markdown = (title: string, url: string) =>
  document.querySelector('.citation')?.textContent ?? `[${title}](${url})`

/**
 * Takes the page’s address away: `markdown` copies it as a link in Markdown, `share` hands it to what the machine offers for sharing,
 * or copies it where there is none. Where the browser refuses to copy, the text is shown.
 */
export async function takeAway(how: string, status: HTMLElement | null): Promise<void> {
  const title = document.querySelector('h1')?.textContent ?? document.title
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href
  const url = canonical ?? location.origin + location.pathname
  if (how === 'share' && 'share' in navigator) return navigator.share({ title, url }).catch(() => undefined)
  const text = how === 'share' ? url : markdown(title, url)
  const copied = await copyText(Promise.resolve(text))
  if (status) status.textContent = copied ? 'Copied' : text
}
