import assert from 'node:assert/strict'
import test from 'node:test'
import { parse } from 'yaml'
import type { BodyContext } from '#content/prose/body-context.ts'
import { markdownTwin } from '#exports/markdown.ts'
import { llms } from '#exports/llms.ts'
import { markdownOf, toMarkdown } from '#content/render/markdown.ts'
import { readMarkdown } from '../hostile/read-markdown.ts'
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
  [
    'a link to a record',
    'Until [the *last* one](x#e-y) was back.',
    'Until [the *last* one](https://kb.example/x#e-y) was back.',
  ],
  ['a link to what is not shown', 'Like [another](gone).', 'Like another.'],
  ['a web link', '[out](https://example.org/a)', '[out](https://example.org/a)'],
  ['a quotation', '<Quote of="s#k-a" />', '> We will.\n>\n> [Lin Ek, Acme](https://kb.example/s#k-a)'],
  [
    'a note with a reference in it',
    '<Note title="Two counts">\n\nSee <Ref to="x" />.\n\n</Note>',
    '**Two counts**\n\nSee [Label of x](https://kb.example/x).',
  ],
  ['a restricted passage', '<Restricted tlp="AMBER">\n\nFew know.\n\n</Restricted>', '**TLP:AMBER**\n\nFew know.'],
  [
    'an abbreviation',
    'The <abbr title="Windows Hardware Quality Labs">WHQL</abbr> test',
    'The WHQL (Windows Hardware Quality Labs) test',
  ],
  ['a comment', 'One {/* not for readers */}two.', 'One two.'],
  ['a literal', 'One {"[two](x)"}{" "}{3}.', 'One \\[two]\\(x) 3.'],
  ['a reference after an exclamation mark', 'Look!<Ref to="x" />', 'Look\\![Label of x](https://kb.example/x)'],
  [
    'a title of a note, as a literal too',
    '<Note title={"<b>[y](z)"}>\n\nWords.\n\n</Note>',
    '**\\<b>\\[y]\\(z)**\n\nWords.',
  ],
  [
    'a picture',
    '<Figure src="a.png" alt="x](y" caption="1. <b>" />',
    '![x\\](y](https://kb.example/a.png)\n\n1\\. \\<b>',
  ],
  [
    'keys, raised and lowered text',
    'Press <kbd>F8</kbd>: 10<sup>6</sup> CO<sub>2</sub><br />and on',
    'Press <kbd>F8</kbd>: 10<sup>6</sup> CO<sub>2</sub>\\\nand on',
  ],
  [
    'a list with a list in it',
    '1. One\n2. Two\n   - [x] three\n   - [ ] four',
    '1. One\n2. Two\n   - [x] three\n   - [ ] four',
  ],
  ['a list of paragraphs', '- One\n\n  two\n\n- Three', '- One\n\n  two\n\n- Three'],
  [
    'a table',
    '| a | b |\n|:--|--:|\n| x `c\\|d` | **y** \\| z |',
    '| a | b |\n| :- | -: |\n| x `c\\|d` | **y** \\| z |',
  ],
  [
    'a quotation with a heading and code',
    '> ## One\n>\n> ```js\n> a\n>\n> b\n> ```',
    '> ## One\n>\n> ```js\n> a\n>\n> b\n> ```',
  ],
  ['a link with a title', '[a](https://x.example/b_(c) "d \\" e")', '[a](https://x.example/b_\\(c\\) "d \\" e")'],
  ['a web address in a sentence', 'See https://x.example/a_b.', 'See [https://x.example/a_b](https://x.example/a_b).'],
  ['code with backquotes', 'A `` `b` `` c', 'A `` `b` `` c'],
  [
    'code that looks like a component',
    '`<Src id="a" />` and\n\n```\n<Ref to="x" />\n```',
    '`<Src id="a" />` and\n\n```\n<Ref to="x" />\n```',
  ],
] as const)
  test(`${what} becomes plain Markdown`, () => assert.equal(toMarkdown(mdx, context).trim(), markdown))

for (const [what, mdx] of [
  ['a fence that plain Markdown does not know', '    ```\n<script>alert(1)</script>\n    ```'],
  ['a tag alone on its line, which begins HTML', '<sub>\n\\<script>alert(1)\\</script>\n</sub>'],
  ['the same with code in it', '<sub>\n`<script>alert(1)</script>`\n</sub>'],
  ['a link put together around an empty literal', '[a]{""}(javascript:alert(1))'],
  ['a link put together around what is not shown', '[a]<Src id="gone" />(javascript:alert(1))'],
  ['a link put together from literals', '{"["}a{"]"}(javascript:alert(1))'],
  ['a tag put together from literals', '{"<"}script{">"}alert(1){"<"}/script{">"}'],
  ['an abbreviation', 'a <abbr title="[y](javascript:alert(1)) <img src=x onerror=alert(1)>">b</abbr>'],
  ['a definition', '{"[a]: javascript:alert(1)"}\n\n[a]'],
] as const)
  test(`${what} does not become markup in plain Markdown`, () => {
    const { html, schemes } = readMarkdown(toMarkdown(mdx, { ...context, source: () => undefined }))
    assert.deepEqual([html.filter((tag) => !/^<\/?(?:kbd|sub|sup)>$/.test(tag)), [...schemes]], [[], []])
  })

test('a Markdown twin has all data in its front matter and names what its ids stand for', () => {
  const knowledge = knowledgeOf()
  const entry = entryOf(knowledge, '2026-01-05-router-outage')
  const text = markdownTwin(knowledge, entry, markdownOf(knowledge, entry))
  const [, front = '', ...rest] = text.split('---\n')
  const body = rest.join('---\n')
  const data = parse(front) as Record<string, unknown>
  assert.deepEqual(
    [data['id'], data['recordKind'], data['url']],
    [entry.id, 'incidents', 'https://kb.example/incidents/2026-01-05-router-outage/'],
  )
  for (const [key, value] of Object.entries(entry.data))
    if (!Array.isArray(value) || value.length > 0) assert.deepEqual(data[key], value, key)
  assert.match(body, /^\n# An Acme update stopped the routers of Harbor Hospital\n/)
  assert.match(
    body,
    /\[the last router was back\]\(https:\/\/kb\.example\/incidents\/2026-01-05-router-outage\/#e-back\)/,
  )
  assert.match(
    body,
    /## Sources\n\n- `acme-report`: \[Report on the router outage\]\(https:\/\/acme\.example\/report\), Acme Networks, 9 January 2026/,
  )
  assert.match(body, /- `acme`: \[Acme Networks\]\(https:\/\/kb\.example\/organizations\/acme\/\)/)
})

test('llms.txt names the site, its data and its records as Markdown', () => {
  const text = llms(knowledgeOf())
  assert.match(text, /^# Small\n\n> A knowledge base/)
  for (const address of ['data/knowledge.json', 'incidents/2026-01-05-router-outage.md', 'topics/staged-updates.md'])
    assert.ok(text.includes(`(https://kb.example/${address})`), address)
})
