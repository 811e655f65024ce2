import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import test from 'node:test'
import { readStrings, tableKeys } from '#integration/strings.ts'
import { labels } from '#schema/labels.ts'
import { answerText } from '#search/answer-text.ts'
import { OUTCOME_WORDS, wordingOf } from '#search/outcome-words.ts'
import { DATE_MESSAGES, datesIn } from '#text/strings/dates.ts'
import { MESSAGES } from '#text/strings/en.ts'
import { TIME_MESSAGES } from '#text/strings/times.ts'
import { filled, inquiryTitle, phrasesOf } from '#text/strings/phrase.ts'
import { withinSentence } from '#text/strings/within.ts'
import { searchEntry } from '#views/search-entry.ts'
import { knowledgeOf } from '../small.ts'
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
  const say = phrasesOf(german, 'de')
  assert.equal(say('Incidents'), 'Vorfälle')
  assert.equal(say('1,204 events'), '1,204 Ereignisse')
  assert.equal(say('12 cranes'), '12 cranes')
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
  const say = phrasesOf(german, 'de')
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

test('a label within a sentence begins as the language has it, or as the table says', () => {
  const french = { Opposes: "S'oppose", DNS: 'DNS', Supports: 'Soutient', supports: 'est pour', host: 'hôte' }
  const say = phrasesOf(french, 'fr')
  assert.equal(say('Opposes'), "S'oppose")
  assert.equal(say('opposes'), "s'oppose")
  assert.equal(say('dns'), 'DNS')
  assert.equal(say('supports'), 'est pour')
  assert.equal(say('Host'), 'Hôte')
  assert.equal(phrasesOf({ Severity: 'Schwere' }, 'de-AT')('severity'), 'Schwere')
  assert.equal(withinSentence('Été', 'fr-CA'), 'été')
  assert.equal(withinSentence('Størrelse', 'de'), 'Størrelse')
})

test('a table may give the form of a label within a sentence, and nothing else of its own', () => {
  const words = Object.fromEntries(tableKeys().map((key) => [key, key]))
  const read = (more: Readonly<Record<string, string>>) =>
    readStrings({ lang: 'de', words: { ...words, ...more } }, '/')
  assert.equal(read({ opposes: 'widerspricht' }).words['opposes'], 'widerspricht')
  assert.throws(() => read({ Oposes: 'Dagegen' }), /found "Oposes"\. Did you mean "Opposes"\?/)
})

test('the title of an inquiry is put together by the table, of names as they are', () => {
  const german: Readonly<Record<string, string>> = {
    '{who} to {whom}': '{who} an {whom}',
    '{who} to {whom} on {topic}': '{who} an {whom} zu „{topic}“',
    'The editors': 'Die Redaktion',
  }
  const say = (message: string) => german[message] ?? message
  assert.equal(inquiryTitle('Beacon to Harbor on Staged updates', say), 'Beacon an Harbor zu „Staged updates“')
  assert.equal(inquiryTitle('The editors, Beacon to Harbor', say), 'Die Redaktion, Beacon an Harbor')
  assert.equal(inquiryTitle('No such form', say), 'No such form')
})

test('answers above search results are said by the table, but for names', () => {
  const german = {
    '{n} statements': '{n} Aussagen',
    Opposes: 'Dagegen',
    Supports: 'Dafür',
    '{label}; {more}': '{label}; {more}',
    '{measure}, {kind}: median {length}, {n} of {all} known':
      '{measure}, {kind}: Median {length}, {n} von {all} bekannt',
    'Time to detect': 'Zeit bis zur Entdeckung',
    Faults: 'Störungen',
    '{n} min': '{n} Min.',
  }
  const say = phrasesOf(german, 'de')
  const answer = {
    message: '{who} on {topic}: {count}: {stances}',
    places: { who: 'Supports Inc', topic: 'kernels', count: '2 statements', stances: 'supports; opposes' },
  }
  const t = (message: string, places: Readonly<Record<string, string>>) =>
    filled(message === answer.message ? '{who} zu {topic}: {count}: {stances}' : message, places)
  assert.equal(answerText(answer, t, say), 'Supports Inc zu kernels: 2 Aussagen: Dafür; Dagegen')
  assert.equal(
    say('Time to detect, faults: median 9 min, 6 of 12 known'),
    'Zeit bis zur Entdeckung, Störungen: Median 9 Min., 6 von 12 bekannt',
  )
})

test('the table has the words by which search calls fields and parts of records', () => {
  const table = new Set(tableKeys().map((message) => message.toLowerCase()))
  const knowledge = knowledgeOf(resolve(import.meta.dirname, '../../content'))
  const called = knowledge.entries.flatMap((entry) => {
    const { fields, parts } = searchEntry(knowledge, entry)
    return [...fields, ...parts].map(({ label }) => label.replace(/[,:].*/s, ''))
  })
  assert.ok(called.length > 1000)
  assert.deepEqual(
    [...new Set(called)].filter((label) => !table.has(label.toLowerCase())),
    [],
  )
})

test('the table has the words by which an outcome that no record has is named', () => {
  const table = new Set(tableKeys().map((message) => message.toLowerCase()))
  assert.deepEqual(
    Object.keys(OUTCOME_WORDS)
      .map(wordingOf)
      .filter((words) => !table.has(words)),
    [],
  )
})
