import { copyText } from '../copy-text.ts'
import { t } from '../words.ts'

/** The short citation that the page prints, else a link in Markdown. */
const markdown = (title: string, url: string) =>
  document.querySelector('.citation')?.textContent ?? `[${title}](${url})`

/**
 * Takes away what a control offers. `markdown` copies the page’s address as a link in Markdown, `share` hands it to
 * what the machine offers for sharing, or copies it where there is none; where the browser refuses to copy, the text is
 * shown. Where `data-picture` of the control names a part of the page, `svg` and `png` save that.
 */
export async function takeAway(how: string, control: HTMLElement): Promise<void> {
  const say = (words: string) => control.querySelector('output')?.replaceChildren(words)
  const picture = control.dataset['picture']
  if (picture !== undefined) {
    const { savePicture } = await import('../picture/save.ts')
    return say((await savePicture(how, picture).catch(() => false)) ? t('Saved') : t('The picture could not be saved'))
  }
  const title = document.querySelector('h1')?.textContent ?? document.title
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href
  const url = canonical ?? location.origin + location.pathname
  if (how === 'share' && 'share' in navigator) return navigator.share({ title, url }).catch(() => undefined)
  const text = how === 'share' ? url : markdown(title, url)
  say((await copyText(Promise.resolve(text))) ? t('Copied') : text)
}
