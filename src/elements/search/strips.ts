/**
 * Puts the phase strip of each incident among the results, copied from the index of incidents, where every strip is drawn. The
 * results do not wait for it, and stay as they are where the index cannot be had.
 */
export async function drawStrips(root: HTMLElement, index: string): Promise<void> {
  const hits = [...root.querySelectorAll<HTMLElement>('.hit')].filter((hit) => hit.querySelector('.hit-strip'))
  if (hits.length === 0 || index === '') return
  const rows = await rowsOf(index)
  for (const hit of hits) {
    const path = new URL(hit.querySelector<HTMLAnchorElement>('.hit-link')?.href ?? '', location.href).pathname
    const strip = rows.get(path)
    if (strip) hit.querySelector('.hit-strip')?.replaceChildren(strip.cloneNode(true))
  }
}

let known: Promise<ReadonlyMap<string, Element>> | undefined

function rowsOf(index: string): Promise<ReadonlyMap<string, Element>> {
  known ??= fetch(index)
    .then((response) => (response.ok ? response.text() : ''))
    .then((text) => {
      const page = new DOMParser().parseFromString(text, 'text/html')
      const strips = [...page.querySelectorAll('svg.strip')].flatMap((strip): [string, Element][] => {
        const link = strip.closest('tr, li')?.querySelector('a[href]')?.getAttribute('href')
        return link ? [[new URL(link, location.href).pathname, document.importNode(strip, true)]] : []
      })
      return new Map(strips)
    })
    .catch(() => new Map<string, Element>())
  return known
}
