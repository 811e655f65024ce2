import type { Knowledge } from '#knowledge/knowledge.ts'
import { newestFirst } from '#knowledge/dates.ts'
import { productsOf } from '#knowledge/products.ts'
import { stands } from '#schema/entry.ts'
import { absolute, routes } from '#urls.ts'
import { markdownLink, markdownText } from '#text/markdown.ts'
import { kinds } from '#schema/kinds.ts'
import { count } from '#text/words.ts'
import type { Kind } from '#schema/kind-names.ts'
import { labelOf, orgName } from '#views/label.ts'
import { disclosureOf, inOrder } from './twin.ts'

const LISTED = ['incidents', 'summits', 'statements', 'topics', 'controls'] as const satisfies readonly Kind[]

/**
 * `/llms.txt` (llmstxt.org): what the site is, where its data are, and its records as Markdown, for programs that read
 * text.
 */
export function llms(knowledge: Knowledge): string {
  const { site, address, today } = knowledge
  const { disclosure } = disclosureOf(knowledge)
  const link = (text: string, route: string, note: string) =>
    `- ${markdownLink(text, absolute(knowledge, route))}: ${markdownText(note)}`
  const lists = LISTED.filter((kind) => knowledge.all(kind).length > 0).map((kind) => {
    const lines = newestFirst(inOrder(knowledge).filter((entry) => entry.kind === kind && stands(entry))).map((entry) =>
      link(
        labelOf(knowledge, entry),
        routes.markdown(kind, entry.id),
        'summary' in entry.data ? entry.data.summary : entry.kind === 'topics' ? entry.data.question : entry.id,
      ),
    )
    return `## ${kinds[kind].label}\n\n${lines.join('\n')}\n`
  })
  const products = productsOf(knowledge).map(({ slug, name, org, uses }) => {
    const maker = org === undefined ? '' : `, by ${orgName(knowledge, org)}`
    return link(name, routes.product(slug), `${count(uses.length, 'incident')}${maker}`)
  })
  if (products.length > 0) lists.push(`## Products\n\n${products.join('\n')}\n`)
  const about = [
    disclosure === undefined ? undefined : `${disclosure}.`,
    `As of ${today}.`,
    site.contentLicense === undefined ? undefined : `Content under ${markdownText(site.contentLicense)}.`,
    'Every record has a Markdown twin (.md in place of the last slash of its address) and a JSON twin (.json).',
    address === undefined || !knowledge.csaf
      ? undefined
      : `An incident is also a CSAF 2.1 document: ${absolute(knowledge, routes.csaf('ID'))}.`,
  ]
  const citing =
    'Each event, finding, figure, quotation and promise has an id; cite it as the address of its record, "#" and ' +
    'that id. Claims name their sources and who asserts them; keep both when you use them.'
  const asking =
    'Editors and agents may ask these records by the Model Context Protocol, read-only: ' +
    `\`npx aftermath mcp${address === undefined ? '' : ` ${address}`}\` where the package is installed.`
  return `# ${markdownText(site.title)}

> ${markdownText(site.description)}

${about.filter((sentence) => sentence !== undefined).join(' ')}
${citing}
${asking}

## Data

${link('knowledge.json', routes.dataFile('knowledge.json'), 'every record, lossless')}
${link('knowledge.jsonl', routes.dataFile('knowledge.jsonl'), 'the same, one record per line')}
${link('refs.json', routes.dataFile('refs.json'), 'every id that can be cited')}
${link('Data', routes.data(), 'tables per kind, schemas, licence')}

${lists.join('\n')}`
}
