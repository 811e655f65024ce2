import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AstroIntegration, build } from 'astro'
import { link } from '#core/graph/knowledge.ts'
import { readSite } from '#reader/site-file.ts'
import { worldOf } from '#reader/world.ts'
import { hand } from '../reading.ts'
import { settings } from '../settings.ts'
import { ASSETS, type BundleNote, NOTE, type PageData, SERVER } from './bundle.ts'

const STUB = 'export const getStaticPaths = () => []\nexport const GET = () => new Response(null)\n'

/** In the place of the routes of files, which a build runs itself: else they would be bundled with all that they import, and never asked. */
const withoutFiles = { name: 'aftermath-pages-alone', enforce: 'pre' as const, load: (id: string) => (/[\\/]src[\\/]pages[\\/].+\.ts$/.test(id) ? STUB : undefined) }

/** Keeps what Astro made to render pages with, and has it render none. */
function keepBundle(out: string, folder: string): AstroIntegration {
  let pages: ReadonlyMap<string, PageData> = new Map()
  return {
    name: 'aftermath-bundle',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [withoutFiles] } }),
      'astro:build:setup': (found) => {
        pages = found.pages
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer({
          name: 'aftermath-bundle',
          async setup() {
            renameSync(join(out, '.prerender'), join(folder, SERVER))
            const entry = readdirSync(join(folder, SERVER)).find((file) => file.startsWith('prerender-entry')) ?? ''
            const note: BundleNote = { entry, pages: [...pages].map(([key, { styles }]) => ({ key, styles })) }
            writeFileSync(join(folder, NOTE), JSON.stringify(note))
          },
          getStaticPaths: async () => [],
          render: async () => new Response(null),
        }),
    },
  }
}

// A process of its own: who started it reads and checks the content meanwhile, and when that one ends, so does this.
process.on('disconnect', () => process.exit(1))
const [root = '', folder = ''] = process.argv.slice(2)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
// The code is the same whatever the content.
hand({ knowledge: link([], worldOf(settings, readSite(folder))), body: () => '' })
await build({ root, logLevel: 'warn', mode: 'production', integrations: [keepBundle(settings.out, folder)] })
renameSync(settings.out, join(folder, ASSETS))
process.exit()
