import { test } from '@playwright/test'
import { buildFixtureSite, siteNames } from './fixture-sites.ts'

// One after another in one test, so that the process that builds is warm for all but the first.
test('the sites of fixtures are built', async () => {
  for (const name of siteNames) await test.step(name, () => buildFixtureSite(name))
})
