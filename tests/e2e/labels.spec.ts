import { expect, test } from '@playwright/test'
import { TLP } from '#schema/vocabularies.ts'

const LABELS = Object.values(TLP)
  .map(({ label }) => label)
  .filter((label) => label !== 'TLP:CLEAR')

// The built site is CLEAR, so the bars are put where the pages of other builds have them; a build test holds that they
// are there.
test('labels are easy to read on a phone and on a desk, in both themes, and in print', async ({ page }) => {
  await page.goto('/about/')
  await page.evaluate((labels) => {
    for (const label of labels) {
      const bar = document.createElement('p')
      Object.assign(bar, { className: 'tlp-bar', textContent: `${label}. What it means, in a line.` })
      bar.dataset['level'] = label
      document.body.prepend(bar)
    }
  }, LABELS)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [390, 1280])
      for (const media of ['screen', 'print'] as const) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ media, colorScheme })
        for (const label of LABELS) {
          const bar = page.locator(`.tlp-bar[data-level="${label}"]`)
          await expect(bar).toBeVisible()
          const { ratio, inside, exact } = await bar.evaluate((element) => {
            const style = getComputedStyle(element)
            const light = (colour: string) => {
              const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
                const value = Number(part) / 255
                return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
              })
              return 0.2126 * r + 0.7152 * g + 0.0722 * b
            }
            const [dark = 0, bright = 0] = [light(style.color), light(style.backgroundColor)].sort((a, b) => a - b)
            const box = element.getBoundingClientRect()
            return {
              ratio: (bright + 0.05) / (dark + 0.05),
              inside: box.left >= 0 && box.right <= innerWidth && element.scrollWidth <= element.clientWidth,
              exact: style.printColorAdjust,
            }
          })
          expect(ratio, `${label} at ${width} px, ${colorScheme}, ${media}`).toBeGreaterThanOrEqual(4.5)
          expect(inside, `${label} at ${width} px`).toBe(true)
          if (media === 'print') expect(exact).toBe('exact')
        }
      }
})

test('on paper the places of labels are the head and the foot of a table, which every sheet repeats', async ({
  page,
}) => {
  for (const path of ['/about/', '/summits/2024-09-10-windows-endpoint-summit/']) {
    await page.goto(path)
    await page.evaluate(() => {
      const bar = '<p class="tlp-bar" data-level="TLP:AMBER">TLP:AMBER</p>'
      document.querySelector('header')?.insertAdjacentHTML('beforebegin', `<div class="print-head">${bar}</div>`)
      if (!document.querySelector('.print-cite'))
        document.body.insertAdjacentHTML('beforeend', '<div class="print-cite"></div>')
      document.querySelector('.print-cite')?.insertAdjacentHTML('beforeend', bar)
    })
    const shown = () =>
      page.evaluate(() =>
        ['body', '.print-head', '.print-cite'].map(
          (one) => getComputedStyle(document.querySelector(one) ?? document.body).display,
        ),
      )
    expect(await shown()).toEqual(['block', 'block', 'block'])
    await page.emulateMedia({ media: 'print' })
    expect(await shown()).toEqual(['table', 'table-header-group', 'table-footer-group'])
    await page.emulateMedia({ media: 'screen' })
  }
})
