import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { startServer } from '../build/command.ts'
import { writeFiles } from '../build/site.ts'

const PORT = String(Number(process.env['AFTERMATH_TEST_PORT'] ?? 4399) + 1)

test('while content is written the page follows it, and shows file and line of a fault until it is mended', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'written-'))
  cpSync(resolve(import.meta.dirname, '../fixtures/small'), folder, { recursive: true })
  const { address, stop, said } = await startServer('dev', ['--content', folder, '--port', PORT], {})
  // What a build beside it writes is no change, not even where that holds the settings of another site.
  const work = join(resolve(import.meta.dirname, '../../.aftermath'), `work-${process.pid}`)
  writeFiles(work, { 'astro.config.mjs': 'export default {}\n', 'index.html': 'Built.\n' })
  // Nor is it where that is the build of a site below this one.
  const below = resolve(import.meta.dirname, `../fixtures/own-site/.aftermath/work-${process.pid}`)
  writeFiles(below, { 'index.html': 'Built.\n' })
  try {
    const file = join(folder, 'topics/staged-updates.yaml')
    const sound = readFileSync(file, 'utf8')
    await page.goto(`${address}topics/staged-updates/`)
    await expect(page.getByRole('main').getByText('Should updates of routers go out in stages?').first()).toBeVisible()

    writeFileSync(file, sound.replace('Should updates', 'Must updates'))
    await expect(page.getByRole('main').getByText('Must updates of routers go out in stages?').first()).toBeVisible()

    writeFileSync(file, sound.replace('description:', 'descripton:'))
    const overlay = page.locator('vite-error-overlay')
    await expect(overlay.getByText(/topics\/staged-updates\.yaml:3:1 .*found "descripton"/).first()).toBeVisible()
    expect(said()).toMatch(/topics\/staged-updates\.yaml:3:1 {2}error {2}unknown-key/)

    writeFileSync(file, sound)
    await expect(overlay).toHaveCount(0)
    await expect(page.getByRole('main').getByText('Should updates of routers go out in stages?').first()).toBeVisible()

    const site = join(folder, 'site.yaml')
    const banner = page.getByRole('banner')
    await expect(banner).not.toContainText('Renamed')
    writeFileSync(site, readFileSync(site, 'utf8').replace(/^title: .+$/m, 'title: Renamed'))
    await expect(banner).toContainText('Renamed')

    // A slow machine may still be loading the last page anew, which ends a navigation that has begun.
    await expect(async () => void (await page.goto(`${address}topics/`))).toPass()
    const added = join(folder, 'topics/new-topic.yaml')
    writeFileSync(added, sound.replace('Should updates', 'Why updates'))
    await expect(page.getByRole('main').getByText('Why updates of routers go out in stages?').first()).toBeVisible()
    expect((await page.request.get(`${address}topics/new-topic/`, { headers: { accept: 'text/html' } })).status()).toBe(
      200,
    )
    writeFileSync(added, 'question: [')
    await expect(overlay.getByText(/topics\/new-topic\.yaml:1/).first()).toBeVisible()
    await expect(page.getByRole('main').getByText('Why updates of routers')).toHaveCount(0)
    rmSync(added)
    await expect(overlay).toHaveCount(0)
    expect(said()).not.toMatch(/Restarting|\.aftermath/)
  } finally {
    await stop()
    for (const made of [folder, work, below]) rmSync(made, { recursive: true, force: true })
  }
})
