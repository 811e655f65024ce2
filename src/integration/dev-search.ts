import type { AstroIntegration } from 'astro'
import { link } from '#knowledge/knowledge.ts'
import { readEquivalents } from '#content/equivalents-file.ts'
import { readContent } from '#content/read.ts'
import type { Settings } from '#content/settings.ts'
import { worldOf } from '#content/world.ts'
import { searchIndex } from './search-index.ts'

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json' }

/**
 * Search in development: the index is made from the content when it is first asked for, and again after a change; pages need
 * not be built for it.
 */
export function devSearch(settings: Settings): AstroIntegration {
  const make = async () => {
    const { entries, site } = readContent(settings.content, {
      level: settings.audience,
      now: settings.now,
      drafts: true,
    })
    const files = await searchIndex(link(entries, worldOf(settings, site)), readEquivalents(settings.content))
    return new Map(files.map(({ path, content }) => [`/${path}`, content]))
  }
  let index: ReturnType<typeof make> | undefined
  const prefix = settings.base.replace(/\/$/, '')
  return {
    name: 'dev-search',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        server.watcher.on('all', (_event, path) => {
          if (path.startsWith(settings.content)) index = undefined
        })
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(prefix, '')
          if (!path.startsWith('/pagefind/') && !/^\/search\/\w+\.json$/.test(path)) return next()
          index ??= make()
          index.then(
            (files) => {
              const content = files.get(path)
              if (!content) return next()
              response.setHeader('content-type', TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
              response.end(content)
            },
            (error: unknown) => {
              index = undefined
              logger.warn(`no search: ${error instanceof Error ? error.message : String(error)}`)
              next()
            },
          )
        })
      },
    },
  }
}
