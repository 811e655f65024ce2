import { spawn } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { watch } from './processes.ts'

/** What one run of a command took. */
export interface Measured {
  readonly seconds: number
  /**
   * Seconds of processor time of all its processes, user and system, the indexer's among them: what other work on the
   * machine changes least.
   */
  readonly processor: number
  /** Most memory that all of them held at one time, in MB. */
  readonly peakMb: number
  /**
   * Stages in order, by the line of progress each begins with, and the seconds each took by the clock and of processor,
   * the latter of the main process alone.
   */
  readonly stages: readonly { readonly name: string; readonly seconds: number; readonly processor: number }[]
}

const REPORT = pathToFileURL(join(import.meta.dirname, 'report.ts')).href

interface Line {
  readonly at: number
  readonly text: string
}

/** A stage lasts from its line of progress to that of the next, or to the end. */
function stagesOf(
  lines: readonly Line[],
  end: { readonly at: number; readonly processor: number },
): Measured['stages'] {
  const begun = lines.flatMap(({ at, text }, index) => {
    const [, processor] = /^stage (\d+)$/.exec(text) ?? []
    return processor === undefined
      ? []
      : [{ name: lines[index - 1]?.text.replace(' …', '') ?? '', at, processor: Number(processor) / 1e6 }]
  })
  return begun.map((own, index) => {
    const next = begun[index + 1] ?? end
    return { name: own.name, seconds: next.at - own.at, processor: next.processor - own.processor }
  })
}

/** Runs a script with this Node and measures it, on Linux. Rejects with what it said when it fails. */
export function measure(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const began = performance.now()
  const lines: Line[] = []
  const child = spawn(process.execPath, ['--import', REPORT, ...args], {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const used = watch(child.pid ?? 0)
  const listen = (chunk: Buffer) => {
    const at = (performance.now() - began) / 1000
    for (const text of chunk.toString().split('\n')) if (text !== '') lines.push({ at, text })
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', (code) => {
      const { processor, peakMb } = used()
      if (code !== 0)
        return failed(new Error(`${args.join(' ')} ended with ${code}:\n${lines.map(({ text }) => text).join('\n')}`))
      // The process itself ends last; those it started said so before.
      const own = lines.flatMap(({ text }) => /^used (\d+)$/.exec(text)?.[1] ?? []).at(-1)
      const seconds = (performance.now() - began) / 1000
      done({ seconds, processor, peakMb, stages: stagesOf(lines, { at: seconds, processor: Number(own) / 1e6 }) })
    })
  })
}

/** Files and bytes below a folder, by sort of file; the index is whatever lies under `pagefind/`. */
export function bytesOf(
  folder: string,
): Readonly<Record<'files' | 'all' | 'pages' | 'html' | 'css' | 'js' | 'index', number>> {
  const sum = { files: 0, all: 0, pages: 0, html: 0, css: 0, js: 0, index: 0 }
  for (const file of globSync('**/*', { cwd: folder, withFileTypes: true }).filter((item) => item.isFile())) {
    const path = join(file.parentPath, file.name)
    const { size } = statSync(path)
    sum.files += 1
    sum.all += size
    if (path.includes('/pagefind/')) sum.index += size
    else if (file.name.endsWith('.html')) [sum.pages, sum.html] = [sum.pages + 1, sum.html + size]
    else if (file.name.endsWith('.css')) sum.css += size
    else if (file.name.endsWith('.js')) sum.js += size
  }
  return sum
}
