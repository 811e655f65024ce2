import type { Report } from './report.ts'

/** A record file in its two halves; the lines are how many stand before each half. */
export interface Halves {
  readonly yaml: string
  readonly yamlLine: number
  readonly body: string
  readonly bodyLine: number
}

/**
 * Splits a Markdown file, which needs no front matter: one that begins otherwise, or whose first line of --- is a rule
 * and is never closed before an empty line, is all body. Front matter of other formats is reported.
 */
export function splitMarkdown(text: string, file: string, report: Report): Halves | undefined {
  const [first = '', second = ''] = text.split('\n')
  if (/^(?:\+\+\+|;;;)\s*$/.test(first) || /^---(?:toml|json)\s*$/.test(first)) {
    report.add('front-matter', file, {
      message: `expected front matter in YAML between two lines of ---, found "${first.trim()}"`,
      fix: 'write title: and date: between two lines of ---, or take the front matter out',
    })
    return undefined
  }
  const isRule = /^---\s*$/.test(first) && second.trim() === ''
  if (!/^---\s*$/.test(first) || isRule) return { yaml: '', yamlLine: 0, body: text, bodyLine: 0 }
  return splitFrontMatter(text, file, report)
}

/** Splits `---`, YAML, `---`, body. Reports a missing fence with what to type. */
export function splitFrontMatter(text: string, file: string, report: Report): Halves | undefined {
  const lines = text.split('\n')
  const close = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line))
  if (!/^---\s*$/.test(lines[0] ?? '') || close === -1) {
    const missing = /^---\s*$/.test(lines[0] ?? '') ? 'a closing line of ---' : '--- on the first line'
    report.add('front-matter', file, {
      message: `expected front matter between two lines of ---, found no ${missing.replace('a ', '')}`,
      fix: `add ${missing}`,
    })
    return undefined
  }
  return {
    yaml: lines.slice(1, close).join('\n'),
    yamlLine: 1,
    body: lines.slice(close + 1).join('\n'),
    bodyLine: close + 1,
  }
}
