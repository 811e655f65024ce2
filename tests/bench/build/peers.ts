import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type PlainIncident, textOf } from './incidents.ts'

/** Exact versions, so that two runs compare with the same; they are installed for the benchmark alone. */
const PEERS = {
  '@11ty/eleventy': '3.1.8',
  '@astrojs/starlight': '0.42.4',
  astro: '7.3.3',
  pagefind: '1.5.2',
  sharp: '0.35.5',
} as const

/** Another generator: its name, the files of a site of the same text, what writes the site, and where. */
export interface Peer {
  readonly name: string
  readonly files: (made: readonly PlainIncident[]) => Readonly<Record<string, string>>
  readonly out: string
}

const INDEXED = `const { index } = await createIndex({})
await index.addDirectory({ path: OUT })
await index.writeFiles({ outputPath: OUT + '/pagefind' })
await index.deleteIndex()
await close()
`

const LAYOUT = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><main data-pagefind-body>
<h1>{{ title }}</h1><p>{{ summary }}</p>
<ol>{% for event in timeline %}<li id="{{ event.id }}"><time>{{ event.at }}</time> <b>{{ event.title }}</b> {{ event.text }}</li>{% endfor %}</ol>
{{ content | safe }}
</main></body></html>
`

const ELEVENTY: Peer = {
  name: 'Eleventy, bare template, Pagefind',
  out: '_site',
  files: (made) => ({
    'content/_includes/incident.njk': LAYOUT,
    'content/incidents/incidents.json': '{ "layout": "incident.njk" }\n',
    'run.mjs': `import Eleventy from '@11ty/eleventy'
import { createIndex, close } from 'pagefind'
const OUT = '_site'
await new Eleventy('content', OUT, { quietMode: true }).write()
${INDEXED}`,
    ...Object.fromEntries(made.map((one) => [`content/incidents/${one.name}.md`, textOf(one)])),
  }),
}

// Starlight has no place for events: they stand in the text, as its users write them.
const eventsAsText = ({ data, body }: PlainIncident): string => {
  const events = data['timeline'] as readonly Readonly<Record<'at' | 'title' | 'text', string>>[]
  return `${events.map(({ at, title, text }) => `1. ${at} **${title}** ${text}`).join('\n')}\n\n${body}`
}

const STARLIGHT: Peer = {
  name: 'Starlight',
  out: 'dist',
  files: (made) => ({
    'astro.config.mjs': `import starlight from '@astrojs/starlight'
export default { integrations: [starlight({ title: 'Bench', sidebar: [] })] }
`,
    'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
import { defineCollection } from 'astro:content'
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }
`,
    'run.mjs': `import { build } from 'astro'
await build({ root: '.', logLevel: 'warn' })
`,
    ...Object.fromEntries(
      made.map((one) => [
        `src/content/docs/incidents/${one.name}.md`,
        `---\ntitle: ${JSON.stringify(one.data['title'])}\ndescription: ` +
          `${JSON.stringify(one.data['summary'])}\n---\n\n${eventsAsText(one)}`,
      ]),
    ),
  }),
}

/** The package file of a site of a peer: Astro looks there for the packages that it bundles itself. */
export const PACKAGE = `${JSON.stringify({ private: true, type: 'module', dependencies: PEERS }, undefined, 2)}\n`

export const ALL_PEERS: readonly Peer[] = [ELEVENTY, STARLIGHT]

/** Writes files below a folder. */
export function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}

/** Installs the other generators into a folder, once; sites below that folder find them. */
export function installPeers(folder: string): void {
  const done = join(folder, 'installed')
  if (existsSync(done)) return
  rmSync(folder, { recursive: true, force: true })
  writeAll(folder, { 'package.json': PACKAGE })
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--silent'], {
    cwd: folder,
    stdio: 'inherit',
  })
  writeFileSync(done, '')
}
