import { expect, type Page, test } from '@playwright/test'
import { citeEvent } from './cite-event.ts'

test('pages are sent with the headers that the built folder asks of hosts', async ({ request }) => {
  const response = await request.get('/')
  const headers = response.headers()
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).not.toMatch(/unsafe-inline|'unsafe-eval'/)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('same-origin')
  expect(headers['permissions-policy']).toContain('camera=()')
  expect(headers['x-frame-options']).toBe('DENY')
})

// That pages break nothing of it as they are loaded is seen in access.spec.ts, which takes note of every error.
/** Listens for whatever the policy refuses and for scripts that fail. */
function listen(page: Page): string[] {
  const broken: string[] = []
  page.on('console', (message) => {
    if (/Content.Security.Policy|Permissions.Policy|Refused to/i.test(message.text()))
      broken.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => broken.push(`${page.url()}: ${error.message}`))
  return broken
}

test('what readers do works under the policy and breaks none of it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const broken = listen(page)
  const main = page.getByRole('main')

  await page.goto('/search/')
  await main.getByRole('searchbox').first().fill('rollback')
  await expect(
    main
      .getByRole('listitem')
      .filter({ hasText: /roll(?:ed )?back/i })
      .first(),
  ).toBeVisible()

  await page.goto('/incidents/2024-07-19-channel-file-291/')
  await citeEvent(page, 'e-revert')
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible()
  await page.getByLabel('Words', { exact: true }).fill('8.5 MILLION')
  await expect(page).toHaveURL(/words=8\.5\+MILLION/)
  await page.getByRole('button', { name: /^Lanes/ }).click()
  await expect(main.getByRole('link').first()).toBeVisible()

  await page.goto('/topics/')
  await page.getByLabel('As of').fill('2006-01-15')
  await page.getByLabel('As of').blur()
  await expect(page).toHaveURL(/asof=2006-01-15/)

  await page.goto('/review/')
  await page.getByLabel(/A diff, a list of files/).fill('rules/waf/xss.lua')
  await page.getByRole('button', { name: 'Find precedents' }).click()
  await expect(page.getByRole('status')).toContainText(/near/)

  await page.goto('/compare/?a=2024-07-19-channel-file-291&b=2021-10-04-facebook-bgp')
  await expect(page.getByText('Both from onset')).toBeVisible()
  expect(broken).toEqual([])
})

test('only the search page may run WebAssembly, and there search works', async ({ page }) => {
  const compile = () =>
    WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
      () => 'allowed',
      () => 'refused',
    )
  await page.goto('/')
  expect(await page.evaluate(compile)).toBe('refused')
  await page.goto('/search/?q=kernel')
  expect(await page.evaluate(compile)).toBe('allowed')
  await expect(
    page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: /kernel/i })
      .first(),
  ).toBeVisible()
})

test('the policy stops what a hostile record would add', async ({ page }) => {
  await page.goto('/')
  const outcome = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.documentElement.dataset.ran = "yes"'
    document.body.append(script)
    document.body.insertAdjacentHTML(
      'beforeend',
      '<p id="styled" style="position: fixed">x</p><img ' +
        'src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" onerror="document.documentElement.dataset.ran = \'yes\'">',
    )
    const styled = document.querySelector('#styled')
    return {
      ran: document.documentElement.dataset['ran'] ?? 'no',
      position: styled ? getComputedStyle(styled).position : '',
    }
  })
  expect(outcome).toEqual({ ran: 'no', position: 'static' })
})

test('a page cannot be framed', async ({ page }) => {
  await page.goto('/')
  const refused = page.waitForEvent('console', (message) => /frame/i.test(message.text()))
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('iframe'), { src: '/about/' })))
  await refused
})
