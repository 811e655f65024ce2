import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { readDossier } from './dossier.ts'

/** A dossier of one page and an article, removed after the test. */
function withDossier(page: string, use: (dossier: NonNullable<ReturnType<typeof readDossier>>) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
  try {
    writeFileSync(join(folder, 'founding-article.txt'), 'An article.')
    writeFileSync(join(folder, 'page.md'), page)
    const dossier = readDossier(folder)
    assert.ok(dossier)
    use(dossier)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('words count as quoted only between marks', () =>
  withDossier('ST-1 | "we let you down" | and then plain words | "again"', (dossier) => {
    assert.equal(dossier.quotes('We let you down'), false, 'case is kept')
    assert.equal(dossier.quotes('we let you down.'), true)
    assert.equal(dossier.quotes('let you'), true, 'a fragment of a quotation is a quotation')
    assert.equal(dossier.quotes('and then plain words'), false)
    assert.equal(dossier.quotes('down again'), false, 'two quotations do not join')
  }))

test('a quotation that holds a quotation is found with either sort of inner marks', () =>
  withDossier(`"rules were done 'correctly' then"`, (dossier) => {
    assert.equal(dossier.quotes('were done "correctly" then'), true)
  }))

test('an address counts wherever it stands, and a folder that is not there gives no dossier', () => {
  withDossier('see https://example.org/a/b, and more', (dossier) => {
    assert.equal(dossier.mentions('https://example.org/a/b'), true)
    assert.equal(dossier.mentions('https://example.org/'), false, 'the beginning of an address is another address')
    assert.equal(dossier.mentions('https://example.org/b'), false)
  })
  assert.equal(readDossier(join(tmpdir(), 'no-such-dossier')), undefined)
})
