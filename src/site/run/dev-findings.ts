import type { AstroIntegration } from 'astro'
import { join } from 'node:path'
import { checkContent } from '#cli/check-content.ts'
import { pretty } from '#cli/report/pretty.ts'
import type { Finding } from '#core/schema/finding.ts'
import type { Settings } from '#reader/settings.ts'

const shown = ({ file, line, column, message, fix }: Finding) => `${file}:${line}:${column} ${message}${fix === undefined ? '' : `\n  ${fix}`}`

/** The errors as the page shows them over itself; the place of the first can be opened in an editor. */
function overlay(errors: readonly Finding[], content: string) {
  const [first] = errors
  if (!first) return undefined
  const file = join(content, first.file)
  return { type: 'error' as const, err: { plugin: 'content', message: errors.map(shown).join('\n\n'), stack: '', id: file, loc: { file, line: first.line, column: first.column } } }
}

/**
 * In development, everything that `npm run check` finds: in the terminal at the start and after each change of the content, and its
 * errors over the page until they are mended.
 */
export function devFindings(settings: Settings): AstroIntegration {
  return {
    name: 'dev-findings',
    hooks: {
      'astro:server:setup': ({ server }) => {
        let said = ''
        let current: ReturnType<typeof overlay>
        const look = () => {
          const { findings } = checkContent(settings)
          const text = pretty(findings, { color: false, folder: settings.content })
          // One save can be told of more than once.
          if (text !== said) process.stderr.write(text === '' ? 'No findings.\n' : text)
          said = text
          const before = current
          current = overlay(
            findings.filter(({ level }) => level === 'error'),
            settings.content,
          )
          if (current) server.ws.send(current)
          else if (before) server.ws.send({ type: 'full-reload' })
        }
        look()
        server.watcher.on('all', (_event, path) => {
          if (path.startsWith(settings.content)) look()
        })
        server.ws.on('connection', () => {
          if (current) server.ws.send(current)
        })
      },
    },
  }
}
