import type { AstroIntegration } from 'astro'
import { join } from 'node:path'
import { audienceOf, checkContent, everybody, type ToCheck } from '#check/check-content.ts'
import { pretty } from '#check/pretty.ts'
import { readEquivalents } from '#content/equivalents-file.ts'
import { emptyReadCache, type ReadCache } from '#content/read-cache.ts'
import { readContents } from '#content/read.ts'
import type { Settings } from '#content/settings.ts'
import { siteContextOf } from '#content/site-context.ts'
import { link } from '#knowledge/knowledge.ts'
import type { Finding } from '#schema/finding.ts'
import { filesOf, type SiteFile } from './files.ts'
import { followContent } from './follow-content.ts'
import { searchIndex } from './search-index.ts'
import { getSiteContent, siteContentOf, startSession } from './session.ts'

type ServerSetup = NonNullable<AstroIntegration['hooks']['astro:server:setup']>
type DevServer = Parameters<ServerSetup>[0]['server']

const printed = ({ file, line, column, message, fix }: Finding) =>
  `${file}:${line}:${column} ${message}${fix === undefined ? '' : `\n  ${fix}`}`

// So long after the last request a page has loaded what it is made of.
const QUIET_MS = 500

/** The errors as the page shows them over itself; the place of the first can be opened in an editor. */
function overlay(errors: readonly Finding[], content: string) {
  const [first] = errors
  if (!first) return undefined
  const file = join(content, first.file)
  return {
    type: 'error' as const,
    err: {
      plugin: 'content',
      message: errors.map(printed).join('\n\n'),
      stack: '',
      id: file,
      loc: { file, line: first.line, column: first.column },
    },
  }
}

/**
 * Reads once for the check, which sees everything, and for the pages, which show what the audience of a build would
 * see, and drafts.
 */
function read(settings: Settings, cache: ReadCache) {
  const audiences = [
    audienceOf(settings, false),
    { ...audienceOf(settings, true), drafts: true },
    everybody(settings),
  ] as const
  const [content, shown, open] = readContents(settings.content, audiences, settings.schemas, cache)
  const toCheck: ToCheck = { content, open: open.entries, ledgers: ['open', 'restricted'] }
  return { toCheck, reading: siteContentOf(link(shown.entries, siteContextOf(settings, shown.site))) }
}

/**
 * Answers with the files that are no pages, and with the search index: each is made when it is asked for, anew after a
 * change.
 */
function serveFiles(server: DevServer, settings: Settings): { forget: () => void } {
  const make = async (): Promise<ReadonlyMap<string, SiteFile>> => {
    const content = getSiteContent()
    const index = await searchIndex(content, readEquivalents(settings.content))
    const indexed = index.map(({ path, content: bytes }): SiteFile => ({
      route: `/${path}`,
      type: path.endsWith('.js')
        ? 'text/javascript'
        : path.endsWith('.json')
          ? 'application/json'
          : 'application/octet-stream',
      content: () => bytes,
    }))
    return new Map([...filesOf(content.knowledge), ...indexed].map((file) => [file.route, file]))
  }
  let files: Promise<ReadonlyMap<string, SiteFile>> | undefined
  const prefix = settings.base.replace(/\/$/, '')
  const isFile = /\.[a-z_]+$/i
  server.middlewares.use((request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    // Vite has taken the prefix off by now, unless it was started without one.
    const route = decodeURIComponent(pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname)
    if (!isFile.test(route)) return next()
    const answer = async () => {
      files ??= make()
      const file = (await files).get(route)
      if (file === undefined) return next()
      const content = await file.content()
      response.setHeader('content-type', file.type)
      response.end(content)
    }
    answer().catch((error: unknown) => {
      files = undefined
      next(error)
    })
  })
  return {
    forget: () => {
      files = undefined
    },
  }
}

/**
 * In development, what follows from the content: records, files and search index at the start and after each save, and
 * everything that `aftermath check` finds, in the terminal and, where it is an error, over the page until it is mended.
 */
export async function followInDevelopment(settings: Settings, { server, refreshContent }: Parameters<ServerSetup>[0]) {
  let lastPrinted = ''
  let errors: ReturnType<typeof overlay>
  const cache = emptyReadCache()
  const look = () => {
    const { toCheck, reading } = read(settings, cache)
    startSession(settings, reading)
    const { findings } = checkContent(settings, false, undefined, toCheck)
    const text = pretty(
      findings.filter(({ level }) => level !== 'hint'),
      { color: false, folder: settings.content },
    )
    if (text !== lastPrinted) process.stderr.write(text === '' ? 'No findings.\n' : text)
    lastPrinted = text
    errors = overlay(
      findings.filter(({ level }) => level === 'error'),
      settings.content,
    )
  }
  look()
  const served = serveFiles(server, settings)
  let [asked, changed] = [0, 0]
  let moment = 0
  // For getCollection() in pages of the site’s own; ours ask the reading itself. Astro’s copy takes as long as all
  // records together, so it waits until the open page has been answered with all that it loads.
  let isCopyOld = false
  let quiet: NodeJS.Timeout | undefined
  const copySoon = () => {
    clearTimeout(quiet)
    quiet = setTimeout(() => {
      isCopyOld = false
      void refreshContent?.({})
    }, QUIET_MS)
  }
  server.middlewares.use((request, _response, next) => {
    if (request.headers.accept?.includes('text/html')) asked = ++moment
    if (isCopyOld) copySoon()
    next()
  })
  followContent(settings.content, server.watcher, () => {
    look()
    served.forget()
    changed = ++moment
    // Astro remembers which pages there are until it hears this.
    for (const { name, hot } of Object.values(server.environments))
      if (name !== 'client') hot.send('astro:content-changed', {})
    server.ws.send({ type: 'full-reload' })
    isCopyOld = true
    copySoon()
  })
  server.ws.on('connection', () => {
    // A page that was on its way during a change has missed it.
    if (changed > asked) server.ws.send({ type: 'full-reload' })
    else if (errors) server.ws.send(errors)
  })
}
