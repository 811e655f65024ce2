import assert from 'node:assert/strict'
import test from 'node:test'
import { labels } from '#schema/labels.ts'
import { DATE_MESSAGES, datesIn } from '#text/strings/dates.ts'
import { MESSAGES } from '#text/strings/en.ts'
import { TIME_MESSAGES } from '#text/strings/times.ts'
import { phraseIn } from '#text/strings/phrase.ts'
import { sourceFiles } from '../source-files.ts'
import { collectedByFile, COMPOSED, heldElsewhere } from './interface-words.ts'

test('the table has every word that components and scripts hand to it, and no other', () => {
  const used = new Set([...collectedByFile().map(([, word]) => word), ...COMPOSED])
  const elsewhere = new Set<string>([...labels(), ...DATE_MESSAGES, ...TIME_MESSAGES])
  const table = new Set<string>(MESSAGES)
  assert.deepEqual(
    [...used].filter((word) => !table.has(word) && !elsewhere.has(word)),
    [],
    'write these into src/text/strings/en-*.ts',
  )
  const rest = MESSAGES.filter((word) => !used.has(word))
  const held = new Set(heldElsewhere(rest))
  assert.deepEqual(
    rest.filter((word) => !held.has(word)),
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

test('times, lengths and sentences put together are said by the table, and sentences of records stay', () => {
  const german = {
    July: 'Juli',
    '{day} {month} {year}': '{day}. {month} {year}',
    about: 'etwa',
    to: 'bis',
    'up to': 'bis zu',
    'at least': 'mindestens',
    '{n} h': '{n} Std.',
    '{n} min': '{n} Min.',
    '{n} days': '{n} Tage',
    Began: 'Beginn',
    Recovered: 'Erholt',
    '{from} to {to}': 'von {from} bis {to}',
    '{label}: {value}': '{label}: {value}',
    '{label}; {more}': '{label}; {more}',
    'Known since {when}': 'Seit {when} bekannt',
    'ended {when}': '{when} beendet',
  }
  const say = (text: string) => phraseIn(text, german)
  assert.equal(say('about 19 July 2024, 04:09 UTC'), 'etwa 19. Juli 2024, 04:09 UTC')
  assert.equal(say('19 July 2024, 04:09 to 05:27 UTC'), '19. Juli 2024, 04:09 bis 05:27 UTC')
  assert.equal(say('3 h 12 min'), '3 Std. 12 Min.')
  assert.equal(say('9 to 10 days'), '9 bis 10 Tage')
  assert.equal(say('up to 3 h'), 'bis zu 3 Std.')
  assert.equal(say('+1 h 18 min'), '+1 Std. 18 Min.')
  assert.equal(say('Began to recovered'), 'von Beginn bis Erholt')
  assert.equal(say('Began: 3 min; recovered: 4 h'), 'Beginn: 3 Min.; Erholt: 4 Std.')
  assert.equal(say('Known since 3 July 2024'), 'Seit 3. Juli 2024 bekannt')
  assert.equal(say('ended 3 July 2024'), '3. Juli 2024 beendet')
  assert.equal(say('Restored within 3 days of the change to DNS'), 'Restored within 3 days of the change to DNS')
  assert.equal(say('From config to crash'), 'From config to crash')
})
