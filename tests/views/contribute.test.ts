import assert from 'node:assert/strict'
import test from 'node:test'
import { contributeLinks } from '#views/contribute.ts'
import { linked } from '../knowledge/linked.ts'

const links = (site: Readonly<Record<string, string>>) => {
  const knowledge = linked({ topics: { kernel: {} } }, '2026-01-01', site)
  const entry = knowledge.get('topics', 'kernel')
  assert.ok(entry)
  return new Map(contributeLinks(knowledge, entry).map(({ text, route }) => [text, route]))
}

test('a repository is led to: the file to edit, and issues filled in with reference and revision', () => {
  const own = links({ repository: 'https://git.example/o/kb/', contact: 'desk@kb.example' })
  assert.equal(own.get('Edit this page'), 'https://git.example/o/kb/edit/HEAD/content/topics/kernel.yaml')
  const issue = new URL(own.get('Report an error') ?? '')
  assert.equal(issue.pathname, '/o/kb/issues/new')
  assert.match(
    issue.searchParams.get('body') ?? '',
    /^Record: kernel@r1\nPage: https:\/\/kb\.example\/topics\/kernel\/\n/,
  )
  assert.match(new URL(own.get('Reply') ?? '').searchParams.get('title') ?? '', /^Reply to kernel$/)
})

test('without a repository messages go to the contact, and nothing is offered where there is none', () => {
  const own = links({ contact: 'desk@kb.example' })
  assert.deepEqual([...own.keys()], ['Report an error', 'Reply'])
  assert.match(
    own.get('Reply') ?? '',
    /^mailto:desk@kb\.example\?subject=Reply%20to%20kernel&body=Record%3A%20kernel%40r1%0D%0A/,
  )
  assert.equal(links({ contact: 'https://kb.example/write' }).get('Report an error'), 'https://kb.example/write')
  assert.equal(links({}).size, 0)
})
