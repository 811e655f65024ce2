import { currentWord } from '#text/old-words.ts'

/** Keeps a choice in the page’s address, so that what is shown can be shared; empty removes it. */
export function keepInAddress(name: string, value: string): void {
  const url = new URL(location.href)
  if (value === '') url.searchParams.delete(name)
  else url.searchParams.set(name, value)
  history.replaceState(null, '', url)
}

/** A choice that the page’s address brings, in the words of today. */
export const fromAddress = (name: string): string =>
  currentWord(name, new URL(location.href).searchParams.get(name) ?? '')

/** Has the links that show the same rows in another order (`data-carry`) bring the choice of this page with them. */
export function carryChoice(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-carry]')) link.search = location.search
}
