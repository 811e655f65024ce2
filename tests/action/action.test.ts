import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { gzipSync } from 'node:zlib'
import sirv from 'sirv'
import { act, commit, emptyCommits, git, NEAR, pullEvent, workplace } from './workplace.ts'

const QUIET = { comment: 'false' }

test('unknown references in a change, its messages and its description fail the job; older ones do not', async (t) => {
  const { folder, repo, data, base } = workplace(t)
  const head = commit(
    repo,
    { 'docs/a note.md': 'Fine.\n\nIncident-Ref: 2026-01-05-nowhere\n' },
    'Add a note\n\nIncident-Ref: 2026-01-05-nowhere',
  )
  const event = pullEvent(base, head, { body: 'See `2026-01-05-nowhere`.' })
  const { status, said, summary, outputs } = await act(folder, repo, event, { data, ...QUIET })
  assert.equal(status, 1)
  assert.match(said, /^::error file=docs\/a note\.md,line=3,col=15,title=unknown-reference::.*2026-01-05-nowhere/m)
  assert.match(said, /^::error title=Aftermath::message of [0-9a-f]{12}, line 3: /m)
  assert.match(said, /^::error title=Aftermath::description of the pull request, line 3: /m)
  assert.match(summary, /\| docs\/a note\.md:3 \| \*\*Error\*\*/)
  assert.doesNotMatch(said + summary, /old\.md|2026-01-05-gone/)
  assert.equal(outputs['findings'], '3')
})

test('a sound change passes and says nothing', async (t) => {
  const { folder, repo, data, base } = workplace(t)
  const head = commit(repo, { 'lunch.md': 'Lunch at one.\n' }, 'Plan\n\nIncident-Ref: 2026-01-05-router-outage')
  assert.deepEqual(await act(folder, repo, pullEvent(base, head), { data, ...QUIET }), {
    status: 0,
    said: '',
    summary: '',
    outputs: { findings: '0', precedents: '0', comment: '' },
  })
})

for (const [failOn, status] of [
  ['error', 0],
  ['warning', 1],
  ['never', 0],
] as const)
  test(`with fail-on ${failOn} a reference that is out of date makes the job end with ${status}`, async (t) => {
    const { folder, repo, data, base } = workplace(t)
    const refs = join(data, 'refs.json')
    const { readFileSync } = await import('node:fs')
    writeFileSync(refs, readFileSync(refs, 'utf8').replace('"aliases":[]', '"aliases":["old-name"]'))
    const head = commit(repo, { 'a.md': 'Incident-Ref: old-name\n' }, 'Add')
    const ran = await act(folder, repo, pullEvent(base, head), { data, 'fail-on': failOn, ...QUIET })
    assert.equal(ran.status, status, ran.said)
    assert.match(ran.said, /^::warning file=a\.md.*moved-reference/m)
  })

test('a default checkout, which has one commit, is deepened as far as the comparison needs', async (t) => {
  const { folder, repo, data, base } = workplace(t)
  emptyCommits(repo, 60)
  const head = commit(repo, { 'a.md': 'Incident-Ref: 2026-01-05-nowhere\n' }, 'Add')
  git(repo, 'checkout', '--quiet', '-b', 'other', base)
  const main = commit(repo, { 'b.md': 'Incident-Ref: 2026-01-05-of-main\n' }, 'On main')
  git(repo, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  const clone = join(folder, 'clone')
  git(folder, 'clone', '--quiet', '--depth=1', `file://${repo}`, clone)
  const { status, said } = await act(folder, clone, pullEvent(main, head), { data, ...QUIET })
  assert.equal(status, 1, said)
  assert.match(said, /file=a\.md/)
  assert.doesNotMatch(said, /of-main|old\.md/)
})

test('a first push is compared with the default branch, and the first of a repository with nothing', async (t) => {
  const { folder, repo, data } = workplace(t)
  const origin = join(folder, 'origin')
  git(folder, 'clone', '--quiet', '--bare', repo, origin)
  git(repo, 'remote', 'add', 'origin', `file://${origin}`)
  const none = '0'.repeat(40)
  const after = commit(repo, { 'a.md': 'Incident-Ref: 2026-01-05-nowhere\n' }, 'Add')
  const event = { before: none, after, repository: { default_branch: 'main' } }
  const branch = await act(folder, repo, event, { data })
  assert.match(branch.said, /file=a\.md/)
  assert.doesNotMatch(branch.said, /old\.md/)
  const whole = await act(folder, repo, { ...event, repository: { default_branch: 'no-such' } }, { data })
  assert.match(whole.said, /file=a\.md/)
  assert.match(whole.said, /file=old\.md/)
})

test('a forced push whose former end is gone is compared with its merge base, else the commit before', async (t) => {
  const { folder, repo, data } = workplace(t)
  const origin = join(folder, 'origin')
  git(folder, 'clone', '--quiet', '--bare', repo, origin)
  git(repo, 'remote', 'add', 'origin', `file://${origin}`)
  commit(repo, { 'a.md': 'Incident-Ref: 2026-01-05-nowhere\n' }, 'Add')
  const after = commit(repo, { 'b.md': 'Incident-Ref: 2026-01-05-nowhere\n' }, 'Add more')
  const event = { before: 'deadbeef'.repeat(5), after, repository: { default_branch: 'main' } }
  const branch = await act(folder, repo, event, { data })
  assert.match(branch.said, /file=a\.md[^]*file=b\.md/)
  assert.doesNotMatch(branch.said, /old\.md/)
  git(repo, 'push', '--quiet', 'origin', 'main')
  const main = await act(folder, repo, event, { data })
  assert.match(main.said, /file=b\.md/)
  assert.doesNotMatch(main.said, /file=(?:a|old)\.md/)
})

test('a branch that was deleted has nothing to check, and nothing is said', async (t) => {
  const { folder, repo, data, base } = workplace(t)
  const { status, said, summary } = await act(folder, repo, { before: base, after: '0'.repeat(40) }, { data })
  assert.deepEqual([status, said, summary], [0, '', ''])
})

test('pushes and merge queues are compared with what they say', async (t) => {
  const { folder, repo, data, base } = workplace(t)
  const head = commit(repo, { 'a.md': 'Incident-Ref: 2026-01-05-nowhere\n' }, 'Add')
  for (const event of [{ before: base, after: head }, { merge_group: { base_sha: base, head_sha: head } }]) {
    const { status, said } = await act(folder, repo, event, { data })
    assert.equal(status, 1)
    assert.match(said, /file=a\.md/)
  }
})

for (const base of ['--output=/tmp/owned', '-p', 'a..b', 'no such', ':(exclude)x', ''])
  test(`a base "${base}" is no option and no command, and no fault of the pull request`, async (t) => {
    const { folder, repo, data } = workplace(t)
    const { status, said } = await act(folder, repo, { before: base, after: git(repo, 'rev-parse', 'HEAD') }, { data })
    if (base !== '') {
      assert.equal(status, 0)
      assert.match(said, /^::warning title=Aftermath::Nothing was checked: expected a commit/)
    }
  })

test('names, titles and messages with line breaks and signs of commands write no command', async (t) => {
  const { folder, repo, data, base } = workplace(t)
  const name = 'a\n::error file=x::owned\n::set-output name=y::z.md'
  const head = commit(
    repo,
    { [name]: 'Incident-Ref: ::error::owned%0A::warning::x\n', 'big\n::warning::owned.txt': 'x'.repeat(20_000_001) },
    'Add\n\nIncident-Ref: x\r::error::owned\n::error::owned',
  )
  const event = pullEvent(base, head, { title: '::error::owned', body: 'Incident-Ref: a b\n::error::owned' })
  const { status, said, summary } = await act(folder, repo, event, { data, ...QUIET })
  assert.equal(status, 1)
  for (const line of said.split(/\r?\n|\r/).filter((one) => one !== ''))
    assert.match(line, /^::(?:error|warning|notice) (?:file=[^:]*,line=\d+,col=\d+,)?title=[\w-]+::/)
  assert.doesNotMatch(said, /^::(?:error|warning|set-output)(?: file=x)?::/m)
  assert.doesNotMatch(summary, /^::/m)
})

test('one file over 20 MB, binary files, links and submodules block nothing', async (t) => {
  const { folder, repo, data, base } = workplace(t)
  symlinkSync('/etc/passwd', join(repo, 'link.md'))
  mkdirSync(join(repo, 'sub'))
  git(join(repo, 'sub'), 'init', '--quiet')
  commit(join(repo, 'sub'), { 'x.md': 'x' }, 'Sub')
  const head = commit(repo, { 'big.csv': 'Incident-Ref: 2026-01-05-nowhere\n'.repeat(700_000), 'p.bin': 'x\0y' }, 'Add')
  const { status, said } = await act(folder, repo, pullEvent(base, head), { data, ...QUIET })
  assert.equal(status, 0, said)
  assert.match(said, /^::notice title=Aftermath::big\.csv was not checked: it has 24 MB, more than 20 MB\.$/m)
})

for (const [what, inputs, says] of [
  ['without a site', {}, /^::error title=Aftermath::give this action site/],
  [
    'with a folder that is not there',
    { data: 'nowhere' },
    /data: expected a folder with refs\.json, found none at "nowhere/,
  ],
  ['with a site that is no address', { site: 'javascript:alert(1)' }, /site: expected the address/],
  ['with a level that is none', { data: '.', 'fail-on': 'all' }, /fail-on: expected one of error, warning, never/],
] as const)
  test(`${what} the job fails and says what to give`, async (t) => {
    const { folder, repo, base } = workplace(t)
    const { status, said } = await act(folder, repo, pullEvent(base, base), inputs)
    assert.equal(status, 1)
    assert.match(said, says)
  })

async function served(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  t.after(() => server.close())
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  return `http://127.0.0.1:${address.port}`
}

test('a site behind a login is read with its token, and the token goes nowhere else', async (t) => {
  const { folder, repo, data, base } = workplace(t)
  const head = commit(repo, { 'a.md': 'Incident-Ref: 2026-01-05-nowhere\n' }, 'Add')
  const files = sirv(join(data, '..'), { dev: true })
  const site = await served(t, (request, response) =>
    request.headers.authorization === 'Bearer secret' ? files(request, response) : response.writeHead(401).end(),
  )
  const { status, said } = await act(folder, repo, pullEvent(base, head), {
    site: `${site}/`,
    token: 'secret',
    ...QUIET,
  })
  assert.equal(status, 1, said)
  const without = await act(folder, repo, pullEvent(base, head), { site, ...QUIET })
  assert.equal(without.status, 0)
  assert.match(without.said, /^::warning .*answered 401: the site asks for a login; give its token/)
  const wrong = await act(folder, repo, pullEvent(base, head), { site, token: 'other', ...QUIET })
  assert.match(wrong.said, /the token has no right to read it/)
  assert.doesNotMatch(said + without.said + wrong.said, /secret|other\b/)
})

for (const [what, answer, says] of [
  [
    'a page',
    '<!doctype html><title>Sign in</title>',
    /expected JSON at .*\/data\/refs\.json, found a page, perhaps of a login/,
  ],
  ['nothing', '', /found nothing/],
  ['JSON of another kind', '{"a":1}', /found another form/],
  ['another version', '{"schemaVersion":"2.0","records":[]}', /expected version 1 of the data at .*, found 2\.0/],
] as const)
  test(`a site that answers ${what} is named, and blocks only where it is asked to`, async (t) => {
    const { folder, repo, base } = workplace(t)
    const site = await served(t, (_, response) => response.end(answer))
    const { status, said } = await act(folder, repo, pullEvent(base, base), { site, ...QUIET })
    assert.equal(status, 0)
    assert.match(said, /^::warning title=Aftermath::Nothing was checked/)
    assert.match(said, says)
    const strict = await act(folder, repo, pullEvent(base, base), { site, 'fail-on-fault': 'true', ...QUIET })
    assert.equal(strict.status, 1)
    assert.match(strict.said, /^::error title=Aftermath::Nothing was checked/)
  })

test('a site whose answer unpacks to more than any data has is left, and blocks nothing', async (t) => {
  const { folder, repo, base } = workplace(t)
  const bomb = gzipSync(Buffer.alloc(201_000_000, ' '))
  const site = await served(t, (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb)
  })
  const { status, said } = await act(folder, repo, pullEvent(base, base), { site, ...QUIET })
  assert.equal(status, 0)
  assert.match(said, /^::warning title=Aftermath::Nothing was checked: .*could not be read to its end \(over 200 MB\)/)
})

test('a repository that names what it holds by SHA-256 is checked from its first push', async (t) => {
  const { folder, data } = workplace(t)
  const repo = join(folder, 'newer')
  git(folder, 'init', '--quiet', '--initial-branch=main', '--object-format=sha256', repo)
  const after = commit(repo, { 'a.md': 'Incident-Ref: 2026-01-05-nowhere\n' }, 'Add\n\nIncident-Ref: 2026-01-05-gone')
  const { status, said } = await act(folder, repo, { before: '0'.repeat(64), after }, { data })
  assert.equal(status, 1)
  assert.match(said, /file=a\.md,line=1/)
  assert.match(said, /message of [0-9a-f]{12}, line 3/)
})

test('a push near an incident names it in the summary of the job', async (t) => {
  const { folder, repo, data, base } = workplace(t)
  const head = commit(repo, NEAR, 'Roll out')
  const { status, summary, outputs } = await act(folder, repo, { before: base, after: head }, { data })
  assert.equal(status, 0)
  assert.match(summary, /\| \[[^\]]+\]\(https:\/\/kb\.example\/incidents\/2026-01-05-router-outage\/\) \|/)
  assert.equal(outputs['precedents'], '1')
})
