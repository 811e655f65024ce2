import { expect, type Page } from '@playwright/test'
import { load } from 'cheerio'
import { builtTexts } from '../build/site.ts'
import { strays } from '../marked-words.ts'
import { builtSite, test } from './fixture-sites.ts'
import { ask } from './search-page.ts'

const INCIDENT = '/incidents/2026-01-05-router-outage/'

/** What a page prints and says to those who hear it, without code, and without citations, which stay English. */
function builtTextsOf(html: string): string[] {
  const $ = load(html)
  $('script, style, template, noscript, code, pre, kbd, .prose, .print-cite, .print-head').remove()
  $('[aria-labelledby="cite"] > :not(h2)').remove()
  const printed = $('body, body *')
    .contents()
    .filter((_, node) => node.type === 'text')
    .map((_, node) => $(node).text())
    .get()
  const heard = ['aria-label', 'title', 'alt', 'placeholder'].flatMap((name) =>
    $(`[${name}]`)
      // A link to a part is named by the beginning of the part.
      .not('a.pl')
      .map((_, element) => $(element).attr(name))
      .get(),
  )
  return [...printed, ...heard, $('title').text()]
}

test('a built page prints no word of its own that is beside the table', () => {
  const pages = [...builtTexts(builtSite('worded'))].filter(([path]) => path.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(70)
  expect(pages.flatMap(([path, html]) => strays(builtTextsOf(html)).map((text) => `${path}: ${text}`))).toEqual([])
})

/** What a reader sees and hears of a page now, without code and citations, which stay English. */
const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const apart = 'script, style, template, noscript, code, pre, kbd, textarea, .prose, .point-text, .print-cite'
    const cited = '[aria-labelledby="cite"] > :not(h2, kb-cite)'
    const seen = (element: Element | null) =>
      element !== null && element.closest(`${apart}, ${cited}`) === null && element.checkVisibility()
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode())
      if (seen(walker.currentNode.parentElement)) texts.push(walker.currentNode.textContent ?? '')
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext'])
      for (const element of document.querySelectorAll(`[${name}]:not(a.pl)`))
        if (seen(element)) texts.push(element.getAttribute(name) ?? '')
    return texts
  })

/** Expects that all words of the interface on the page are those of the table; `typed` is what a reader typed. */
async function expectOnlyOwnWords(page: Page, typed: readonly string[] = []) {
  const texts = strays(await textsOf(page))
  expect(strays(texts.map((text) => typed.reduce((left, words) => left.replaceAll(words, ''), text)))).toEqual([])
}

const LISTS = ['/', '/incidents/', '/statements/', '/commitments/', '/topics/', '/timeline/', '/provenance/']
test('scripts on lists print words of the table of words alone', async ({ page, sites }) => {
  for (const path of LISTS)
    await test.step(path, async () => {
      await page.goto(sites.worded(path))
      await expectOnlyOwnWords(page)
    })
})

test('tools, keys and clock of a timeline speak by the table of words', async ({ page, sites }) => {
  await page.goto(sites.worded(INCIDENT))
  await page.getByRole('main').getByRole('checkbox').first().check()
  await expect(page).toHaveURL(/kind=/)
  await page.locator('kb-log select[name=zone]').selectOption('written')
  await expect(page).toHaveURL(/zone=written/)
  await expectOnlyOwnWords(page)
  await page.locator('.keys-opener').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectOnlyOwnWords(page)
})

test('the bar of a citation speaks by the table of words', async ({ page, sites }) => {
  await page.goto(sites.worded(INCIDENT))
  await page.locator('kb-cite button').click()
  await expect(page.locator('.cite-bar')).toBeVisible()
  await expect(page.locator('.cite-bar textarea')).not.toHaveValue('')
  await expectOnlyOwnWords(page)
})

test('a citation of another revision is told by the table of words', async ({ page, sites }) => {
  await page.goto(sites.worded(`${INCIDENT}?r=7`))
  await expect(page.locator('.note.since')).toBeVisible()
  await expectOnlyOwnWords(page)
})

test('the dialog and the page of the search speak by the table of words', async ({ page, sites }) => {
  await page.goto(sites.worded('/'))
  await page.keyboard.press('/')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('searchbox').fill('router')
  await expect(dialog.getByRole('link').first()).toBeVisible()
  await expectOnlyOwnWords(page)
  await page.goto(sites.worded('/search/?q=router&kind=incidents'))
  await expect(page.locator('.results .hit').first()).toBeVisible()
  await expectOnlyOwnWords(page)
  await page.goto(sites.worded('/search/?q=nowheretobefound'))
  await expect(page.locator('#search-status')).not.toBeEmpty()
  await expectOnlyOwnWords(page)
})

// What stands above the hits: a position, a silence, nothing known, outcomes, measures.
const ANSWERS = [
  ['harbor staged updates', /Harbor.*staged updates/],
  ['acme staged updates', /Acme.*staged updates/],
  ['who did not answer', /1/],
  ['broken promises', /./],
  ['acme promises', /Acme/],
  ['how long to detect', /3/],
] as const

test('answers above the hits speak by the table of words', async ({ page, sites }) => {
  await page.goto(sites.worded('/search/'))
  for (const [asked, answer] of ANSWERS)
    await test.step(asked, async () => {
      await ask(page, asked)
      await expect(page.locator('kb-search ul.my-2.font-medium li').first()).toHaveText(answer)
      await expectOnlyOwnWords(page, [...asked.split(' '), 'broke'])
    })
})

test('the position of an organization on a topic speaks by the table of words', async ({ page, sites }) => {
  await page.goto(sites.worded('/statements/?org=harbor&topic=staged-updates'))
  await expect(page.locator('.position-of p')).toContainText('2')
  await expectOnlyOwnWords(page)
  await page.goto(sites.worded('/topics/staged-updates/harbor/'))
  await expect(page.locator('svg.position-line')).toBeVisible()
  await expectOnlyOwnWords(page)
})

const CHANGE = `diff --git a/ops/rollout.yaml b/ops/rollout.yaml
--- a/ops/rollout.yaml
+++ b/ops/rollout.yaml
@@ -1 +1 @@
-stages: 4
+stages: 1 # rollout of the route filter to all routers at once
`
/** What of the change and the incident the page repeats within a sentence of its own. */
const OF_CHANGE = [
  'The filter held an entry that the routers could not read.',
  'ops/rollout.yaml',
  '**/rollout*',
  'rollout',
  'routers',
  'filter',
  'stages',
]

test('the comment for a review speaks by the table of words, in both forms', async ({ page, sites }) => {
  await page.goto(sites.worded('/review/'))
  await page.locator('#change').fill(CHANGE)
  await page.locator('kb-precedents form button:not([type])').click()
  const comment = page.locator('section.sticky pre')
  await expect(comment).not.toBeEmpty()
  // Without links and trailers, which are the same in every language.
  const own = async () => {
    const text = (await comment.innerText()).replace(/`{3}[^`]*`{3}|\]\([^)]*\)|\\/g, ' ')
    const lines = strays(text.split('\n'))
    return strays(lines.map((line) => OF_CHANGE.reduce((left, words) => left.replaceAll(words, ''), line)))
  }
  expect(await own()).toEqual([])
  await page.locator('section.sticky select').selectOption('long')
  expect(await own()).toEqual([])
  await page.locator('kb-precedents details summary').first().click()
  await expectOnlyOwnWords(page, OF_CHANGE)
})

test('the review speaks by the table of words', async ({ page, sites }) => {
  await page.goto(sites.worded('/review/'))
  await page.locator('[data-example]').click()
  await expect(page.locator('kb-precedents [role=status]')).not.toHaveText(/…/)
  await page.locator('#change').fill(CHANGE)
  await page.locator('kb-precedents form button:not([type])').click()
  await expect(page.locator('kb-precedents .found h3').first()).toBeVisible()
  await expectOnlyOwnWords(page, OF_CHANGE)
})

test('filters that leave nothing offer more by the table of words', async ({ page, sites }) => {
  await page.goto(sites.worded('/incidents/?q=nothing&kind=fault'))
  await expect(page.locator('kb-rows [role=status]')).toBeVisible()
  await expectOnlyOwnWords(page)
})
