import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { forgeStandIn } from './forge-stand-in.ts'
import { act, commit, git, NEAR, pullEvent, workplace } from './workplace.ts'

/** A pull request near an incident, and one step further, where it no longer is. */
async function pull(t: TestContext) {
  const stand = await forgeStandIn(t)
  const { folder, repo, data, base } = workplace(t)
  const near = commit(repo, NEAR, 'Roll out')
  git(repo, 'rm', '--quiet', 'src/rollout.ts')
  const far = commit(repo, { 'lunch.md': 'Lunch at one.\n' }, 'Lunch')
  const run = (head: string, inputs = {}, more = {}) =>
    act(folder, repo, pullEvent(base, head, more), { data, ...inputs }, { api: stand.api })
  return { stand, data, near, far, run }
}

test('one comment is written, kept in its place as the change changes, and removed when nothing is near', async (t) => {
  const { stand, data, near, far, run } = await pull(t)
  const first = await run(near)
  assert.equal(first.status, 0)
  assert.equal(first.summary, '')
  assert.equal(stand.comments.length, 1)
  assert.match(stand.comments[0]?.body ?? '', /^<!-- aftermath: precedents -->\n### Precedents\n/)
  assert.match(stand.comments[0]?.body ?? '', /2026-01-05-router-outage/)
  assert.equal(first.outputs['comment'], stand.comments[0]?.html_url)
  stand.asked.length = 0
  await run(near)
  assert.deepEqual(stand.asked, ['GET /repos/o/r/issues/7/comments?per_page=100'], 'the same text is not written again')
  const file = join(data, 'precedents.json')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"title":"', '"title":"Later: '))
  await run(near)
  assert.equal(stand.comments.length, 1)
  assert.match(stand.comments[0]?.body ?? '', /Later: /)
  const last = await run(far)
  assert.deepEqual([last.status, last.said, stand.comments], [0, '', []])
})

test('the comment is found on a later page, a second one of ours goes, and what others wrote stays', async (t) => {
  const { stand, near, far, run } = await pull(t)
  await run(near)
  const [own] = stand.comments.splice(0)
  assert.ok(own)
  const other = (id: number, body: string, type: string) => ({ ...own, id, body, user: { type } })
  stand.comments.push(
    ...Array.from({ length: 150 }, (_, index) => other(1000 + index, 'Looks good', 'User')),
    other(2000, `${own.body} forged`, 'User'),
    { ...own, body: `${own.body}old` },
    other(2001, `${own.body}twice`, 'Bot'),
  )
  await run(near)
  assert.equal(stand.comments.length, 152)
  assert.equal(stand.comments.at(-1)?.body, own.body)
  await run(far)
  assert.equal(stand.comments.length, 151)
  assert.ok(stand.comments.every(({ user }) => user.type === 'User'))
})

test('without the right to write, as from a fork, the summary of the job has it', async (t) => {
  for (const status of [403, 404]) {
    const { stand, near, far, run } = await pull(t)
    stand.refuses = status
    const ran = await run(near)
    assert.equal(ran.status, 0)
    assert.match(ran.summary, /### Incidents near this change[^]*2026-01-05-router-outage/)
    assert.match(ran.said, /^::notice title=Aftermath::The token may not write comments here/)
    assert.deepEqual([(await run(far)).said, stand.comments], ['', []])
  }
})

test('a forge that fails for a moment is asked again; one that goes on failing blocks nothing', async (t) => {
  const { stand, near, run } = await pull(t)
  stand.failures.push(502, 429)
  assert.equal((await run(near)).said, '')
  assert.equal(stand.comments.length, 1)
  stand.failures.push(500, 500, 500)
  const ran = await run(near)
  assert.equal(ran.status, 0)
  assert.match(ran.said, /^::notice title=Aftermath::The comment could not be kept: the forge answered 500 to GET\.$/m)
  assert.match(ran.summary, /### Incidents near this change/)
})

test('a label is set while an incident is near, and another keeps a pull request without a comment', async (t) => {
  const { stand, near, far, run } = await pull(t)
  const inputs = { label: 'has precedent', 'skip-label': 'no comment' }
  await run(near, inputs)
  assert.deepEqual([...stand.labels], ['has precedent'])
  await run(far, inputs, { labels: [{ name: 'has precedent' }] })
  assert.deepEqual([...stand.labels], [])
  await run(near, inputs, { labels: [{ name: 'no comment' }] })
  assert.deepEqual([[...stand.labels], stand.comments], [[], []])
})

test('thresholds leave out what is below them', async (t) => {
  const { stand, near, run } = await pull(t)
  await run(near, { 'least-score': '9999' })
  await run(near, { most: '0' })
  assert.deepEqual(stand.comments, [])
})

test('a title calls nobody and links no issue', async (t) => {
  const { stand, data, near, run } = await pull(t)
  const file = join(data, 'precedents.json')
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replaceAll('"title":"', '"title":"@team fixes #12 <script>x</script> '),
  )
  await run(near)
  const body = stand.comments[0]?.body ?? ''
  assert.match(body, /@\u200bteam fixes #\u200b12 \\<script\\>/)
  assert.match(body, /Incident-Ref: 2026-01-05-router-outage@r1/)
})
