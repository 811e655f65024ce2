import { expect, type Page, test } from '@playwright/test'

const PATH = '/incidents/2024-07-19-channel-file-291/'
/** Width between the margins of A4 paper: 182 mm at 96 px to the inch. */
const PAPER = 688

async function print(page: Page) {
  await page.setViewportSize({ width: PAPER, height: 972 })
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
}

test.describe('an incident on paper, from a dark screen', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('theme', 'dark'))
    await page.goto(PATH)
    await print(page)
  })

  test('has every event with its time and evidence, and no controls', async ({ page }) => {
    const events = page.locator('.log > .part')
    expect(await events.count()).toBeGreaterThan(60)
    for (const part of ['.t', 'h4', '.by', '.ev'])
      await expect(events.locator(part).locator('visible=true')).toHaveCount(await events.count())
    await expect(
      page.locator('.top, .foot, .toc, .tools, kb-log, kb-asserter-filter, .scoped').locator('visible=true'),
    ).toHaveCount(0)
  })

  test('is light', async ({ page }) => {
    const [lightness, back] = await page.evaluate(() => {
      const probe = document.createElement('canvas').getContext('2d')
      if (probe === null) throw new Error('no canvas')
      probe.fillStyle = getComputedStyle(document.querySelector('h1') ?? document.body).color
      probe.fillRect(0, 0, 1, 1)
      return [
        Math.max(...probe.getImageData(0, 0, 1, 1).data.slice(0, 3)),
        getComputedStyle(document.documentElement).backgroundColor,
      ] as const
    })
    expect(lightness).toBeLessThan(80)
    expect(back).toBe('rgba(0, 0, 0, 0)')
  })

  test('numbers its sources, spells each address out once, and each note beside an event names one of them', async ({
    page,
  }) => {
    const lists = page.locator('ol.sources')
    for (const list of await lists.all()) await expect(list).toHaveCSS('list-style-type', 'decimal')
    // The number that a list gives each of its sources, and the address of the source.
    const numbers = await lists.evaluateAll((all) =>
      all.flatMap((list) => {
        const first = list instanceof HTMLOListElement ? list.start : Number.NaN
        return [...list.children].map(({ id }, index) => [`s-${first + index}`, id])
      }),
    )
    expect(numbers.map(([, id]) => id)).toEqual(numbers.map((_, index) => `s-${index + 1}`))
    expect(numbers.filter(([number, id]) => number !== id)).toEqual([])
    const spelt = await page
      .locator('.sources a + a')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content)
    expect(spelt).toContain('https://')
    const wrong = await page
      .locator('.log .ev a')
      .evaluateAll((links) =>
        links.flatMap((link) =>
          document.querySelector(link.getAttribute('href') ?? '') !== null &&
          link.textContent?.endsWith(`\u00a0${link.getAttribute('href')?.slice('#s-'.length)}`)
            ? []
            : [link.textContent],
        ),
      )
    expect(wrong).toEqual([])
  })

  test('keeps its strip, its tables and everything else within the paper', async ({ page }) => {
    const strip = await page.locator('.shape .strip').boundingBox()
    expect(strip?.width).toBeGreaterThan(400)
    expect((strip?.x ?? 0) + (strip?.width ?? 0)).toBeLessThanOrEqual(PAPER)
    const wide = await page
      // The lanes lie on wide paper of their own.
      .locator('main *:not(.lanes *)')
      .evaluateAll(
        (all, paper) =>
          all
            .filter((element) => element.getBoundingClientRect().right > paper + 1)
            .map((element) => element.outerHTML.slice(0, 80)),
        PAPER,
      )
    expect(wide).toEqual([])
  })

  test('has the citation with its revision at the foot of every page, and rows lie one below the other', async ({
    page,
  }) => {
    const foot = page.locator('.print-cite')
    await expect(foot).toHaveText(
      /^\s*Cite as: .+,\srevision \d+ of\s\d.+\/incidents\/2024-07-19-channel-file-291\/\s*$/s,
    )
    expect(
      await foot.evaluate((element) => [getComputedStyle(element).display, getComputedStyle(element).breakInside]),
    ).toEqual(['table-footer-group', 'avoid'])
    // What runs over pages must be blocks: a grid would lay its rows over one another where a page ends.
    expect(
      await page
        .locator('main, main > .sub, main .log, main .rows')
        .evaluateAll((all) => [
          ...new Set(
            all.filter((element) => element.checkVisibility()).map((element) => getComputedStyle(element).display),
          ),
        ]),
    ).toEqual(['block'])
    expect((await page.pdf({ preferCSSPageSize: true, format: 'A4' })).length).toBeGreaterThan(100_000)
  })
})

test('the page of reviews on paper has its questions and no form to fill in', async ({ page }) => {
  await page.goto('/review/')
  await expect(page.locator('.finder form')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.finder form')).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Find precedents' })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Questions by kind of change' })).toBeVisible()
})

test('home, an incident and a statement on paper have no control that paper cannot work', async ({ page }) => {
  for (const path of ['/', '/incidents/2019-07-02-cloudflare-waf-regex/', '/statements/2024-09-12-microsoft-summit/']) {
    await page.goto(path)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('button')).toHaveCount(0)
    await expect(page.getByRole('textbox')).toHaveCount(0)
  }
})
