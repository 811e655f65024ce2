import type { Report } from './report.ts'

/** A record file in its two halves; the lines are how many stand before each half. */
export interface Halves {
  readonly yaml: string
  readonly yamlLine: number
  readonly body: string
  readonly bodyLine: number
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
