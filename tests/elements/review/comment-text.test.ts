import assert from 'node:assert/strict'
import test from 'node:test'
import { commentText } from '#elements/review/comment-text.ts'

const ask = { ask: 'Can it backtrack without bound?', url: 'https://kb.example/x/#q-a', reference: 'x#q-a@r1' }
const precedent = {
  reference: 'x@r1',
  title: 'Cloudflare WAF regex, 2019',
  lesson: 'A rule reached every machine at once.',
  url: 'https://kb.example/x/',
  strip: undefined,
  why: [
    { kind: 'path', text: 'rules/waf/xss.lua matches **/waf/**' },
    { kind: 'term', text: 'regex' },
  ] as const,
  asks: [ask],
}

test('the short comment is a line for each ticked question, or names the precedents', () => {
  assert.equal(
    commentText([{ precedent, asks: [ask] }], 'short'),
    '- [ ] Can it backtrack without bound? ([Cloudflare WAF regex, 2019](https://kb.example/x/))\n',
  )
  assert.equal(
    commentText([{ precedent, asks: [] }], 'short'),
    'See [Cloudflare WAF regex, 2019](https://kb.example/x/).\n',
  )
})

test('the long comment has lesson, signs without globs, questions with their references, and trailers', () => {
  const text = commentText([{ precedent, asks: [ask] }], 'long')
  assert.match(text, /^### Precedents\n\n\*\*\[Cloudflare WAF regex, 2019\]\(https:\/\/kb\.example\/x\/\)\*\*: A rule/)
  assert.match(text, /Because: rules\/waf\/xss\.lua, regex\./)
  assert.doesNotMatch(text, /\*\*\/waf/)
  assert.match(text, /- \[ \] Can it .*\(\[x#q-a@r1\]\(/)
  assert.match(text, /```\nIncident-Ref: x@r1\n```\n$/)
})
