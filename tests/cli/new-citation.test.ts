import assert from 'node:assert/strict'
import test from 'node:test'
import { parse } from 'yaml'
import { cli, contentFolder, found } from '../content-folder.ts'
import { written } from './written.ts'

test('a citation is begun from the address of a review and what it cites, ready to be kept', async (t) => {
  const folder = contentFolder(t)
  const { stdout, stderr } = await cli(folder, [
    'new',
    'citation',
    'https://git.example/acme/router/pull/12/files',
    '2026-01-05-router-outage#e-sent',
    'staged-rollout',
  ])
  assert.equal(stderr, '')
  const { file, text } = written(folder, stdout)
  assert.equal(file, 'content/citations/acme-router-pull-request-12.yaml')
  const { history: _, ...data } = parse(text) as Record<string, unknown>
  assert.deepEqual(data, {
    title: 'acme/router, pull request 12',
    at: '2026-06-01',
    url: 'https://git.example/acme/router/pull/12/files',
    kind: 'codeReview',
    cites: ['2026-01-05-router-outage#e-sent', 'staged-rollout'],
  })
  assert.doesNotMatch(stdout, /draft/)
  assert.deepEqual(await found(folder), { exitCode: 0, findings: [] })
})

for (const [address, title] of [
  ['https://gitlab.example/group/sub/router/-/merge_requests/7', 'group/sub/router, merge request 7'],
  ['https://bitbucket.example/acme/router/pull-requests/3', 'acme/router, pull request 3'],
  ['https://forge.example/acme/router/pulls/4', 'acme/router, pull request 4'],
  ['https://forge.example/ac%zzme/router/pulls/4', 'ac%zzme/router, pull request 4'],
] as const)
  test(`${address} is known for a review`, async (t) => {
    const folder = contentFolder(t)
    const { text } = written(folder, (await cli(folder, ['new', 'citations', address, 'acme'])).stdout)
    assert.equal((parse(text) as { title: string }).title, title)
  })

test('flags go before what is made of an address, and an address that tells nothing asks for a title', async (t) => {
  const folder = contentFolder(t)
  const { text } = written(
    folder,
    (
      await cli(folder, [
        'new',
        'citation',
        'https://wiki.example/risks/9',
        'acme',
        '--title',
        'Risk 9',
        '--kind',
        'riskRegister',
        '--at',
        '2026-05-30',
      ])
    ).stdout,
  )
  const { title, kind, at, url } = parse(text) as Record<string, unknown>
  assert.deepEqual(
    { title, kind, at, url },
    { title: 'Risk 9', kind: 'riskRegister', at: '2026-05-30', url: 'https://wiki.example/risks/9' },
  )
})
