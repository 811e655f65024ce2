import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { Forge, ForgeError } from '#action/forge.ts'
import { keepIssue } from '#action/issue.ts'
import { issuesStandIn } from './issues-stand-in.ts'

const MARK = '<!-- mark -->'
const standIn = async (t: TestContext) => {
  const stand = await issuesStandIn(t)
  const forge = new Forge({ api: stand.api, repository: 'o/r', token: 'forge-token', waits: [0] })
  return { stand, keep: (text: string) => keepIssue(forge, MARK, 'Sources', text) }
}

test('one issue is opened, written anew in its place, left alone when nothing changed, and closed', async (t) => {
  const { stand, keep } = await standIn(t)
  assert.equal(await keep('first'), 'https://forge.example/o/r/issues/1')
  await keep('second')
  const asked = stand.asked.length
  await keep('second')
  assert.deepEqual(stand.asked.slice(asked), ['GET /repos/o/r/issues'])
  assert.deepEqual(
    stand.issues.map(({ title, body, state }) => ({ title, body, state })),
    [{ title: 'Sources', body: `${MARK}\nsecond`, state: 'open' }],
  )
  assert.equal(await keep(''), undefined)
  assert.equal(stand.issues[0]?.state, 'closed')
  assert.equal(await keep(''), undefined)
})

test('issues of others and pull requests are left alone, and ours is found behind them on a later page', async (t) => {
  const { stand, keep } = await standIn(t)
  for (let number = 1; number <= 120; number++) {
    const isPull = number === 5
    stand.issues.push({
      ...{ number, title: 'Other', body: isPull ? `${MARK}\nx` : 'x', state: 'open', html_url: '' },
      ...(isPull ? { pull_request: {} } : {}),
    })
  }
  await keep('first')
  await keep('second')
  assert.equal(stand.issues.length, 121)
  assert.deepEqual(new Set(stand.issues.slice(0, 120).map(({ title }) => title)), new Set(['Other']))
  assert.equal(stand.issues[120]?.body, `${MARK}\nsecond`)
})

test('a token without rights, and a forge that answers something else, are said', async (t) => {
  const { stand, keep } = await standIn(t)
  stand.refuses = 403
  await assert.rejects(keep('text'), new ForgeError('the forge answered 403 to POST', 403))
  stand.says = '<!doctype html>'
  await assert.rejects(keep('text'), /the forge answered in another form/)
})
