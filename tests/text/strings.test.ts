import assert from 'node:assert/strict'
import test from 'node:test'
import { labels } from '#schema/labels.ts'
import { DATE_MESSAGES, datesIn } from '#text/strings/dates.ts'
import { MESSAGES } from '#text/strings/en.ts'
import { phraseIn } from '#text/strings/phrase.ts'
import { sourceFiles } from '../source-files.ts'
import { collectedByFile, ELSEWHERE } from './interface-words.ts'

test('the table has every word that components hand to it, and no other', () => {
  const used = new Set([...collectedByFile().map(([, word]) => word), ...ELSEWHERE])
  const elsewhere = new Set([...labels(), ...DATE_MESSAGES])
  const table = new Set<string>(MESSAGES)
  assert.deepEqual(
    [...used].filter((word) => !table.has(word) && !elsewhere.has(word)),
    [],
    'write these into src/text/strings/en-*.ts',
  )
  assert.deepEqual(
    MESSAGES.filter((word) => !used.has(word)),
    [],
    'nothing prints these any more',
  )
  assert.equal(table.size, MESSAGES.length, 'each stands there once')
})

/** Words of several letters that stand in the markup of a component as they are. */
function bareWords(text: string): string[] {
  const [, , markup = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  const plain = markup.replace(/<(script|style|svg|code|kbd)\b[\s\S]*?<\/\1>|\{\/\*[\s\S]*?\*\/\}/g, '')
  return [...plain.matchAll(/(?<![=\s-])>([^<>{}]+)(?=[<{])/g)]
    .map(([, words = '']) => words.replace(/^[\s.,:;(“"·/]+|[\s,:;(“"·/]+$/g, ''))
    .filter((words) => /^[A-Z][a-z]+(?: [\w’,.-]+)*[.:?]?$/.test(words) && !/\.(?:length|map)\b/.test(words))
}

test('no component prints a word of its own that is not in the table', () => {
  const found = sourceFiles(['src/components', 'src/routes'], ['astro']).flatMap(({ path, text }) =>
    bareWords(text).map((words) => `${path}: ${words}`),
  )
  assert.deepEqual(found, [], "write {t('…')} and add the words to src/text/strings/en-*.ts")
  assert.deepEqual(bareWords("---\n\n---\n<p>Nothing yet</p><b>{t('Cite')}</b>"), ['Nothing yet'], 'it would be found')
})

test('counts and dates within a text are said by the table, and other words stay', () => {
  const german = {
    July: 'Juli',
    '{day} {month} {year}': '{day}. {month} {year}',
    '{month} {year}': '{month} {year}',
    '{n} events': '{n} Ereignisse',
    Incidents: 'Vorfälle',
  }
  assert.equal(phraseIn('Incidents', german), 'Vorfälle')
  assert.equal(phraseIn('1,204 events', german), '1,204 Ereignisse')
  assert.equal(phraseIn('12 cranes', german), '12 cranes')
  assert.equal(datesIn('19 July 2024, 04:09 UTC', german), '19. Juli 2024, 04:09 UTC')
  assert.equal(datesIn('July 2024 to 3 Jul 2025', german), 'Juli 2024 to 3. Jul 2025')
  assert.equal(datesIn('They may march in May', german), 'They may march in May')
})
