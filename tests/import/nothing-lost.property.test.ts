import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import fc from 'fast-check'
import { printDraft } from '#import/print.ts'
import { runs } from '../everything.ts'
import { cli, contentFolder, found } from '../content-folder.ts'
import { importText, only } from './settings.ts'

// Words that mean nothing to anybody, so that none of them can be read as a label.
const word = fc.integer({ min: 0, max: 8999 }).map((number) => `qx${String(number + 1000)}z`)
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '))
const sentence = words.map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`)

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const marked = fc
  .tuple(words, fc.constantFrom('', '**', '*', '`', '['))
  .map(([text, mark]) =>
    mark === '[' ? `[${text}](https://a.example/${text.split(' ')[0]})` : `${mark}${text}${mark}`,
  )
const hint = fc.constantFrom(
  '',
  ' **outage begins**',
  ' fails',
  ' rolled back',
  ' (resolved)',
  ' alert fires',
  ' <!-- qx0001z -->',
  ' ![qx0002z](qx0003z.png)',
  '[^1]',
)
const entry = fc.tuple(clock, marked, hint).map(([time, text, more]) => ({ time, text: text + more }))

const timeline = fc
  .tuple(
    fc.array(entry, { minLength: 1, maxLength: 6 }),
    fc.constantFrom('table', 'list', 'bold', 'code', 'nested'),
    fc.option(sentence),
  )
  .map(([entries, form, remark]) => {
    const lines = entries.map(({ time, text }) =>
      form === 'table'
        ? `| ${time} | ${text} | ${text.split(' ')[0]} |`
        : form === 'bold'
          ? `- **${time}** – ${text}`
          : form === 'code'
            ? `${time} ${text}`
            : `- ${time} ${text}${form === 'nested' ? '\n  - qx0004z beneath' : ''}`,
    )
    const body =
      form === 'table'
        ? ['| Time (UTC) | Event | Who |', '|---|---|---|', ...lines]
        : form === 'code'
          ? ['```', ...lines, '```']
          : lines
    return `## Timeline (UTC)\n\n${remark ? `${remark}\n\n` : ''}${body.join('\n')}\n`
  })
const actions = fc
  .array(fc.tuple(words, words, fc.constantFrom('- [ ] ', '- [x] ', '1. ', '- ')), { minLength: 1, maxLength: 4 })
  .map(
    (items) =>
      `## Action items\n\n${items.map(([text, owner, sign]) => `${sign}${text} (owner: ${owner}, due: 2025-04-01) [PAY-12](https://t.example/PAY-12)`).join('\n')}\n`,
  )
const table = fc
  .array(fc.tuple(words, words), { minLength: 1, maxLength: 3 })
  .map(
    (rows) =>
      `## Action items\n\n| Action | Owner | Status | Note ` +
      `|\n|---|---|---|---|\n${rows.map(([text, owner]) => `| ${text} | ${owner} | Done | ${text} |\n`).join('')}`,
  )
const findings = fc
  .tuple(
    fc.constantFrom(
      'Root cause',
      'Trigger',
      'What went well',
      'What went wrong',
      'Lessons learned',
      'Where we got lucky',
    ),
    fc.array(sentence, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('\n\n', '\n- ', '\n\n```\nqx0005z\n```\n\n'),
  )
  .map(([title, all, by]) => `## ${title}\n\n${by === '\n- ' ? '- ' : ''}${all.join(by)}\n`)
const prose = fc
  .tuple(
    fc.constantFrom('Summary', 'Impact', 'Detection', 'Resolution', 'Background qx0006z'),
    fc.array(sentence, { minLength: 1, maxLength: 3 }),
  )
  .map(([title, all]) => `## ${title}\n\n${all.join(' ')}\n\n> ${all[0]}\n`)
const head = fc
  .tuple(words, words, words)
  .map(
    ([title, author, other]) =>
      `# ${title}\n\nDate: 2025-03-04\nAuthors: ${author}\nQx0007z: ${other}\nSeverity: SEV-2\n`,
  )
const front = fc.option(
  fc
    .tuple(words, words)
    .map(
      ([one, other]) =>
        `---\nqx_field: "${one}"\ntags: [${other.split(' ').join(', ')}]\nseverity: ${other.split(' ')[0]}\n---\n\n`,
    ),
)

const document = fc
  .tuple(front, head, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }), timeline, actions, table, findings, prose)
  .map(
    ([yaml, top, order, ...parts]) =>
      `${yaml ?? ''}${top}\n${order.map((index) => parts[index]).join('\n')}\n[^1]: Qx0008z.\n`,
  )

const wordsIn = (text: string) => new Set(text.toLowerCase().match(/qx\d{4}z/g))

test('every word of a document is in the fields or in the body of its record', () => {
  fc.assert(
    fc.property(document, (text) => {
      const draft = only(importText(text))
      const held = wordsIn(printDraft(draft))
      assert.deepEqual(
        [...wordsIn(text)].filter((one) => !held.has(one)),
        [],
      )
    }),
    { numRuns: runs(400) },
  )
})

test('the same document gives the same record', () => {
  fc.assert(
    fc.property(document, (text) => {
      assert.deepEqual(importText(text), importText(text))
    }),
    { numRuns: runs(50) },
  )
})

test('records of any document check clean', async (t) => {
  const folder = contentFolder(
    t,
    { 'site.yaml': 'title: A\ndescription: B.\nurl: https://a.example\npublisher: C\n' },
    null,
  )
  mkdirSync(join(folder, 'documents'))
  fc.sample(document, { numRuns: 60, seed: 7 }).forEach((text, index) => {
    writeFileSync(
      join(folder, 'documents', `${String(index).padStart(2, '0')}.md`),
      text.replace(/^# /m, `# Qx${index}y `),
    )
  })
  const { exitCode, stdout, stderr } = await cli(folder, ['import', 'documents'])
  assert.equal(exitCode, 0, stderr)
  assert.equal(stdout.trimEnd().split('\n').length, 60)
  assert.equal((await found(folder)).exitCode, 0)
})
