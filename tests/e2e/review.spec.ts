import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'

const CHANGE = `diff --git a/rules/waf/xss.lua b/rules/waf/xss.lua
--- a/rules/waf/xss.lua
+++ b/rules/waf/xss.lua
@@ -1 +1,2 @@
+pattern = "(?:.*)*=.*" -- regular expression
`

test('a pasted diff gives precedents, why they matched, what to ask, and a review comment, and sends nothing', async ({
  page,
}) => {
  await page.goto('/review/')
  const sent: string[] = []
  page.on('request', (request) =>
    sent.push(`${request.method()} ${new URL(request.url()).pathname} ${request.postData() ?? ''}`),
  )
  await page.getByLabel(/A diff, a list of files/).fill(CHANGE)
  await page.getByRole('button', { name: 'Find precedents' }).click()
  await expect(page.getByRole('status')).toContainText(/near/)
  const first = page.locator('.found li').first()
  await expect(first.getByRole('heading')).toContainText('Cloudflare')
  await expect(first.getByText(/^Because: .*rules\/waf\/xss\.lua/)).toBeVisible()
  await first.getByText('Why', { exact: true }).click()
  await expect(first.getByText('Matched by files: rules/waf/xss.lua matches')).toBeVisible()
  const question = first.getByRole('checkbox', { name: /backtrack without bound/ })
  const comment = page.getByLabel('Review comment in Markdown')
  await expect(comment).toHaveText(/^See \[.*Cloudflare/)
  await question.check()
  await expect(comment).toHaveText(/^- \[ \] .*backtrack without bound.* \(\[.*Cloudflare.*\]\(.*\)\)\s*$/)
  await page.getByLabel('Form of the comment').selectOption('long')
  await expect(comment).toContainText('Incident-Ref: 2019-07-02-cloudflare-waf-regex@r')
  expect(sent.filter((line) => !line.startsWith('GET ') || line.includes('?'))).toEqual([])
})

test('a diff of 5,000 lines goes to a worker whole, with one message there and one back', async ({ page }) => {
  // Counts, in the page, what is sent to workers and what they answer.
  await page.addInitScript(() => {
    const Own = window.Worker
    const count = (name: string) => {
      const counted = document.documentElement.dataset
      counted[name] = String(Number(counted[name] ?? 0) + 1)
    }
    window.Worker = class extends Own {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        count('workers')
        this.addEventListener('message', () => count('answers'))
      }
      override postMessage(message: { readonly text: string }): void {
        document.documentElement.dataset['letters'] = String(message.text.length)
        count('questions')
        super.postMessage(message)
      }
    }
  })
  await page.goto('/review/')
  const lines = Array.from(
    { length: 5000 },
    (_, index) => `+const value${index} = retry(backoff, limit, "rollout to hosts in region ${index}")`,
  ).join('\n')
  const diff =
    `diff --git a/infra/rollout.ts b/infra/rollout.ts\n--- ` + `a/infra/rollout.ts\n+++ b/infra/rollout.ts\n${lines}`
  // Set at once, as by pasting: filling types into the page.
  await page.locator('#change').evaluate((field: HTMLTextAreaElement, text) => {
    field.value = text
  }, diff)
  await page.getByRole('button', { name: 'Find precedents' }).click()
  await expect(page.getByRole('status')).toContainText(/near/)
  expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({
    workers: '1',
    questions: '1',
    answers: '1',
    letters: String(diff.length),
  })
})

test('nothing, bytes and an unrelated change are answered in words', async ({ page }, testInfo) => {
  await page.goto('/review/')
  const find = page.getByRole('button', { name: 'Find precedents' })
  await find.click()
  await expect(page.getByRole('status')).toHaveText(/^Expected a diff, .* found nothing\.$/)
  await page
    .getByLabel('or a file')
    .setInputFiles({ name: 'a.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2, 0]) })
  await expect(page.getByRole('status')).toContainText('found a binary file')
  // From a file: bytes would be sent to the browser as text.
  mkdirSync(testInfo.outputDir, { recursive: true })
  const big = testInfo.outputPath('big.diff')
  writeFileSync(big, 'a'.repeat(9_000_000))
  await page.getByLabel('or a file').setInputFiles(big)
  await expect(page.getByRole('status')).toContainText('big.diff has 9 MB; at most 8 MB are read')
  await page.getByLabel(/A diff, a list of files/).fill('Lunch moves to one o’clock.')
  await find.click()
  await expect(page.getByRole('status')).toHaveText('No incident here is near this change.')
})

/**
 * Lets go of something over the field of the finder as a person does, through the browser's own handling of what is
 * dragged.
 */
async function drop(
  page: Page,
  what: {
    readonly files?: readonly string[]
    readonly items?: readonly { readonly mimeType: string; readonly data: string }[]
  },
): Promise<void> {
  const box = await page.getByLabel(/A diff, a list of files/).boundingBox()
  if (!box) throw new Error('the field of the finder is out of sight')
  const browser = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', {
      type,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      data: { items: [...(what.items ?? [])], files: [...(what.files ?? [])], dragOperationsMask: 1 },
    })
}

test('a dropped file is answered as a chosen one is, and one that cannot be read is answered in words', async ({
  page,
}, info) => {
  const written = (name: string, content: string | Uint8Array): string => {
    const path = info.outputPath(name)
    writeFileSync(path, content)
    return path
  }
  await page.goto('/review/')
  const status = page.getByRole('status')
  const answer = async () => {
    await expect(status).toContainText(/near/)
    return page.locator('.found').innerText()
  }
  const diff = written('change.diff', CHANGE)
  await drop(page, { files: [diff] })
  const dropped = await answer()
  expect(dropped).toContain('Cloudflare')
  await expect(page.getByLabel(/A diff, a list of files/)).toHaveValue(CHANGE)

  await drop(page, { files: [written('core.bin', Uint8Array.of(0, 1, 2, 0))] })
  await expect(status).toContainText('found a binary file')
  await expect(page.locator('.found li')).toHaveCount(0)
  await drop(page, { files: [written('big.diff', Buffer.alloc(9_000_000, 'a'))] })
  await expect(status).toHaveText('big.diff has 9 MB; at most 8 MB are read. Give the part that matters.')
  const folder = info.outputPath('rules')
  mkdirSync(folder)
  await drop(page, { files: [folder] })
  await expect(status).toHaveText('rules could not be read. Give one file, or paste its text.')

  await page.getByLabel('or a file').setInputFiles(diff)
  expect(await answer()).toBe(dropped)
})

test('words that are dragged into the field of the finder stay there', async ({ page }) => {
  await page.goto('/review/')
  await drop(page, { items: [{ mimeType: 'text/plain', data: 'rules/waf/xss.lua' }] })
  await expect(page.getByLabel(/A diff, a list of files/)).toHaveValue('rules/waf/xss.lua')
})

test('the questions of a kind of change can be copied as a task list', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/review/')
  await page.getByRole('link', { name: 'Data migration' }).click()
  await page.getByText('GitHub task list').click()
  await page.locator('details[open]').getByRole('button', { name: 'Copy' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^- \[ \] .+ \(\[[\w-]+#q-[\w-]+@r\d+\]\(.+\)\)/)
})

test('a review pack shows the chosen safeguards only, and its address keeps the choice', async ({ page }) => {
  await page.goto('/review/pack/')
  await page.getByLabel('Staged rollout', { exact: false }).first().check()
  await expect(page.locator('[data-control]:visible')).toHaveCount(1)
  await page.reload()
  await expect(page.locator('[data-control]:visible')).toHaveCount(1)
  expect(page.url()).toContain('?control=')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the review page names the command, and every question and safeguard can be read', async ({ page }) => {
    await page.goto('/review/')
    // Text locators pass over noscript, which is what is read here.
    await expect(page.locator('.finder noscript code')).toHaveText('git diff | aftermath suggest')
    await expect(page.locator('.finder noscript code')).toBeVisible()
    await page.goto('/review/pack/')
    expect(await page.locator('[data-control]:visible').count()).toBeGreaterThan(20)
  })
})

test('the answer follows while one types, Ctrl and Enter ask at once, and an example can be tried', async ({
  page,
}) => {
  await page.goto('/review/')
  const field = page.getByLabel(/A diff, a list of files/)
  await field.pressSequentially('regular expression firewall')
  await expect(page.getByRole('status')).toContainText(/near/)
  await field.fill('')
  await field.fill(CHANGE)
  await field.press('Control+Enter')
  await expect(page.locator('.found h3').first()).toContainText('Cloudflare')
  await page.reload()
  await page.getByRole('button', { name: 'Try an example' }).click()
  await expect(page.locator('.found h3').first()).toContainText('Cloudflare')
})

test('a change that no incident is near is answered with the nearest safeguards', async ({ page }) => {
  await page.goto('/review/')
  await page.getByLabel(/A diff, a list of files/).fill('office/aquarium-fish.txt')
  await page.getByRole('button', { name: 'Find precedents' }).click()
  await expect(page.getByRole('status')).toHaveText('No incident here is near this change.')
  await expect(page.locator('.found').getByRole('link').first()).toHaveAttribute('href', /\/controls\//)
})

test('a change pasted at home is answered there, and goes on to the page of reviews', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('textbox', { name: /A diff/ }).fill(CHANGE)
  await page.getByRole('button', { name: 'Find precedents' }).click()
  await expect(page.locator('.found li').first()).toContainText('Cloudflare')
  await page.getByRole('link', { name: 'Questions and a comment for the review' }).click()
  await expect(page.getByLabel('Review comment in Markdown')).toContainText('Cloudflare')
})

test('a comparison that never answers is ended and said to be, and the next one begins anew', async ({ page }) => {
  await page.clock.install()
  await page.goto('/review/')
  const status = page.getByRole('status')
  // The list of incidents never comes, which to the page is as a comparison without end.
  const asked = page.waitForRequest('**/data/precedents.json')
  await page.route('**/data/precedents.json', () => {})
  await page.getByLabel(/A diff, a list of files/).fill(CHANGE)
  await page.getByRole('button', { name: 'Find precedents' }).click()
  await asked
  await page.clock.fastForward('00:59')
  await expect(status).toHaveText('Comparing …')
  await page.clock.fastForward('00:02')
  await expect(status).toHaveText(
    'The comparison was stopped: there was no answer for 60 seconds. Try a smaller part of the change.',
  )
  await page.unroute('**/data/precedents.json')
  await page.getByRole('button', { name: 'Find precedents' }).click()
  await expect(status).toContainText(/near/)
})

test('a long trace made to trip patterns is answered', async ({ page }) => {
  await page.goto('/review/')
  await page.locator('#change').evaluate((field: HTMLTextAreaElement) => {
    field.value =
      `  at a (b.js:1)\n  at c ` + `(d.js:2)\n${'a'.repeat(1_000_000)}\ndiff --git a/${' b/'.repeat(300_000)}\u2028`
  })
  await page.getByRole('button', { name: 'Find precedents' }).click()
  await expect(page.getByRole('status')).toHaveText(/near/)
})
