import type { AstroIntegration } from 'astro'
import { join } from 'node:path'
import { audienceOf, checkContent, everybody, type ToCheck } from '#cli/check-content.ts'
import { pretty } from '#cli/report/pretty.ts'
import { link } from '#knowledge/knowledge.ts'
import { writeUnder } from '#urls.ts'
import type { Finding } from '#schema/finding.ts'
import { readContents } from '#content/read.ts'
import type { Settings } from '#content/settings.ts'
import { worldOf } from '#content/world.ts'
import { hand } from './reading.ts'
import { editorMap } from './editor-map.ts'
import { followContent } from './follow-content.ts'

const shown = ({ file, line, column, message, fix }: Finding) =>
  `${file}:${line}:${column} ${message}${fix === undefined ? '' : `\n  ${fix}`}`

/** The errors as the page shows them over itself; the place of the first can be opened in an editor. */
function overlay(errors: readonly Finding[], content: string) {
  const [first] = errors
  if (!first) return undefined
  const file = join(content, first.file)
  return {
    type: 'error' as const,
    err: {
      plugin: 'content',
      message: errors.map(shown).join('\n\n'),
      stack: '',
      id: file,
      loc: { file, line: first.line, column: first.column },
    },
  }
}

/** Reads once for the check, which sees everything, and for the pages, which show what the audience of a build would see, and drafts. */
function read(settings: Settings) {
  const audiences = [audienceOf(settings, false), { ...audienceOf(settings, true), drafts: true }, everybody(settings)]
  const [content, shown, open] = readContents(settings.content, audiences)
  if (!content || !shown || !open) throw new Error('a reading gave nothing')
  const toCheck: ToCheck = { content, open: open.entries, ledgers: ['open', 'restricted'] }
  return { toCheck, knowledge: link(shown.entries, worldOf(settings, shown.site)) }
}

/**
 * In development, what follows from the content: the records that pages show, at the start and after each save, and everything that
 * `npm run check` finds, in the terminal and, where it is an error, over the page until it is mended.
 */
export function devContent(settings: Settings): AstroIntegration {
  return {
    name: 'dev-content',
    hooks: {
      'astro:server:setup': async ({ server }) => {
        const { bodiesOf } = await import('#content/render/render-entry.ts')
        // Bodies are rendered outside of Astro, so the prefix has to be said.
        writeUnder(settings.base)
        let said = ''
        let errors: ReturnType<typeof overlay>
        const look = () => {
          const { toCheck, knowledge } = read(settings)
          hand({ knowledge, body: bodiesOf(knowledge) })
          const { findings } = checkContent(settings, false, undefined, toCheck)
          const text = pretty(findings, { color: false, folder: settings.content })
          if (text !== said) process.stderr.write(text === '' ? 'No findings.\n' : text)
          said = text
          errors = overlay(
            findings.filter(({ level }) => level === 'error'),
            settings.content,
          )
        }
        look()
        const listForEditors = editorMap(server.config.root, settings.content)
        listForEditors()
        let [asked, changed] = [0, 0]
        server.middlewares.use((request, _response, next) => {
          if (request.headers.accept?.includes('text/html')) asked = performance.now()
          next()
        })
        followContent(settings.content, server.watcher, () => {
          look()
          changed = performance.now()
          // Astro remembers which pages there are until it hears this.
          for (const { name, hot } of Object.values(server.environments))
            if (name !== 'client') hot.send('astro:content-changed', {})
          server.ws.send({ type: 'full-reload' })
          listForEditors()
        })
        server.ws.on('connection', () => {
          // A page that was on its way during a change has missed it.
          if (changed > asked) server.ws.send({ type: 'full-reload' })
          else if (errors) server.ws.send(errors)
        })
      },
    },
  }
}
