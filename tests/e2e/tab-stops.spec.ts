import { expect, test } from '@playwright/test'
import { MOST, tabRuns } from './tab-stops.ts'

// The longest page of each template is held to the same in access.spec.ts.
test(`where two incidents are compared the next heading is at most ${MOST} presses of the Tab key away`, async ({
  page,
}) => {
  await page.goto('/compare/?a=2024-07-19-channel-file-291&b=2019-07-02-cloudflare-waf-regex')
  await expect(page.getByRole('link', { name: 'Skip the picture' })).toBeAttached()
  expect(await tabRuns(page)).toEqual([])
})
