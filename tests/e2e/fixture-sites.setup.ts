import { test } from '@playwright/test'
import { buildFixtureSite, siteNames } from './fixture-sites.ts'

for (const name of siteNames) test(`the ${name} site is built`, () => buildFixtureSite(name))
