import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileOf, type Synthetic } from './synthetic.ts'

const CONFIG = `import mdx from '@astrojs/mdx'
export default { integrations: [mdx()], trailingSlash: 'always', devToolbar: { enabled: false } }
`
const COLLECTIONS = `import { glob } from 'astro/loaders'
import { defineCollection } from 'astro:content'
export const collections = { records: defineCollection({ loader: glob({ base: 'content', pattern: '**/*.mdx' }) }) }
`
const PAGE = `---
import { getCollection, render } from 'astro:content'
import Part from '../Part.astro'
export const getStaticPaths = async () => (await getCollection('records')).map((record) => ({ params: { path: record.id }, props: { record } }))
const { record } = Astro.props
const { Content } = await render(record)
---
<html lang="en"><head><title>{record.data.title ?? record.id}</title></head><body><main data-pagefind-body><h1>{record.data.title ?? record.id}</h1><pre>{JSON.stringify(record.data, null, 1)}</pre><Content components={{ Ref: Part, Src: Part }} /></main></body></html>
`
const PART = '---\nconst { to, id } = Astro.props\n---\n<a href={`/${to ?? id}/`}>{to ?? id}</a>'
const RUN = `import { build } from 'astro'
import { createIndex } from 'pagefind'
await build({ root: '.', logLevel: 'warn' })
process.stderr.write('Indexing\\n')
const { index } = await createIndex({})
await index.addDirectory({ path: 'dist' })
await index.writeFiles({ outputPath: 'dist/pagefind' })
await index.deleteIndex()
`

/**
 * Writes a plain Astro site of the same records: @astrojs/mdx, one page per record with its data and text, Pagefind
 * after it.
 */
export function writePlain(folder: string, records: readonly Synthetic[]): void {
  const files: Record<string, string> = {
    'astro.config.mjs': CONFIG,
    'src/content.config.ts': COLLECTIONS,
    'src/pages/[...path].astro': PAGE,
    'src/Part.astro': PART,
    'run.mjs': RUN,
    'package.json': '{ "type": "module" }\n',
  }
  for (const record of records) {
    const [file, text] = fileOf(record)
    files[`content/${file.replace(/\.yaml$/, '.mdx')}`] = file.endsWith('.mdx') ? text : `---\n${text}---\n`
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}
