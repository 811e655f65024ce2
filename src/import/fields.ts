import { either } from './patterns.ts'
import { actionsOf } from './actions.ts'
import type { DayOrder } from './days.ts'
import { childrenOf, type Document, type Node, oneLine, plain, type Section } from './document.ts'
import type { DraftFields, Note } from './draft.ts'
import { figuresIn, impactParts } from './figures.ts'
import { findingsOf } from './findings.ts'
import type { Header } from './header-reader.ts'
import type { Ids } from './ids.ts'
import { detectedByOf } from './labels.ts'
import { peopleIn } from './people.ts'
import { summaryOf } from './summary.ts'

/** What sort of incident the title tells of; a fault where it tells of no other. */
export function kindOf(title: string): DraftFields['kind'] {
  if (/\bnear[- ]miss\b|\bclose call\b/i.test(title)) return 'nearMiss'
  if (/\b(?:scheduled|planned) maintenance\b/i.test(title)) return 'maintenance'
  if (
    either(
      'i',
      String.raw`\b(?:breach(?:ed)?|attack(?:ed)?|ransomware|intrusion|hack(?:ed)?|compromised?|malware)\b`,
      String.raw`\b(?:phishing|ddos)\b`,
    ).test(title)
  )
    return 'attack'
  return /\bCVE-\d{4}-\d+\b|\bvulnerabilit(?:y|ies)\b/i.test(title) ? 'vulnerability' : 'fault'
}

/** Everything but times: summary, figures, findings, actions, and who noticed. */
export function fieldsOf(
  document: Document,
  header: Header,
  { ids, order, title, notes }: { ids: Ids; order: DayOrder | undefined; title: string; notes: Note[] },
): Omit<DraftFields, 'title' | 'kind' | 'account' | 'tlp' | 'milestones' | 'timeline'> {
  const summary = summaryOf(document, header.summary, title)
  const findings = header.findings.map(({ kind, text }) => ({
    id: ids.give('f', kind === 'trigger' ? 'trigger' : 'root cause'),
    kind,
    text,
  }))
  const actions = []
  const figures = [...header.figures]
  const people = [...(header.fields.people ?? [])]
  let detectedBy = header.fields.detectedBy
  for (const section of document.sections) {
    const within = treeKind(section)
    if (within === 'actions') {
      const read = actionsOf(section.blocks, order, ids)
      actions.push(...read.actions)
      notes.push(...read.notes)
    } else if (within === 'impact') {
      const read = figuresIn(section.blocks.flatMap(({ node }) => figureLines(node)).join('\n'))
      figures.push(...read.figures)
      if (read.missed.length > 0)
        notes.push({
          line: section.line,
          message:
            `${read.missed.length === 1 ? 'a figure stays' : `${read.missed.length} figures stay`} ` +
            `in the body alone: "${oneLine(read.missed[0] ?? '').slice(0, 80)}"`,
          fix: 'add it under impact, with what it counts',
        })
    } else if (within === 'people') people.push(...peopleIn(section))
    else if (within === 'detection')
      detectedBy ??= detectedByOf(section.blocks.map(({ node }) => plain(node)).join('\n'))
    else {
      const read = findingsOf(section, ids)
      findings.push(...read.findings.map((one) => ({ ...one, kind: one.kind as 'rootCause' })))
      notes.push(...read.notes)
    }
  }
  return {
    ...(summary === undefined ? {} : { summary }),
    ...header.fields,
    ...(people.length === 0 ? {} : { people }),
    ...(detectedBy === undefined ? {} : { detectedBy }),
    ...(figures.length === 0 ? {} : { impact: impactParts(figures, ids) }),
    ...(findings.length === 0 ? {} : { findings }),
    ...(actions.length === 0 ? {} : { actions }),
  }
}

/**
 * The lines of a block that may tell figures: those of paragraphs and lists, and rows of two cells as a label with its
 * value.
 */
function figureLines(node: Node): string[] {
  if (node.type === 'paragraph' || node.type === 'list') return [plain(node)]
  if (node.type !== 'table') return []
  return node.children.flatMap((row) => {
    const [label, value, ...more] = childrenOf(row).map((cell) => oneLine(plain(cell)))
    return label && value && more.length === 0 ? [`${label}: ${value}`] : []
  })
}

/** What a section is about: by its own heading, or as part of one that lists actions or impact. */
function treeKind(section: Section): Section['kind'] {
  if (section.kind !== undefined) return section.kind
  const above = section.parent && treeKind(section.parent)
  return above === 'actions' || above === 'impact' ? above : undefined
}
