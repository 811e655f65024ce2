import type { Page } from '@playwright/test'

/** Clicks the sign behind the title of an event, which cites it. */
export async function citeEvent(page: Page, id: string): Promise<void> {
  const link = page.locator(`#${id} a`)
  const position = await link.evaluate(async (title) => {
    await document.fonts.ready
    const around = title.getBoundingClientRect()
    const last = [...title.getClientRects()].at(-1) ?? around
    return { x: last.right - around.left - 12, y: (last.top + last.bottom) / 2 - around.top }
  })
  await link.click({ position })
}
