import { expect, test } from '@playwright/test'

test('from the incident to a case, to what became of a claim, and to the step that decided it', async ({ page }) => {
  await page.goto('/incidents/2024-07-19-channel-file-291/')
  const cases = page.getByRole('region', { name: 'Before courts and authorities' })
  await expect(cases.getByText('Dismissed').first()).toBeVisible()
  await cases.getByRole('link', { name: 'Delta Air Lines v. CrowdStrike' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Delta Air Lines v. CrowdStrike')
  const claim = page.locator('#c-gross-negligence')
  await expect(claim).toContainText('Goes on')
  await claim.getByRole('link', { name: 'Ruling' }).click()
  await expect(page).toHaveURL(/#s-ruling$/)
  const ruling = page.locator('#s-ruling')
  await expect(ruling).toBeInViewport()
  await expect(ruling.getByRole('link', { name: /^CRN/ })).toBeVisible()
  await expect(page.locator('#s-filed').getByRole('link', { name: /one test machine/ })).toHaveAttribute(
    'href',
    '/statements/2024-10-25-delta-complaint/',
  )
})

test('all cases stand in one list, with state and parties, and are found by search', async ({ page }) => {
  await page.goto('/proceedings/')
  const row = page.getByRole('row').filter({ hasText: 'Merck v. its insurers' })
  await expect(row.getByText('Settled')).toBeVisible()
  await expect(row.getByRole('link', { name: 'Merck', exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'date added' }).click()
  await expect(page).toHaveURL(/\/proceedings\/by\/added\/$/)
  await page.goto('/search/?kind=proceedings&org=delta-air-lines')
  await expect(page.getByRole('link', { name: 'Delta Air Lines v. CrowdStrike' }).first()).toBeVisible()
})

test('a promise says who had asked for it, and the page of whoever asked lists it', async ({ page }) => {
  await page.goto('/commitments/microsoft-csrb-recommendations/')
  await expect(page.getByText('Asked for by')).toBeVisible()
  await page.getByRole('link', { name: 'CSRB', exact: true }).click()
  const asked = page.getByRole('region', { name: 'Promised at its request' })
  await expect(asked.getByRole('link', { name: /Do all that the Cyber Safety Review Board asked/ })).toBeVisible()
})
