import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import test from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'
import { run } from '#cli/run.ts'
import { incidents } from '#schema/incidents.ts'
import { entryOf, knowledgeOf, SMALL } from '../small.ts'

const OWN = resolve(import.meta.dirname, '../../content')
const ID = '2019-07-02-cloudflare-waf-regex'
const draft = (id: string, content = OWN) =>
  run(['prompts', id], {
    ...{ env: { AFTERMATH_CONTENT: content }, cwd: '/', clock: Date.UTC(2026, 10, 1) },
    ...{ color: false, columns: undefined, progress: () => {} },
  })

test('drafts are prompts as the schema has them, of findings that no prompt asks about yet', async () => {
  const { exitCode, stdout } = await draft(ID)
  assert.equal(exitCode, 0)
  const { prompts } = z.object({ prompts: incidents.shape.prompts }).parse(parse(stdout))
  const entry = entryOf(knowledgeOf(OWN), ID)
  assert.ok(entry.kind === 'incidents')
  const asked = new Set(entry.data.prompts.flatMap(({ id, because }) => [id, because]))
  assert.ok(prompts.length > 0)
  for (const { id, ask, because, appliesWhen } of prompts) {
    assert.ok(!asked.has(id), id)
    assert.match(ask, /\?$/)
    assert.ok([...entry.data.findings, ...entry.data.timeline].some((part) => part.id === because))
    assert.ok(appliesWhen.terms.length > 0)
  }
})

test('every incident of ours gives at least two prompts', () => {
  for (const { id, data } of knowledgeOf(OWN).all('incidents')) assert.ok(data.prompts.length >= 2, id)
})

test('only incidents have prompts', async () => {
  const { exitCode, stderr } = await draft('acme', SMALL)
  assert.equal(exitCode, 2)
  assert.match(stderr, /expected the id of an incident, found organizations acme/)
})
