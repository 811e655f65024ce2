import assert from 'node:assert/strict'
import test from 'node:test'
import { AdjoiningTexts } from '#extras/audit/adjoining-texts.ts'
import { literalsIn } from '#extras/audit/source-texts.ts'

const canMake = (phrase: string, texts: readonly string[]) => {
  const adjoining = new AdjoiningTexts([phrase])
  for (const text of texts) adjoining.add(text)
  return adjoining.canMake(phrase)
}

test('open texts set side by side explain a phrase', () => {
  assert.ok(canMake('hearing 2018 07 11', ['Hearing', '2018-07-11-us-senate-hearing']))
  assert.ok(canMake('about 60 per hour', ['about ', '60', 'per hour']))
  assert.ok(canMake('host s report the', ['Host’s report', 'The meeting made no decisions.']))
})

test('the middle of an open text explains nothing', () => {
  assert.ok(!canMake('lantern was lit by', ['The lantern was lit', 'was lit by him']))
  assert.ok(!canMake('about 60 per hour', ['about ', '60 and more', 'per hour']))
  assert.ok(!canMake('kestrel', ['kestrel']))
})

test('a phrase with a word that no open text holds is never explained', () => {
  assert.ok(!canMake('hearing of the kestrel', ['Hearing', 'of the', 'the']))
})

test('texts that code prints are its literals, fixed parts of templates and text of tags, not its comments', () => {
  const code = "// the secret comment\nconst a = 'Hearing'\nconst b = `In ${title} of`\n<p>By {who} on <b>{day}</b></p>"
  assert.deepEqual(
    literalsIn(code)
      .map((text) => text.trim())
      .filter(Boolean),
    ['Hearing', 'In', 'of', 'By', 'on'],
  )
})
