import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { serve } from '../serve.ts'
import { buildSite, builtTexts, freshFolder } from '../build/site.ts'

// One small site for all: the tests of this file run in one worker, in order.
test.describe.configure({ mode: 'serial', timeout: 240_000 })

const INCIDENT = '/incidents/2026-01-05-router-outage/'
const STEP = (revision: number, type: string, summary: string, changed: string) =>
  `  - { revision: ${revision}, date: "2026-03-0${revision}", type: ${type}, summary: ${summary}, changed: [${changed}] }\n`
const WITHDRAWN = `title: Spare lanterns
summary: A second lantern on every shelf.
recordStatus: withdrawn
statusReason: The marzipan was taken for a safeguard by mistake.
`

/** Withdrawn records of the kinds that lists, charts, cards and searches draw most from. */
const ALSO_WITHDRAWN = {
  'incidents/2026-03-01-lanterns.mdx': `title: Every lantern went out
summary: Lanterns.
kind: fault
severity: major
organizations: [{ org: acme, role: origin }]
topics: [staged-updates]
milestones: [{ id: m-began, name: began, at: "2026-03-01T08:00Z", event: e-dark }, { id: m-recovered, name: recovered, at: "2026-03-01T09:00Z", sources: [acme-report] }]
timeline: [{ id: e-dark, at: "2026-03-01T08:00Z", kind: onset, actor: acme, title: The lantern room was dark, sources: [acme-report] }]
controls: [{ control: staged-rollout, state: absent, sources: [acme-report] }]
prompts: [{ id: q-lantern, ask: Is there a second lantern?, because: e-dark, appliesWhen: { changes: [releaseProcess] } }]
related: [{ incident: 2026-01-05-router-outage, how: sameParty }]
`,
  'statements/2026-03-02-acme-lanterns.mdx': `title: Acme spoke of a lantern
summary: Lanterns.
org: acme
said: "2026-03-02"
venue: Its blog
channel: blog
officialness: official
about: { incidents: [2026-01-05-router-outage] }
positions: [{ topic: staged-updates, stance: supports, basis: paraphrased }]
respondsTo: [{ statement: 2026-01-06-acme-apology, how: clarifies }]
sources: [acme-report]
`,
}

let server: Server
let folder = ''
test.beforeAll(async () => {
  folder = freshFolder()
  const content = join(folder, 'content')
  cpSync(resolve(import.meta.dirname, '../fixtures/small'), content, { recursive: true })
  const incident = join(content, `${INCIDENT.replace(/\/$/, '')}.mdx`)
  const history = `history:\n${STEP(1, 'addition', 'First recorded.', '')}${STEP(2, 'correction', 'The count was put right.', 'i-routers')}${STEP(3, 'correction', 'The withdrawal was timed.', 'e-withdrawn')}`
  writeFileSync(
    incident,
    readFileSync(incident, 'utf8').replace(
      /history:\n.+\n/,
      `aliases: [2026-01-05-router-stop]\nrevision: 3\n${history}`,
    ),
  )
  writeFileSync(
    join(content, 'controls/spare-lanterns.mdx'),
    `---\n${WITHDRAWN}revision: 2\nhistory:\n${STEP(1, 'addition', 'First recorded.', '')}${STEP(2, 'editorial', 'Withdrawn.', '')}---\n\nThe zeppelin body of a withdrawn record.\n`,
  )
  for (const [file, text] of Object.entries(ALSO_WITHDRAWN))
    writeFileSync(
      join(content, file),
      `---\n${text}recordStatus: withdrawn\nstatusReason: It was about another town.\nhistory:\n${STEP(1, 'addition', 'First recorded.', '')}---\n\nAbout lanterns.\n`,
    )
  const { status, said } = buildSite(content, join(folder, 'out'), ['--now', '2026-06-01'])
  expect(status, said).toBe(0)
  server = await serve(join(folder, 'out'), '/', 0)
})
test.afterAll(() => void server.close())

const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`

test('an old address leads on to the record, with the revision and the part that were cited', async ({ page }) => {
  await page.goto(address('/incidents/2026-01-05-router-stop/?r=2#e-withdrawn'))
  await expect(page).toHaveURL(address(`${INCIDENT}?r=2#e-withdrawn`))
  await expect(page.getByRole('region', { name: 'Cited revision' })).toContainText(
    'The part cited, e-withdrawn, was changed since.',
  )
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('an old address has a link to the record', async ({ page }) => {
    await page.goto(address('/incidents/2026-01-05-router-stop/'))
    await page
      .getByRole('main')
      .getByRole('link', { name: /An Acme update stopped/ })
      .click()
    await expect(page).toHaveURL(address(INCIDENT))
  })
})

test('a pinned citation is told what changed since, part by part, with a link to each', async ({ page }) => {
  const note = page.getByRole('region', { name: 'Cited revision' })
  await page.goto(address(`${INCIDENT}?r=1#i-routers`))
  await expect(note).toContainText(
    'You came by a citation of revision 1. This is revision 3. The part cited, i-routers, was changed since.',
  )
  await expect(note.getByRole('listitem')).toHaveText([
    /Revision 3.+The withdrawal was timed.+e-withdrawn/,
    /Revision 2.+The count was put right.+i-routers/,
  ])
  await expect(note.getByRole('link', { name: 'e-withdrawn' })).toHaveAttribute('href', '#e-withdrawn')
  await page.goto(address(`${INCIDENT}?r=2#i-routers`))
  await expect(note).toContainText('The part cited, i-routers, was not changed since.')
  await expect(note.getByRole('listitem')).toHaveCount(1)
  await page.goto(address(`${INCIDENT}?r=1#e-gone`))
  await expect(note).toContainText('The part cited, e-gone, is no longer there.')
  await page.goto(address(`${INCIDENT}?r=3#i-routers`))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(note).toHaveCount(0)
})

test('a withdrawn record leaves a page with the reason and its history, and nothing of what it said', async ({
  page,
}) => {
  const response = await page.goto(address('/controls/spare-lanterns/?r=1'))
  expect(response?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1, name: 'Spare lanterns' })).toBeVisible()
  await expect(page.getByText('The marzipan was taken for a safeguard by mistake.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Cited revision' })).toContainText('This is revision 2.')
  await expect(page.getByText(/zeppelin|A second lantern/)).toHaveCount(0)
})

test('a withdrawn record is in no list and no search, and in refs.json as withdrawn', async ({ page, request }) => {
  const withdrawn = ['controls/spare-lanterns', ...Object.keys(ALSO_WITHDRAWN).map((file) => file.replace('.mdx', ''))]
  const named = [...builtTexts(join(folder, 'out'))].flatMap(([file, text]) =>
    /lantern/i.test(text) || /lantern/.test(file) ? [file] : [],
  )
  expect(
    named.filter((file) => !/^(data\/(knowledge\.jsonl?|refs\.json|records\/.+)|feeds\/.+)$/.test(file)).sort(),
  ).toEqual(withdrawn.flatMap((path) => [`${path}.json`, `${path}.md`, `${path}/index.html`]).sort())
  const { records } = (await (await request.get(address('/data/refs.json'))).json()) as { records: { id: string }[] }
  expect(records.find(({ id }) => id === 'spare-lanterns')).toMatchObject({
    recordStatus: 'withdrawn',
    statusReason: 'The marzipan was taken for a safeguard by mistake.',
  })
  await page.goto(address('/search/?q=zeppelin'))
  await expect(page.getByRole('main')).toContainText(/Nothing|No /)
  await expect(page.locator('.hit-link')).toHaveCount(0)
})

test('a part that a review cited says so and leads to the review, and the page of uptake counts it', async ({
  page,
}) => {
  await page.goto(address(INCIDENT))
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

test('a control shows what to ask because of the incidents in which it did not hold', async ({ page }) => {
  await page.goto(address('/controls/staged-rollout/'))
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
