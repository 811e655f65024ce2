import { readStrip } from '#views/strip.ts'
import { stripSvg } from '#views/strip-svg.ts'
import { said } from '../words.ts'

/**
 * Draws the phase strip of each incident among the results, from the file of all strips at `file`, whose routes begin
 * at `base`. The results do not wait for it, and stay as they are where it cannot be had.
 */
export async function drawStrips(root: HTMLElement, file: string): Promise<void> {
  const hits = [...root.querySelectorAll<HTMLElement>('.hit')].filter((hit) => hit.querySelector('.hit-strip'))
  const strips = await stripsOf(file)
  const base = file.replace(/\/search\/[^/]+$/, '')
  for (const hit of hits) {
    const { origin, pathname } = new URL(hit.querySelector<HTMLAnchorElement>('.hit-link')?.href ?? '', location.href)
    const strip =
      origin === location.origin && pathname.startsWith(`${base}/`)
        ? readStrip(strips[pathname.slice(base.length)])
        : undefined
    if (strip)
      hit
        .querySelector('.hit-strip')
        ?.replaceChildren(
          ...new DOMParser().parseFromString(stripSvg({ ...strip, words: said(strip.words) }), 'text/html').body
            .children,
        )
  }
}

let known: Promise<Readonly<Record<string, unknown>>> | undefined

function stripsOf(file: string): Promise<Readonly<Record<string, unknown>>> {
  known ??= fetch(file)
    .then((response): Promise<Record<string, unknown>> | Record<string, unknown> =>
      response.ok ? response.json() : {},
    )
    .catch(() => ({}))
  return known
}
