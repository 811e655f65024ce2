import assert from 'node:assert/strict'
import test from 'node:test'
import { FORM_NAMES } from '#exports/cite.ts'
import { run } from '#cli/run.ts'
import { cli, contentFolder } from '../content-folder.ts'
import { entryOf, knowledgeOf, SMALL } from '../small.ts'
import { citationForms } from '../exports/citation-forms.ts'

const REF = '2026-01-05-router-outage#e-withdrawn'
const cite = (...args: string[]) =>
  run(['cite', ...args, '--content', SMALL], {
    env: {},
    cwd: '/',
    clock: 0,
    color: false,
    columns: undefined,
    progress: () => {},
  })

test('the command prints the very text that the page holds, in every form', async () => {
  const knowledge = knowledgeOf()
  const entry = entryOf(knowledge, '2026-01-05-router-outage')
  const forms = citationForms(knowledge, entry, knowledge.part(entry, 'e-withdrawn'))
  assert.deepEqual(
    forms.map(({ form }) => form),
    FORM_NAMES,
  )
  for (const { form, text } of forms)
    assert.deepEqual(await cite(REF, '--as', form, '--site', 'https://kb.example'), {
      exitCode: 0,
      stdout: text,
      stderr: '',
    })
})

test('a pinned revision is kept', async () =>
  assert.equal((await cite(`${REF}@r1`, '--as', 'trailer')).stdout, `Incident-Ref: ${REF}@r1`))

for (const [what, ref, says] of [
  ['a malformed reference', 'Not a reference', /expected the id of a record, or id#part, found "Not a reference"/],
  [
    'an unknown record',
    '2026-01-05-router-outages',
    /no record has the id .* Did you mean "2026-01-05-router-outage"\?/,
  ],
  ['an unknown part', '2026-01-05-router-outage#e-withdraw', /has no part "e-withdraw"\. Did you mean "e-withdrawn"\?/],
  ['a revision that is still to come', `${REF}@r9`, /expected a revision of 2026-01-05-router-outage up to 1, found/],
] as const)
  test(`${what} is refused with what was expected`, async () => {
    const { exitCode, stdout, stderr } = await cite(ref)
    assert.deepEqual([exitCode, stdout], [2, ''])
    assert.match(stderr, says)
  })

test('an unknown form is refused with those there are', async () =>
  assert.match(
    (await cite(REF, '--as', 'chicago')).stderr,
    /expected one of short, markdown, text, html, bibtex, csl, ris, trailer after --as, found "chicago"/,
  ))

const HIDDEN =
  'question: Is there a plan?\ndescription: Whether.\ntlp: AMBER\nhistory: [{ revision: ' +
  '1, date: "2026-03-01", type: addition, summary: First recorded. }]\n'

for (const [what, files, ref, never] of [
  ['a record above the audience', { 'topics/plan-a.yaml': HIDDEN }, 'plan-a', 'plan-x'],
  [
    'a record that cannot be read, and may be above the audience,',
    { 'topics/plan-a.yaml': `${HIDDEN}extra: 1\n` },
    'plan-a',
    'plan-x',
  ],
  ['a part of a record above the audience', { 'topics/plan-a.yaml': HIDDEN }, 'plan-a#e-a', 'plan-x#e-a'],
] as const)
  test(`${what} reads exactly as one that was never there`, async (t) => {
    const folder = contentFolder(t, files)
    const [found, none] = await Promise.all(
      [ref, never].map((one) => cli(folder, ['cite', one, '--audience', 'CLEAR'])),
    )
    assert.equal(none?.exitCode, 2)
    assert.match(none.stderr, /no record has the id "plan-x"\./)
    assert.deepEqual(found, { ...none, stderr: none.stderr.replaceAll('plan-x', 'plan-a') })
  })
