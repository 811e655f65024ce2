import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { builtTexts } from '../build/site.ts'
import { builtSite, test } from './fixture-sites.ts'
import { WITHDRAWN_RECORDS } from './revised-fixture.ts'

const INCIDENT = '/incidents/2026-01-05-router-outage/'

test('an old address leads on to the record, with the revision and the part that were cited', async ({
  page,
  sites,
}) => {
  await page.goto(sites.revised('/incidents/2026-01-05-router-stop/?r=2#e-withdrawn'))
  await expect(page).toHaveURL(sites.revised(`${INCIDENT}?r=2#e-withdrawn`))
  await expect(page.getByRole('region', { name: 'Cited revision' })).toContainText(
    'The part cited, e-withdrawn, was changed since.',
  )
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the host leads on from an old address; where it has no redirects, the page of unknown addresses does', async ({
    page,
    sites,
  }) => {
    const line = `/incidents/2026-01-05-router-stop/* ${INCIDENT}:splat 301`
    expect(readFileSync(join(builtSite('revised'), '_redirects'), 'utf8').split('\n')).toContain(line)
    const response = await page.goto(sites.revised('/incidents/2026-01-05-router-stop/'))
    expect(response?.status()).toBe(404)
    await page.getByRole('main').getByRole('link', { name: 'Incidents' }).click()
    await page.getByRole('link', { name: /An Acme update stopped/ }).click()
    await expect(page).toHaveURL(sites.revised(INCIDENT))
  })
})

test('a pinned citation is told what changed since, part by part, with a link to each', async ({ page, sites }) => {
  const note = page.getByRole('region', { name: 'Cited revision' })
  await page.goto(sites.revised(`${INCIDENT}?r=1#i-routers`))
  await expect(note).toContainText(
    'You came by a citation of revision 1. This is revision 3. The part cited, i-routers, was changed since.',
  )
  await expect(note.getByRole('listitem')).toHaveText([
    /Revision 3.+The withdrawal was timed.+e-withdrawn/s,
    /Revision 2.+The count was put right.+i-routers/s,
  ])
  await expect(note.getByRole('link', { name: 'e-withdrawn' })).toHaveAttribute('href', '#e-withdrawn')
  await page.goto(sites.revised(`${INCIDENT}?r=2#i-routers`))
  await expect(note).toContainText('The part cited, i-routers, was not changed since.')
  await expect(note.getByRole('listitem')).toHaveCount(1)
  await page.goto(sites.revised(`${INCIDENT}?r=1#e-gone`))
  await expect(note).toContainText('The part cited, e-gone, is no longer there.')
  await page.goto(sites.revised(`${INCIDENT}?r=3#i-routers`))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(note).toHaveCount(0)
})

test('a pinned citation shows what the part said then beside what it says now, with scripts and without', async ({
  page,
  sites,
}) => {
  await page.goto(sites.revised(`${INCIDENT}?r=1#i-routers`))
  const note = page.getByRole('region', { name: 'Cited revision' })
  const changed = (name: string) => note.locator('.was > div').filter({ has: page.getByText(name, { exact: true }) })
  await expect(changed('i-routers').getByRole('deletion')).toHaveText('1200')
  await expect(changed('i-routers').getByRole('insertion')).toHaveText('40')
  await expect(changed('e-withdrawn').getByRole('definition')).toHaveText([
    'Revision 2: 5 January 2026',
    'Revision 3: 5 January 2026, 09:10 UTC',
  ])
  await expect(page.locator('kb-revision del')).toHaveCount(2)
})

test('a withdrawn record leaves a page with the reason and its history, and nothing of what it said', async ({
  page,
  sites,
}) => {
  const response = await page.goto(sites.revised('/controls/spare-lanterns/?r=1'))
  expect(response?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1, name: 'Spare lanterns' })).toBeVisible()
  await expect(page.getByText('The marzipan was taken for a safeguard by mistake.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Cited revision' })).toContainText('This is revision 2.')
  await expect(page.getByText(/zeppelin|A second lantern/)).toHaveCount(0)
})

test('a withdrawn record is in no list and no search, and in refs.json as withdrawn', async ({
  page,
  request,
  sites,
}) => {
  const named = [...builtTexts(builtSite('revised'))].flatMap(([file, text]) =>
    /lantern/i.test(text) || /lantern/.test(file) ? [file] : [],
  )
  expect(
    named
      .filter(
        (file) => !/^(_redirects|404\.html|data\/(knowledge\.jsonl?|refs\.json|records\/.+)|feeds\/.+)$/.test(file),
      )
      .sort(),
  ).toEqual(WITHDRAWN_RECORDS.flatMap((path) => [`${path}.json`, `${path}.md`, `${path}/index.html`]).sort())
  const { records } = (await (await request.get(sites.revised('/data/refs.json'))).json()) as {
    records: { id: string }[]
  }
  expect(records.find(({ id }) => id === 'spare-lanterns')).toMatchObject({
    recordStatus: 'withdrawn',
    statusReason: 'The marzipan was taken for a safeguard by mistake.',
  })
  await page.goto(sites.revised('/search/?q=zeppelin'))
  await expect(page.getByRole('main')).toContainText(/Nothing|No /)
  await expect(page.locator('.hit-link')).toHaveCount(0)
})

test('a part that a review cited says so and leads to the review, and the page of uptake counts it', async ({
  page,
  sites,
}) => {
  await page.goto(sites.revised(INCIDENT))
  await page
    .locator('.part', { has: page.locator('#e-sent') })
    .getByRole('link', { name: 'cited in 1 review' })
    .click()
  const cited = page.getByRole('region', { name: 'Cited by' })
  await expect(cited.getByRole('link', { name: 'Design review of the new hospital network' })).toBeVisible()
  await expect(cited).toContainText('Design review: e-sent')
  await expect(page.getByRole('link', { name: 'cited in 1 review' })).toHaveCount(1)
  await cited.getByRole('link', { name: 'Uptake' }).click()
  await expect(page.getByText('1 review on record')).toBeVisible()
  await expect(page.getByRole('row', { name: 'Findings 0 1' })).toBeVisible()
  await page
    .getByRole('region', { name: 'Lessons with no use on record' })
    .getByText(/An Acme update stopped/)
    .click()
  await expect(
    page.getByRole('link', { name: 'The filter held an entry that the routers could not read.' }),
  ).toBeVisible()
})

test('a control shows what to ask because of the incidents in which it did not hold', async ({ page, sites }) => {
  await page.goto(sites.revised('/controls/staged-rollout/'))
  const prompts = page.getByRole('region', { name: '1 question to ask in a review' })
  await expect(prompts.getByRole('link', { name: 'Does this change reach all devices at once?' })).toHaveAttribute(
    'href',
    `${INCIDENT}#q-stages`,
  )
  await prompts.getByText('GitHub task list', { exact: true }).click()
  await expect(prompts.locator('[data-form="tasks"]')).toContainText(
    '- [ ] Does this change reach all devices at once?',
  )
})
