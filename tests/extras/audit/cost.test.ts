import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
// Counts only in what is loaded after it.
import { workOf } from '../../work.ts'

const { linked } = await import('../../knowledge/linked.ts')
const { secretsOf } = await import('#extras/audit/secrets.ts')
const { scan } = await import('#extras/audit/scan.ts')
const { AdjoiningTexts } = await import('#extras/audit/adjoining-texts.ts')
const { builtFiles } = await import('#extras/audit/built-files.ts')
const { textsOf } = await import('#extras/audit/file-texts.ts')

const AUDITED = /\/src\/extras\/audit\//

// Words that occur nowhere else, of one length whatever the seed, and some that every page has.
const words = (kind: string, seed: number, count: number) =>
  Array.from({ length: count }, (_, index) =>
    index % 3 === 0 ? 'the' : `w${kind}${String(seed).padStart(4, '0')}x${index}`,
  ).join(' ')

/**
 * The work of an audit of `size` pages and as many records, of which one in four is hidden; each page says a few words
 * of what is hidden.
 */
function audit(size: number) {
  const organizations = Object.fromEntries(
    Array.from({ length: size }, (_, index) => [
      `org-${index}`,
      {
        name: `Org ${words('n', index, 3)}`,
        description: words('d', index, 40),
        ...(index % 4 === 0 ? { tlp: 'AMBER' } : {}),
      },
    ]),
  )
  const all = linked({ organizations }).all('organizations')
  const folder = mkdtempSync(join(tmpdir(), 'audit-'))
  let letters = 0
  for (let index = 0; index < size; index++) {
    const text = `<p>${words('p', index, 200)}</p><p>the wd0000x1 wd0000x2 the wd0000x4</p>`
    letters += text.length
    writeFileSync(join(folder, `page-${index}.html`), text)
  }
  let secrets: ReturnType<typeof secretsOf> | undefined
  let leaks: ReturnType<typeof scan> = []
  const shown = all.filter(({ data }) => data.tlp !== 'AMBER')
  const prepared = workOf(() => {
    secrets = secretsOf({ all, shown, audience: 'CLEAR', now: 0, open: ['Aftermath'] })
  }, AUDITED)
  assert.ok(secrets)
  const { phrases, openTexts } = secrets
  const { steps, calls } = workOf(() => {
    leaks = scan(builtFiles(folder), phrases)
  }, AUDITED)
  const adjoined = workOf(() => {
    const adjoining = new AdjoiningTexts(new Set(leaks.map(({ phrase }) => phrase)))
    for (const text of openTexts) adjoining.add(text)
    for (const { phrase } of leaks) adjoining.canMake(phrase)
  }, AUDITED)
  let searched = 0
  for (const { file, text } of builtFiles(folder)) textsOf(file, text, (one) => (searched += one.length))
  rmSync(folder, { recursive: true })
  return {
    steps: prepared.steps + steps + adjoined.steps,
    read: calls.get('textOf') ?? 0,
    letters,
    searched,
    made: calls.get('wordsIn') ?? 0,
    leaks: leaks.length,
  }
}

test('the work of an audit grows with the size of a build, not with its square, and it reads no file twice', () => {
  // The first runs compile what the others count.
  for (const size of [60, 120]) audit(size)
  const [small, large] = [audit(120), audit(480)]
  assert.equal(small.read, 120)
  assert.equal(large.read, 480)
  assert.ok(large.leaks >= 480, 'the audit must have had something to find')
  const growth = large.steps / small.steps
  // Measured: 4.05. A walk of the hidden records for each page, or of the pages for each record, would make it 5 and
  // more.
  assert.ok(growth > 3.9 && growth < 4.1, `four times the build took ${growth.toFixed(2)} times the work`)
  // Each letter of a page is searched once: this is what keeps an audit a part of a build.
  assert.ok(large.searched <= large.letters, `${large.searched} letters searched in ${large.letters}`)
})

test('a search makes words only of what may be a secret', () => {
  const { made, leaks, letters } = audit(240)
  // 480 leaks, and by chance some 400 of 200,000 other sequences.
  assert.ok(
    made >= leaks && made < letters / 300,
    `${made} times words were made for ${leaks} leaks in ${letters} letters`,
  )
})
