import assert from 'node:assert/strict'
import test from 'node:test'
import { parse } from 'yaml'
import type { BodyContext } from '#components/prose/body-context.ts'
import { markdownTwin } from '#core/exports/markdown.ts'
import { llms } from '#core/exports/llms.ts'
import { markdownOf, toMarkdown } from '#site/body/markdown.ts'
import { entryOf, knowledgeOf } from '../small.ts'

const context: BodyContext = {
  reference: (ref) => (ref === 'gone' ? undefined : { label: `Label of ${ref}`, href: `https://kb.example/${ref}` }),
  quotation: (ref) => ({ words: 'We will.', label: 'Lin Ek, Acme', href: `https://kb.example/${ref}` }),
  source: (id) => ({ label: 'Acme', title: 'Report', href: `https://kb.example/sources/${id}/` }),
  picture: (file) => ({ src: `https://kb.example/${file}` }),
}

for (const [what, mdx, markdown] of [
  ['a source mark', 'It broke. <Src id="a-report" />', 'It broke. ([Acme](https://kb.example/sources/a-report/))'],
  ['a reference', 'See <Ref to="x#e-y" />.', 'See [Label of x#e-y](https://kb.example/x#e-y).'],
  ['a link to a record', 'Until [the *last* one](x#e-y) was back.', 'Until [the *last* one](https://kb.example/x#e-y) was back.'],
  ['a link to what is not shown', 'Like [another](gone).', 'Like another.'],
  ['a web link', '[out](https://example.org/a)', '[out](https://example.org/a)'],
  ['a quotation', '<Quote of="s#k-a" />', '> We will.\n>\n> [Lin Ek, Acme](https://kb.example/s#k-a)'],
  ['a note with a reference in it', '<Note title="Two counts">\n\nSee <Ref to="x" />.\n\n</Note>', '**Two counts**\n\nSee [Label of x](https://kb.example/x).'],
  ['a restricted passage', '<Restricted tlp="AMBER">\n\nFew know.\n\n</Restricted>', '**TLP:AMBER**\n\nFew know.'],
  ['an abbreviation', 'The <abbr title="Windows Hardware Quality Labs">WHQL</abbr> test', 'The WHQL (Windows Hardware Quality Labs) test'],
  ['a comment', 'One {/* not for readers */}two.', 'One two.'],
  ['code that looks like a component', '`<Src id="a" />` and\n\n```\n<Ref to="x" />\n```', '`<Src id="a" />` and\n\n```\n<Ref to="x" />\n```'],
] as const)
  test(`${what} becomes plain Markdown`, () => assert.equal(toMarkdown(mdx, context).trim(), markdown))

test('a Markdown twin has all data in its front matter and names what its ids stand for', () => {
  const knowledge = knowledgeOf()
  const entry = entryOf(knowledge, '2026-01-05-router-outage')
  const text = markdownTwin(knowledge, entry, markdownOf(knowledge, entry))
  const [, front = '', ...rest] = text.split('---\n')
  const body = rest.join('---\n')
  const data = parse(front) as Record<string, unknown>
  assert.deepEqual([data['id'], data['recordKind'], data['url']], [entry.id, 'incidents', 'https://kb.example/incidents/2026-01-05-router-outage/'])
  for (const [key, value] of Object.entries(entry.data)) if (!Array.isArray(value) || value.length > 0) assert.deepEqual(data[key], value, key)
  assert.match(body, /^\n# An Acme update stopped the routers of Harbor Hospital\n/)
  assert.match(body, /\[the last router was back\]\(https:\/\/kb\.example\/incidents\/2026-01-05-router-outage\/#e-back\)/)
  assert.match(body, /## Sources\n\n- `acme-report`: \[Report on the router outage\]\(https:\/\/acme\.example\/report\), Acme Networks, 9 January 2026/)
  assert.match(body, /- `acme`: \[Acme Networks\]\(https:\/\/kb\.example\/organizations\/acme\/\)/)
})

test('llms.txt names the site, its data and its records as Markdown', () => {
  const text = llms(knowledgeOf())
  assert.match(text, /^# Small\n\n> A knowledge base/)
  for (const address of ['data/knowledge.json', 'incidents/2026-01-05-router-outage.md', 'topics/staged-updates.md'])
    assert.ok(text.includes(`(https://kb.example/${address})`), address)
})
