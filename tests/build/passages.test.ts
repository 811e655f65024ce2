import assert from 'node:assert/strict'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import sharp from 'sharp'
import { SMALL } from '../content-folder.ts'
import { freshFolder } from '../fresh-folder.ts'
import { buildSite, builtTexts } from './site.ts'

const INCIDENT = 'incidents/2026-01-05-router-outage'

/** Every form in which a passage may stand in a body, each with words of its own. */
const BODY = `
Harbor paid <Restricted tlp="AMBER">a sum of tektite to Acme</Restricted> in May.

- First item
- <Restricted tlp="AMBER">Second item with quartzite words inside it</Restricted>

| Who | What |
|---|---|
| Harbor | <Restricted tlp="AMBER">a cell whose basalt words few may read</Restricted> |

<Restricted tlp="AMBER">

## A heading of obsidian for some readers

Words with \`code of the felsite kind\` and [a link to the gneiss pages](https://example.org/gneiss-place).

![A drawing of the rhyolite rack](rack.png)

\`\`\`
a block of dolerite code lines
\`\`\`

</Restricted>

## A heading <Restricted tlp="AMBER">with a gabbro end</Restricted>

In **bold <Restricted tlp="AMBER">words of marble</Restricted>** and
[a link <Restricted tlp="AMBER">to travertine</Restricted>](https://example.org/).

<Restricted tlp="AMBER">

> A quotation of schist.

- One
  - Another

    <Restricted tlp="RED">

    Deep words of komatiite.

    | Sum |
    |---|
    | a cell of peridotite |

    </Restricted>

</Restricted>

<Restricted tlp="AMBER"><Figure src="rack.png" alt="The rack seen from the porphyry side" caption="Where the andesite cable ran along" /></Restricted>
`
const WORDS = [
  'tektite',
  'quartzite',
  'basalt',
  'obsidian',
  'felsite',
  'gneiss',
  'rhyolite',
  'dolerite',
  'porphyry',
  'andesite',
  'gabbro',
  'marble',
  'travertine',
  'schist',
]
/** Words of a passage within a passage, which only the fewest read. */
const DEEPER = ['komatiite', 'peridotite']

async function content(): Promise<string> {
  const folder = freshFolder()
  cpSync(SMALL, join(folder, 'content'), { recursive: true })
  const file = join(folder, 'content', `${INCIDENT}.mdx`)
  writeFileSync(file, readFileSync(file, 'utf8') + BODY)
  const picture = { create: { width: 8, height: 8, channels: 3 as const, background: '#333' } }
  await sharp(picture).png().toFile(join(folder, 'content/incidents/rack.png'))
  return folder
}

test('passages in every form are built for the audiences that may read them, and for no other', async () => {
  const folder = await content()
  // The two levels between are cut as these are; tests/content/body/restricted-passages.property.test.ts reads for all
  // five.
  for (const [audience, reads] of [
    ['CLEAR', []],
    ['AMBER', WORDS],
    ['RED', [...WORDS, ...DEEPER]],
  ] as const) {
    const out = join(folder, audience)
    const { status, said } = buildSite(join(folder, 'content'), out, ['--audience', audience, '--now', '2026-06-01'])
    assert.equal(status, 0, `${audience}: ${said}`)
    const texts = builtTexts(out)
    const page = texts.get(`${INCIDENT}/index.html`) ?? ''
    assert.deepEqual(
      [...WORDS, ...DEEPER].filter((word) => page.includes(word)),
      reads,
      audience,
    )
    const hidden = [...WORDS, ...DEEPER].filter((word) => !reads.some((read) => read === word))
    const all = [...texts].flatMap(([file, text]) =>
      hidden.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`),
    )
    assert.deepEqual(all, [], audience)
    if (reads.length > 0) continue
    assert.ok(![...texts.keys()].some((file) => file.endsWith('rack.png')), 'nor is the picture published')
  }
})
