import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
/** A whole, honest content folder on which examples are laid. */
export const SMALL = join(root, 'tests/fixtures/small')
const PAGES = join(root, 'src/docs/rules')

/** One fenced block of a rule page; `file` is the content file that it shows all or part of. */
export interface Example {
  readonly language: string
  readonly file?: string
  readonly whole: boolean
  readonly text: string
}

/** A rule page as its test needs it. */
export interface Page {
  readonly rule: string
  readonly source: string
  readonly headings: readonly string[]
  readonly bad: readonly Example[]
  readonly output: string
  readonly good: readonly Example[]
}

function examples(section: string): Example[] {
  return [...section.matchAll(/^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', meta = '', text = '']) => {
      const file = /file="([^"]+)"/.exec(meta)?.[1]
      return { language, whole: /\bwhole\b/.test(meta), text, ...(file === undefined ? {} : { file }) }
    },
  )
}

/** The sections of a page; what looks like a heading inside a fence is none. */
function sectionsOf(source: string): { title: string; text: string }[] {
  const masked = source.replace(/^```[\s\S]*?^```$/gm, (fence) => fence.replace(/#/g, ' '))
  const starts = [...masked.matchAll(/^## (.+)$/gm)]
  return starts.map(({ 1: title = '', index }, at) => ({ title, text: source.slice(index, starts[at + 1]?.index) }))
}

/** Every rule page, by rule. */
export function readPages(): Page[] {
  return readdirSync(PAGES)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => {
      const source = readFileSync(join(PAGES, name), 'utf8')
      const sections = sectionsOf(source)
      const section = (title: string) => sections.find((one) => one.title === title)?.text ?? ''
      const shown = examples(section('What it looks like'))
      return {
        rule: name.replace(/\.mdx$/, ''),
        source,
        headings: sections.map(({ title }) => title),
        bad: shown.filter(({ file }) => file !== undefined),
        output: shown.find(({ file, language }) => file === undefined && language === 'text')?.text ?? '',
        good: examples(section('How to mend it')).filter(({ file }) => file !== undefined),
      }
    })
}

/** Top-level keys of a YAML text, each with its lines. */
const keysOf = (yaml: string): [string, string][] =>
  [...yaml.matchAll(/^([A-Za-z]\w*):[\s\S]*?(?=^[A-Za-z]\w*:|(?![\s\S]))/gm)].map(([text, key = '']) => [key, text])

/**
 * A YAML text with some keys shown first and the rest of the original after them, so that lines count as on the page.
 */
function overlaid(excerpt: string, original: string): string {
  const shown = new Set(keysOf(excerpt).map(([key]) => key))
  return (
    excerpt +
    keysOf(original)
      .filter(([key]) => !shown.has(key))
      .map(([, text]) => text)
      .join('')
  )
}

function laid({ language, whole, text }: Example, original: string | undefined): string {
  if (whole || original === undefined) return text
  const [, front, body] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(original) ?? []
  if (front === undefined || body === undefined) return overlaid(text, original)
  return language === 'mdx' ? `---\n${front}---\n${text}` : `---\n${overlaid(text, front)}---\n${body}`
}

/** Calls back with a fresh folder that holds `content/`: the small folder with examples laid over it. */
export async function withContent<T>(shown: readonly Example[], use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'aftermath-rule-'))
  try {
    cpSync(SMALL, join(folder, 'content'), { recursive: true })
    for (const example of shown) {
      const path = join(folder, 'content', example.file ?? '')
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, laid(example, existing(path)))
    }
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function existing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
