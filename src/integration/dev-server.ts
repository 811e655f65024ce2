import type { AstroIntegration } from 'astro'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { audienceOf, checkContent, everybody, type ToCheck } from '#check/check-content.ts'
import { pretty } from '#check/pretty.ts'
import { readSearchWordings } from '#content/search-wordings.ts'
import { emptyReadCache, type ReadCache } from '#content/read-cache.ts'
import { readContents } from '#content/read.ts'
import type { Settings } from '#content/settings.ts'
import { siteContextOf } from '#content/site-context.ts'
import { link } from '#knowledge/knowledge.ts'
import type { Finding } from '#schema/finding.ts'
import { routes } from '#urls.ts'
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
// Work is not put off for longer than this, however many requests come.
const LATEST_MS = 3000

/**
 * Keeps work until no request has come for a while, so that a page that loads need not wait for it: `later` gives it,
 * in place of what was given under its name before, and `putOff` puts it off once more.
 */
function whenQuiet(): { later: (name: string, work: () => void) => void; putOff: () => void } {
  const waiting = new Map<string, () => void>()
  let quiet: NodeJS.Timeout | undefined
  let latest = 0
  const putOff = () => {
    clearTimeout(quiet)
    if (waiting.size === 0) return
    const work = () => {
      const all = [...waiting.values()]
      waiting.clear()
      for (const one of all) one()
    }
    quiet = setTimeout(work, Math.max(0, Math.min(QUIET_MS, latest - Date.now())))
  }
  const later = (name: string, work: () => void) => {
    if (waiting.size === 0) latest = Date.now() + LATEST_MS
    waiting.set(name, work)
    putOff()
  }
  return { later, putOff }
}

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

/** What a request asks for, without the base: Vite has taken it off by now, unless it was started without one. */
function routeOf({ url = '/' }: IncomingMessage, settings: Settings): string {
  const prefix = settings.base.replace(/\/$/, '')
  const { pathname } = new URL(url, 'http://localhost')
  return decodeURIComponent(pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname)
}

type Files = ReadonlyMap<string, SiteFile>

const byRoute = (files: readonly SiteFile[]): Files => new Map(files.map((file) => [file.route, file]))

const typeOf = (path: string): string => {
  if (path.endsWith('.js')) return 'text/javascript'
  return path.endsWith('.json') ? 'application/json' : 'application/octet-stream'
}

/** The search index as files; it takes as long as all other work after a change. */
async function indexFiles(settings: Settings): Promise<Files> {
  const index = await searchIndex(getSiteContent(), readSearchWordings(settings.content))
  return byRoute(index.map(({ path, content }) => ({ route: `/${path}`, type: typeOf(path), content: () => content })))
}

const isIndexed = (route: string): boolean => [routes.pagefind(), routes.search()].some((at) => route.startsWith(at))

/**
 * Answers with the files that are no pages, and with the search index: each of both is made when a file of it is asked
 * for, anew after a change.
 */
function serveFiles(server: DevServer, settings: Settings): { forget: () => void } {
  let files: Files | undefined
  let index: Promise<Files> | undefined
  const forget = () => {
    files = undefined
    index = undefined
  }
  const made = (route: string): Files | Promise<Files> =>
    isIndexed(route) ? (index ??= indexFiles(settings)) : (files ??= byRoute(filesOf(getSiteContent().knowledge)))
  const isFile = /\.[a-z_]+$/i
  server.middlewares.use((request, response, next) => {
    const route = routeOf(request, settings)
    if (!isFile.test(route)) return next()
    const answer = async () => {
      const file = (await made(route)).get(route)
      if (file === undefined) return next()
      const content = await file.content()
      response.setHeader('content-type', file.type)
      response.end(content)
    }
    answer().catch((error: unknown) => {
      forget()
      next(error)
    })
  })
  return { forget }
}

/**
 * In development, what follows from the content: records, files and search index at the start and after each save, and
 * everything that `aftermath check` finds, in the terminal and, where it is an error, over the page until it is mended.
 *
 * `asksCollections` tells of a route whether its page may call `getCollection()`.
 */
export async function followInDevelopment(
  settings: Settings,
  { server, refreshContent }: Parameters<ServerSetup>[0],
  asksCollections: (route: string) => boolean,
) {
  let lastPrinted = ''
  let errors: ReturnType<typeof overlay>
  const cache = emptyReadCache()
  const take = (): ToCheck => {
    const { toCheck, reading } = read(settings, cache)
    startSession(settings, reading)
    return toCheck
  }
  const check = (toCheck: ToCheck) => {
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
  check(take())
  const served = serveFiles(server, settings)
  const { later, putOff } = whenQuiet()
  let [asked, changed] = [0, 0]
  let moment = 0
  // Astro’s copy of the records, for getCollection(), takes as long as all records together. Pages of ours ask the
  // reading itself, so it is made for the first page that may ask for it, which waits; and while no such page is under
  // way, because Astro keeps the old copy for good where a page reads it as the new one is written.
  let isCopyOld = false
  let copied: Promise<unknown> = Promise.resolve()
  const underWay = new Set<Promise<unknown>>()
  server.middlewares.use((request, response, next) => {
    if (request.headers.accept?.includes('text/html')) asked = ++moment
    putOff()
    if (!asksCollections(routeOf(request, settings))) return next()
    if (isCopyOld) {
      isCopyOld = false
      copied = Promise.allSettled([copied, ...underWay])
        .then(() => refreshContent?.({}))
        .catch((error: unknown) => {
          isCopyOld = true
          throw error
        })
    }
    // From now on, since whoever asks may leave while the page waits.
    const answered = new Promise((done) => response.once('close', done))
    copied.then(() => {
      underWay.add(answered)
      void answered.then(() => underWay.delete(answered))
      next()
    }, next)
  })
  followContent(settings.content, server.watcher, () => {
    const toCheck = take()
    served.forget()
    changed = ++moment
    // Astro remembers which pages there are until it hears this.
    for (const { name, hot } of Object.values(server.environments))
      if (name !== 'client') hot.send('astro:content-changed', {})
    // Errors of before are of no use to a page that loads anew; those of now are sent when they are known.
    errors = undefined
    server.ws.send({ type: 'full-reload' })
    isCopyOld = true
    later('check', () => {
      check(toCheck)
      if (errors) server.ws.send(errors)
    })
  })
  server.ws.on('connection', () => {
    // A page that was on its way during a change has missed it.
    if (changed > asked) server.ws.send({ type: 'full-reload' })
    else if (errors) server.ws.send(errors)
  })
}
