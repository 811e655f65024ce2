import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { builtFolder, builtPages } from './pages.ts'

const MOST = 40

const template = (path: string) => {
  const [kind, id, ...rest] = path.split('/').filter(Boolean)
  return `${kind} ${id ? 'one' : 'all'} ${rest.length}`
}

/** The longest page of each template, those with the same links in another order left out. */
const longest = (): string[] =>
  [...Map.groupBy(builtPages(), template).values()].flatMap((paths) =>
    paths
      .filter((path) => !path.includes('/by/'))
      .sort((one, other) => size(other) - size(one))
      .slice(0, 1),
  )
const size = (path: string) => statSync(join(builtFolder, path, 'index.html')).size

/**
 * Where a page asks for more presses of the Tab key than `most` from one heading to the next: a way past counts as
 * one press, what lies between it and its end as none.
 */
const runs = (page: Page, most: number) =>
  page.evaluate((limit) => {
    const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]'
    const found: string[] = []
    const radios = new Set<string>()
    let [run, heading, end] = [0, 'the top', null as Element | null]
    const tell = () => run > limit && found.push(`${location.pathname}${location.search} ${heading}: ${run} stops`)
    for (const element of document.querySelectorAll(`:is(main, footer) :is(h1, h2, h3, ${FOCUSABLE}), footer`)) {
      if (end && !(end.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) continue
      end = null
      if (element.matches('h1, h2, h3, footer')) {
        tell()
        ;[run, heading] = [0, element.id || element.tagName]
      }
      if (!element.matches(FOCUSABLE) || !element.checkVisibility({ visibilityProperty: true })) continue
      if (!(element instanceof HTMLElement || element instanceof SVGElement) || element.tabIndex < 0) continue
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        if (radios.has(element.name)) continue
        radios.add(element.name)
      }
      run += 1
      if (element.matches('a.past')) end = document.querySelector(element.getAttribute('href') ?? '')
    }
    tell()
    return found
  }, most)

test(`on the longest page of each kind the next heading is at most ${MOST} presses of the Tab key away`, async ({
  page,
}) => {
  const paths = longest()
  expect(paths.length).toBeGreaterThan(40)
  const found: string[] = []
  for (const path of [
    ...paths,
    '/timeline/2024/',
    '/compare/?a=2024-07-19-channel-file-291&b=2019-07-02-cloudflare-waf-regex',
  ]) {
    await page.goto(path, { waitUntil: 'load' })
    if (path.includes('?a=')) await expect(page.getByRole('link', { name: 'Skip the picture' })).toBeAttached()
    found.push(...(await runs(page, MOST)))
  }
  expect(found).toEqual([])
})
