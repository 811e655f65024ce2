import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { tableKeys } from '#integration/strings.ts'
import { labelOf } from '#views/label.ts'
import { knowledgeOf, SMALL } from './small.ts'

/** The small folder with what it lacks: a silence, a position that changed, and enough incidents to measure. */
const CONTENT = mkdtempSync(join(tmpdir(), 'marked-content-'))
process.on('exit', () => rmSync(CONTENT, { recursive: true, force: true }))
for (const folder of [SMALL, resolve(import.meta.dirname, 'fixtures/worded')])
  cpSync(folder, CONTENT, { recursive: true })

/** First letter of an alphabet that no record here is written in (Georgian): `a` is written by it, and so on. */
const FIRST = 0x10d0

/** A message with every letter of its own replaced, so that a word beside the table shows; places in braces stay. */
const marked = (message: string) =>
  message.replace(/\{\w+\}|[a-z]/gi, (found) =>
    found.length > 1 ? found : String.fromCharCode(FIRST + found.toLowerCase().charCodeAt(0) - 97),
  )

/** Writes a project with that content folder, whose table of words is marked. */
export function writeMarkedProject(folder: string): void {
  mkdirSync(join(folder, 'src'), { recursive: true })
  writeFileSync(
    join(folder, 'words.json'),
    JSON.stringify(Object.fromEntries(tableKeys().map((key) => [key, marked(key)]))),
  )
  writeFileSync(
    join(folder, 'src/content.config.ts'),
    `import { aftermathCollections } from 'astro-aftermath/content'\n\nexport const collections = aftermathCollections()\n`,
  )
  writeFileSync(
    join(folder, 'astro.config.mjs'),
    `import aftermath from 'astro-aftermath'
import { defineConfig } from 'astro/config'

export default defineConfig({
  integrations: [
    aftermath({
      content: ${JSON.stringify(CONTENT)},
      strings: { lang: 'ka', words: './words.json' },
      builtInDocs: { guides: false, rules: false },
      pictures: false,
    }),
  ],
})
`,
  )
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}

const oneSpace = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What the records themselves say, and what they are called. */
function ownTexts(): { readonly whole: string; readonly leaves: readonly string[] } {
  const knowledge = knowledgeOf(CONTENT)
  const files = globSync('**/*.{md,mdx,yaml}', { cwd: CONTENT }).map((file) =>
    readFileSync(join(CONTENT, file), 'utf8'),
  )
  // The title of an inquiry is put together, by the table.
  const titles = knowledge.entries.flatMap((entry) => (entry.kind === 'inquiries' ? [] : labelOf(knowledge, entry)))
  const leaves = files
    .map((text) => (text.startsWith('---\n') ? (text.split('---\n')[1] ?? '') : text))
    .flatMap((text) => leavesOf(parse(text)))
    .concat(titles)
    .map(oneSpace)
    .filter((text) => text.length > 3)
  return { whole: oneSpace(files.join(' ')), leaves: leaves.toSorted((a, b) => b.length - a.length) }
}

const { whole, leaves } = ownTexts()
/** What is called the same in every language: formats, files, keys, and the site. */
const NAMES = /\b(?:UTC|JSON|CSAF|SVG|PNG|Enter|Small|[a-z]+\.(?:json|jsonl|csv|ics))\b/g

/** Texts of a page that hold a word which is neither marked nor of a record. */
export const strays = (texts: readonly string[]): string[] => [
  ...new Set(
    texts.map(oneSpace).filter((text) => {
      if (!/[a-z]{2}/i.test(text) || whole.includes(text)) return false
      const rest = leaves.reduce(
        (left, leaf) => left.replaceAll(leaf.toLowerCase(), ' '),
        text.replace(NAMES, ' ').toLowerCase(),
      )
      return /[a-z]{2}/i.test(rest)
    }),
  ),
]
