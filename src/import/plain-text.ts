import { pairOf } from './labels.ts'
import { sectionOf } from './section-kinds.ts'

/** Lines that underline a title, as plain text has them. */
const RULE = /^(?:={3,}|-{3,}|~{3,}|\*{3,}|#{3,})\s*$/
const INDENTED = /^[ \t]+\S/

/** Whether a line by itself is the heading of a usual section: `ROOT CAUSE`, `Timeline:`. */
const isHeading = (line: string): boolean => {
  const clean = line.trim()
  if (clean.length > 60 || /^[-*•#>|\d]/.test(clean) || sectionOf(clean) === undefined) return false
  return /:$/.test(clean) || (clean === clean.toUpperCase() && /\p{Lu}/u.test(clean))
}

/**
 * Plain text as Markdown: its first line is the title, lines that name a section become headings, and indents do not
 * make code.
 * @param text lines that end in `\n`.
 */
export function plainTextToMarkdown(text: string): string {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => line.trim() !== '')
  const hasHeadings = lines.some((line) => /^#{1,6} /.test(line)) || /^---\s*$/.test(lines[0] ?? '')
  return lines
    .map((line, index) => {
      const next = lines[index + 1] ?? ''
      if (hasHeadings) return line
      if (index > start && RULE.test(line) && isTitle(lines[index - 1] ?? '')) return ''
      if (index === start && isTitle(line)) return `# ${line.trim()}\n`
      if (isHeading(line) || (isTitle(line) && RULE.test(next) && line.trim().length <= 60 && index > start))
        return `\n## ${line.trim()}\n`
      return INDENTED.test(line) && !/^\s*(?:[-*•]|\d+[.)])\s/.test(line) ? line.trimStart() : line
    })
    .join('\n')
}

const isTitle = (line: string): boolean =>
  line.trim().length > 2 && line.trim().length <= 150 && !/^[-*•>|:]/.test(line.trim()) && !isLabel(line)

const isLabel = (line: string): boolean => /^(?:date|start|end|author)s?$/i.test(pairOf(line)?.label ?? '')
