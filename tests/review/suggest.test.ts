import assert from 'node:assert/strict'
import test from 'node:test'
import { precedents } from '#exports/precedents.ts'
import { precedentsSchema } from '#exports/precedents-schema.ts'
import { PrecedentFinder } from '#review/rank.ts'
import { isUnreadable, LARGEST, readChange, type Change } from '#review/read-change.ts'
import { reviewComment } from '#review/comment.ts'
import { stem, wordsOf } from '#review/words.ts'
import { finder } from '../bench/review/bench.ts'
import { SETS } from '../bench/review/cases.ts'
import { ask, measure } from '../bench/review/measure.ts'
import { knowledgeOf } from '../small.ts'

const DIFF = `diff --git a/src/rollout.ts b/src/rollout.ts
--- a/src/rollout.ts
+++ b/src/rollout.ts
@@ -1,3 +1,3 @@
 unchanged sentence
-await rollout.stages()
+await rollout.everywhere(routers)
`

function read(input: string): Change {
  const found = readChange(input)
  assert.ok(!isUnreadable(found))
  return found
}

test('a diff gives its paths and only the lines it changes', () =>
  assert.deepEqual(read(DIFF), {
    form: 'diff',
    paths: ['src/rollout.ts'],
    text: 'await rollout.stages()\nawait rollout.everywhere(routers)',
  }))
test('a list of files is read as paths', () =>
  assert.deepEqual(read('src/a.ts\n\nMakefile\ndocs/b.md\n'), {
    form: 'files',
    paths: ['src/a.ts', 'Makefile', 'docs/b.md'],
    text: '',
  }))
test('a stack trace gives the files it names', () => {
  const { form, paths } = read(
    'Traceback (most recent call last):\n  File "app/db.py", line 3, in ' +
      'run\n  File "app/main.py", line 9, in <module>\nValueError: x',
  )
  assert.deepEqual([form, paths], ['trace', ['app/db.py', 'app/main.py']])
})
test('a paragraph is read as words', () => assert.equal(read('We will roll out to all routers at once.').form, 'words'))
test('a binary file in a diff is known by its name', () =>
  assert.deepEqual(read('diff --git a/x.png b/x.png\nBinary files a/x.png and b/x.png differ\n').paths, ['x.png']))

for (const [what, input, says] of [
  ['nothing', ' \n', /found nothing/],
  ['bytes', 'MZ\0\0', /found a binary file/],
  ['too much', 'a'.repeat(LARGEST + 1), /expected at most 8 million characters, found 9 million/],
] as const)
  test(`${what} cannot be compared and says why`, () => {
    const found = readChange(input)
    assert.ok(isUnreadable(found))
    assert.match(found.problem, says)
  })

test('words meet in their other forms', () => {
  assert.deepEqual(wordsOf('rolloutStages validated_hosts'), ['rollout', 'stag', 'validat', 'host'])
  assert.equal(stem('rollouts'), stem('rollout'))
  assert.equal(stem('validating'), stem('validated'))
})

const small = precedents(knowledgeOf())

test('what is published for the finder can be read back by it', () =>
  assert.deepEqual(precedentsSchema.parse(JSON.parse(JSON.stringify(small))), JSON.parse(JSON.stringify(small))))

test('an incident says why it was suggested and which prompts apply', () => {
  const [first] = new PrecedentFinder(small).suggest({
    ...read(DIFF),
    text: 'rollout to all routers at once, hospital network update',
  })
  assert.equal(first?.id, '2026-01-05-router-outage')
  assert.deepEqual(first.prompts, ['2026-01-05-router-outage#q-stages'])
  assert.ok(first.why.some(({ kind, text }) => kind === 'path' && text === 'src/rollout.ts matches **/rollout*'))
  assert.ok(first.why.some(({ kind, text }) => kind === 'term' && text === 'rollout'))
  assert.match(
    reviewComment(small, [first]),
    /- \[ \] Does this change reach all devices at once\? \(\[2026-01-05-router-outage#q-stages@r1\]\(https:\/\/kb\.example\/incidents\/2026-01-05-router-outage\/#q-stages\)\)/,
  )
})

test('no suggestion makes no comment', () => assert.equal(reviewComment(small, []), ''))

test('a right incident is among the first three for most benchmark changes, and harmless ones get none', () => {
  const answers = ask(finder())
  for (const set of SETS) {
    const { related, right, harmless, silent } = measure(answers.filter(({ one }) => one.set === set))
    assert.ok(related >= 20 && harmless >= 10)
    assert.ok(right >= 0.85, `${set}: right ${right}`)
    assert.ok(silent >= 0.95, `${set}: silent ${silent}`)
  }
})
