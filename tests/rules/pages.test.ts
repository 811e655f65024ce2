import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { run } from '#cli/run.ts'
import { RULES, type RuleId } from '#schema/rule-table.ts'
import type { Finding } from '#schema/finding.ts'
import { type Example, readPages, withContent } from './page.ts'
import { UNWRITABLE } from './unwritable.ts'

const HEADINGS = ['What it means', 'What it looks like', 'How to mend it']
const LEVELS = { error: 'error', warn: 'warning', hint: 'hint' } as const
const isRule = (name: string): name is RuleId => Object.hasOwn(RULES, name)

/** Runs the real check over a folder that holds `content/`, on a terminal as wide as a page’s column. */
const check = async (folder: string, columns: number | undefined, ...flags: string[]) =>
  (
    await run(['check', ...flags], {
      env: {},
      cwd: folder,
      clock: Date.UTC(2026, 5, 1),
      color: false,
      columns,
      progress: () => {},
    })
  ).stdout

async function rulesFound(shown: readonly Example[]): Promise<string[]> {
  const findings = await withContent(
    shown,
    async (folder) => JSON.parse(await check(folder, undefined, '--format', 'json')) as Finding[],
  )
  return findings.map(({ rule }) => rule)
}

const pages = readPages()

test('every rule has a page, and every page a rule', () => {
  assert.deepEqual(pages.map(({ rule }) => rule).sort(), Object.keys(RULES).sort())
})

test('the folder on which examples are laid has nothing to mend', async () => {
  assert.deepEqual(await rulesFound([]), [])
})

for (const { rule, source, headings, bad, output, good } of pages) {
  test(`the page of ${rule} has the title of the rule and the same sections as the others`, () => {
    assert.ok(isRule(rule))
    assert.match(source, new RegExp(`^---\\ntitle: "${RULES[rule].title}"\\nsummary: ".+"\\n---\\n`))
    assert.deepEqual(headings, HEADINGS)
    for (const { file = '' } of [...bad, ...good])
      assert.ok(source.includes(`\`${file}\``) || source.includes(`file="${file}"`), `${file} is named`)
  })

  test(`the page of ${rule} shows exactly what the check says of its example`, async () => {
    assert.ok(isRule(rule))
    assert.ok(bad.length > 0 || UNWRITABLE[rule], 'there is an example')
    const said = await withContent(bad, async (folder) => {
      UNWRITABLE[rule]?.(join(folder, 'content'))
      // Where the folder itself is named, the width of its name must not move the line breaks.
      return (await check(folder, rule === 'content-folder' ? undefined : 64)).replaceAll(folder, '/home/you/records')
    })
    assert.equal(said, output)
    assert.match(said, new RegExp(`  ${LEVELS[RULES[rule].level]}  ${rule}  /rules/${rule}/\\n`))
  })

  test(`what the page of ${rule} tells to do mends its example`, async () => {
    assert.deepEqual(await rulesFound(good), [])
  })
}
