import { parseFeed } from '@rowanmanning/feed-parser'
import { expect, test } from '@playwright/test'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse } from 'yaml'

const INCIDENT = '/incidents/2024-07-19-channel-file-291'

interface Everything {
  readonly records: readonly {
    readonly recordKind: string
    readonly id: string
    readonly data: { readonly history: readonly unknown[] }
  }[]
}

test('a record page leads to its Markdown twin, which stands on its own', async ({ page, request }) => {
  await page.goto(`${INCIDENT}/`)
  await expect(page.locator('link[rel=alternate][type="text/markdown"]')).toHaveAttribute('href', `${INCIDENT}.md`)
  await expect(page.getByRole('region', { name: 'History' }).getByRole('link', { name: 'Markdown' })).toHaveAttribute(
    'href',
    `${INCIDENT}.md`,
  )
  const text = await (await request.get(`${INCIDENT}.md`)).text()
  const [, front = '', ...rest] = text.split('---\n')
  expect(parse(front)).toMatchObject({ recordKind: 'incidents', kind: 'fault' })
  expect(rest.join('---\n')).toMatch(/^\n# A faulty CrowdStrike content update crashed/)
  expect(rest.join('---\n')).not.toMatch(/<(Src|Ref|Note|Quote)\b/)
})

test('the data page counts every kind, and its tables and lines hold as many records', async ({ page, request }) => {
  const { records } = (await (await request.get('/data/knowledge.json')).json()) as Everything
  expect((await (await request.get('/data/knowledge.jsonl')).text()).trimEnd().split('\n')).toHaveLength(records.length)
  await page.goto('/data/')
  for (const kind of ['incidents', 'statements', 'sources']) {
    const count = records.filter(({ recordKind }) => recordKind === kind).length
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: `${kind}.csv` }) })
    await expect(row.getByRole('cell').first()).toHaveText(String(count))
    const rows: unknown[] = parseCsv(await (await request.get(`/data/records/${kind}.csv`)).text(), { columns: true })
    expect(rows).toHaveLength(count)
  }
})

test('feeds hold an entry per revision, and pages lead to theirs', async ({ page, request }) => {
  const { records } = (await (await request.get('/data/knowledge.json')).json()) as Everything
  const ids: (string | null)[] = []
  for (let next: string | undefined = '/feeds/all.atom'; next !== undefined;) {
    const text = await (await request.get(next)).text()
    expect(text.length).toBeLessThan(250_000)
    ids.push(...parseFeed(text).items.map(({ id }) => id))
    next = /<link (?=[^>]*rel="prev-archive")[^>]*href="(?:https?:\/\/[^/"]+)?([^"]+)"/.exec(text)?.[1]
  }
  expect(ids).toHaveLength(records.reduce((sum, { data }) => sum + data.history.length, 0))
  expect(new Set(ids).size).toBe(ids.length)
  await page.goto(`${INCIDENT}/`)
  const own = await page.locator('link[rel=alternate][type="application/atom+xml"]').getAttribute('href')
  expect(own).toBe(`/feeds${INCIDENT}.atom`)
  expect(parseFeed(await (await request.get(own ?? '')).text()).items.map(({ id }) => id)).toContainEqual(
    expect.stringMatching(/:2024-07-19-channel-file-291\/r1$/),
  )
  await page.goto('/feeds/')
  await page.getByRole('link', { name: 'Atom feed: ESET', exact: true }).first().click({ trial: true })
})

test('corrections have a page and say so when there are none', async ({ page }) => {
  await page.goto('/')
  // Led to from every page once there is one.
  const led = await page.getByRole('contentinfo').getByRole('link', { name: 'Corrections' }).count()
  await page.goto('/corrections/')
  expect(led > 0).toBe((await page.getByText('No record has been corrected yet').count()) === 0)
  await expect(page.getByRole('heading', { level: 1, name: 'Corrections' })).toBeVisible()
  await expect(
    page
      .getByRole('main')
      .getByText(/revision \d+:|No record has been corrected yet/)
      .first(),
  ).toBeVisible()
})

test('llms.txt leads to records that are there', async ({ request }) => {
  const text = await (await request.get('/llms.txt')).text()
  const path = /\((?:https?:\/\/[^/)]+)?(\/incidents\/[^)]+\.md)\)/.exec(text)?.[1]
  expect((await request.get(path ?? '')).status()).toBe(200)
})
