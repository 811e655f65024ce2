import mdx from '@astrojs/mdx'
import tailwindcss from '@tailwindcss/vite'
import type { AstroConfig, AstroIntegration } from 'astro'
import { AstroError } from 'astro/errors'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readSettings, SettingError, type Settings } from '#content/settings.ts'
import { startDrawing } from '#extras/pictures/start.ts'
import { cacheFolder, workFolder } from '#extras/cache.ts'
import { checkBeforeBuild, progress } from '#integration/check-before-build.ts'
import { followInDevelopment } from '#integration/dev-server.ts'
import { finishBuild } from '#integration/finish-build.ts'
import { headersOf } from '#integration/headers.ts'
import { injectedRoutes, leftOut } from '#integration/injected-routes.ts'
import { collectionsFile, CollectionsError, readSchemas } from '#integration/own-fields.ts'
import { ownersError } from '#integration/owners-error.ts'
import { withContent } from '#integration/project-content.ts'
import { type AftermathOptions, type Options, readOptions } from '#integration/options.ts'
import { getKnowledge, siteContentOf, startSession } from '#integration/session.ts'
import { refuseShadows, shadows } from '#integration/shadowed-records.ts'
import { tameRequests } from '#integration/tame-requests.ts'
import { repair, restore, sweep } from '#integration/swap.ts'
import { checkTarget } from '#integration/target.ts'
import { MODULE_TYPES, virtualModules } from '#integration/virtual-modules.ts'

import { ExtensionError, type Schemas } from '#schema/extend.ts'

export type { AftermathOptions } from '#integration/options.ts'

type Setup = Parameters<NonNullable<AstroIntegration['hooks']['astro:config:setup']>>[0]

const folderUrl = (folder: string): URL => pathToFileURL(`${folder}/`)

/**
 * Collections cannot be injected, and without them Astro would go on with whatever an earlier build left in its cache.
 */
function requireCollections({ srcDir }: AstroConfig): string {
  const folder = fileURLToPath(srcDir)
  const file = collectionsFile(folder)
  if (file !== undefined) return file
  throw ownersError(
    `expected ${join(folder, 'content.config.ts')}, found no such file`,
    [
      'Create it with these lines:',
      '',
      "import { aftermathCollections } from 'astro-aftermath/content'",
      'export const collections = aftermathCollections()',
    ].join('\n'),
  )
}

/** Schemas of the records with the site’s own fields; what is wrong with these is said as a fault of its file. */
async function schemasOf({ srcDir }: AstroConfig): Promise<Schemas> {
  try {
    return await readSchemas(fileURLToPath(srcDir))
  } catch (error) {
    if (error instanceof CollectionsError || error instanceof ExtensionError)
      throw ownersError(error.message, 'Correct that file; the guide “Make it yours” (/guides/customising/) shows one.')
    throw error
  }
}

/** Settings of this run: environment first (the command line puts its flags there), then astro.config.mjs. */
function settingsOf(config: AstroConfig, options: Options, schemas: Schemas): Settings {
  const root = fileURLToPath(config.root)
  const given = {
    content: process.env['AFTERMATH_CONTENT'] || resolve(root, options.content),
    out: process.env['AFTERMATH_OUT'] || fileURLToPath(config.outDir),
    site: process.env['AFTERMATH_SITE'] || config.site,
    base: process.env['AFTERMATH_BASE'] || config.base,
  }
  try {
    const settings = readSettings(given, process.env, process.cwd(), Date.now())
    const added = options.nav.map(({ text, href }) => ({ text, route: href }))
    return {
      ...settings,
      schemas,
      menu: { added, hidden: options.hide, without: leftOut(options) },
      csaf: options.csaf,
      pictures: options.pictures && process.env['AFTERMATH_OG'] !== '0',
    }
  } catch (error) {
    if (error instanceof SettingError)
      throw new AstroError(error.message, 'Change it in the environment or on the command line.')
    throw error
  }
}

/**
 * Warnings about nothing that an owner can change: Astro's own "use astro:head-inject" in compiled MDX, once per page,
 * and the time that plugins take on a slow machine.
 */
const QUIET = { moduleLevelDirective: false, bundlerTimings: false } as const

/** Whether a path is that of a folder, or lies in it. */
const within = (folder: string, path: string) => path === folder || path.startsWith(`${folder}/`)

/** Whether a path is what a build writes: the output folder, or a folder of work of this site or of one below it. */
const written = (root: string, out: string) => (path: string) =>
  within(out, path) ||
  (within(root, path) &&
    path
      .slice(root.length)
      .split('/')
      .includes(basename(workFolder(root))))

/** What Astro is told, whatever the command: the strict policy of the pages, and where the site stands. */
const configFor = (settings: Settings, options: Options, config: AstroConfig) => ({
  base: settings.base === '/' ? '/' : `${settings.base}/`,
  ...(settings.site === undefined ? {} : { site: settings.site }),
  cacheDir: folderUrl(cacheFolder(fileURLToPath(config.root), settings)),
  trailingSlash: 'always' as const,
  // Inline elements on lines of their own keep the space between them.
  compressHTML: true,
  // The front matter of records is completed in editors by the schemas of their kinds.
  experimental: { contentIntellisense: true },
  build: { assets: '_assets', inlineStylesheets: 'never' as const },
  // A highlighter writes style attributes, which a strict Content-Security-Policy refuses.
  markdown: { syntaxHighlight: false as const },
  vite: {
    plugins: [
      tailwindcss({ optimize: false }),
      virtualModules(options, { root: fileURLToPath(config.root), publicDir: fileURLToPath(config.publicDir) }),
    ],
    build: {
      // Nothing small is written into pages or styles: the policy allows no inline script or font.
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Pagefind's own files are written after the build and loaded at run time.
        external: [/\/pagefind\//],
        checks: QUIET,
      },
    },
    worker: { rolldownOptions: { checks: QUIET } },
    // A build beside the development server would have every page loaded anew for each page that it writes.
    server: { watch: { ignored: [written(resolve(fileURLToPath(config.root)), settings.out)] } },
  },
})

/**
 * Checks the content, then has Astro build into a scratch folder that takes the place of the last build when all is
 * well.
 */
async function setUpBuild(settings: Settings, root: string, { updateConfig }: Setup): Promise<void> {
  checkTarget(settings, root)
  await repair(settings.out)
  sweep(workFolder(root), /^build-(\d+)-\w+$/)
  const readings = checkBeforeBuild(settings)
  startSession(settings, siteContentOf(readings.shown))
  mkdirSync(workFolder(root), { recursive: true })
  // Never the folder of an earlier build in this process: Node would give its pages again, with what they remember.
  const scratch = mkdtempSync(join(workFolder(root), `build-${process.pid}-`))
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
  progress('Building pages …')
  const kept = join(cacheFolder(root, settings), 'pictures')
  const drawing = settings.pictures ? startDrawing(readings.shown, kept) : undefined
  updateConfig({ outDir: folderUrl(scratch), integrations: [finishBuild({ settings, readings, drawing })] })
}

/**
 * Aftermath as an Astro integration: a knowledge base of incident postmortems and vendor coordination out of a folder
 * of records. In short: it reads and checks the content, injects its pages, and when they are built adds data files,
 * feeds and a search index.
 * @param given options, all with defaults; see `integration/options.ts`.
 */
export default function aftermath(given: AftermathOptions = {}): AstroIntegration {
  let settings: Settings | undefined
  let command: Setup['command'] | undefined
  // Whether a page may call getCollection(): those of the site’s own, and those with a component of its own.
  let asksCollections: (route: string) => boolean = () => true
  let hasOwnComponents = false
  let isServing = false
  let warnOfShadows = () => {}
  const integration: AstroIntegration = {
    name: 'astro-aftermath',
    hooks: {
      'astro:config:setup': async (setup) => {
        const { addWatchFile, config, injectRoute, updateConfig } = setup
        command = setup.command
        const root = fileURLToPath(config.root)
        const options = readOptions(given, root, fileURLToPath(config.publicDir))
        hasOwnComponents = Object.keys(options.components).length > 0
        const collections = requireCollections(config)
        addWatchFile(collections)
        settings = settingsOf(config, options, await schemasOf(config))
        startSession(settings)
        updateConfig({ ...configFor(settings, options, config), integrations: [mdx()] })
        const pages = injectedRoutes(options.hide, leftOut(options), options.strings !== undefined)
        for (const route of pages) injectRoute(route)
        if (command === 'build') await setUpBuild(settings, root, setup)
        if (command === 'preview' || command === 'dev') tameRequests()
        if (command === 'preview') {
          restore(settings.out)
          updateConfig({
            outDir: folderUrl(settings.out),
            server: {
              headers: Object.fromEntries(headersOf(settings.out)(settings.base === '/' ? '/' : `${settings.base}/`)),
            },
          })
        }
      },
      'astro:routes:resolved': ({ routes, logger }) => {
        if (settings === undefined || command === 'preview') return
        const own = routes.filter(({ origin }) => origin === 'project').map(({ patternRegex }) => patternRegex)
        asksCollections = (route) => hasOwnComponents || own.some((pattern) => pattern.test(route))
        if (command === 'build') refuseShadows(routes, getKnowledge())
        // A development server goes on, and says what the build will refuse, as soon as it has read the records.
        warnOfShadows = () => {
          for (const { message, hint } of shadows(routes, getKnowledge())) logger.error(`${message}\n  ${hint}`)
        }
        if (isServing) warnOfShadows()
      },
      'astro:config:done': ({ injectTypes }) => {
        injectTypes({ filename: 'modules.d.ts', content: MODULE_TYPES })
      },
      'astro:server:setup': async (setup) => {
        if (settings === undefined) return
        await followInDevelopment(settings, setup, (route) => asksCollections(route))
        isServing = true
        warnOfShadows()
      },
    },
  }
  return withContent(integration, given.content)
}
