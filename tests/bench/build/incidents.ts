import { stringify } from 'yaml'

const WORDS = (
  'the update reached hosts that were online and each one read new file stopped before rollback was seen ' +
  'by fleet team vendor customer service region request change alarm queue network limit signal record ' +
  'source stage review capacity restart config driver sensor kernel policy test release'
).split(' ')

/**
 * One incident as a team would write it: its name, its front matter, its text, and how often each section of it comes.
 */
export interface PlainIncident {
  readonly name: string
  readonly data: Readonly<Record<string, unknown>>
  readonly body: string
}

const pad = (number: number) => String(number).padStart(2, '0')

/**
 * Incidents of about `size` characters with 12 events each, in plain Markdown that every generator reads: headings,
 * paragraphs, lists, a table, code. The same for the same numbers.
 */
export function plainIncidents(count: number, size = 16_000): PlainIncident[] {
  let state = 7
  const next = (limit: number) => {
    // Numerical Recipes; any fixed sequence would do.
    state = (state * 1664525 + 1013904223) % 4294967296
    return Math.floor((state / 4294967296) * limit)
  }
  const words = (length: number) => Array.from({ length }, () => WORDS[next(WORDS.length)]).join(' ')
  const sentence = () => `A ${words(8 + next(10))}.`
  const paragraph = () => `${sentence()} *${sentence()}* ${sentence()} **${words(3)}** ${sentence()}`
  const blocks = [
    () => `## The ${words(3)} ${next(1000)}`,
    paragraph,
    paragraph,
    () => Array.from({ length: 4 }, () => `- ${sentence()}`).join('\n'),
    () =>
      `| Time | What |\n| --- | --- ` +
      `|\n${Array.from({ length: 5 }, () => `| 04:${10 + next(50)} | ${sentence()} |`).join('\n')}`,
    paragraph,
    () => `\`\`\`json\n{"file": ${next(1000)}, "state": {"seen": true}}\n\`\`\``,
  ]
  return Array.from({ length: count }, (_, index) => {
    const day = `20${pad(10 + (index % 15))}-${pad(1 + (index % 12))}-${pad(1 + (index % 28))}`
    const data = {
      title: `The ${words(6)} number ${index}`,
      summary: sentence(),
      kind: 'fault',
      severity: 'major',
      timeline: Array.from({ length: 12 }, (_, at) => ({
        id: `e-${at}`,
        at: `${day}T${pad(at)}:${pad(next(60))}Z`,
        kind: at === 0 ? 'onset' : at === 11 ? 'recovery' : 'context',
        title: `The team saw ${words(6)}`,
        text: sentence(),
      })),
    }
    let body = ''
    const front = stringify(data).length
    for (let at = 0; front + body.length < size; at += 1) body += `${blocks[at % blocks.length]?.() ?? ''}\n\n`
    return { name: `${day}-incident-${index}`, data, body }
  })
}

/** The file of such an incident. */
export const textOf = ({ data, body }: PlainIncident): string =>
  `---\n${stringify(data, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })}---\n\n${body}`
