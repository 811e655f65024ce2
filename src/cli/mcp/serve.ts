import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { z } from 'zod'
import { FORM_NAMES } from '#exports/cite.ts'
import { KINDS } from '#schema/kind-names.ts'
import { UsageError } from '../context.ts'
import { cite, get, position, precedents, search } from './answers.ts'
import type { PublishedSite } from './published-site.ts'

const INSTRUCTIONS =
  'Records of incidents, statements and promises, each with sources. Cite by reference (id#part@r3); keep who ' +
  'asserts a claim and which source it has. An answer without a record is no evidence that nothing happened.'
const READ = { readOnlyHint: true, destructiveHint: false, idempotentHint: true } as const
const reference = z.string().describe('Reference: record-id, record-id#part, with @r3 to name a revision.')

/** An answer as the protocol wants it; what was asked wrongly is an answer, too, so that it can be asked better. */
async function answer(make: () => Promise<unknown>) {
  try {
    const made = await make()
    return {
      content: [{ type: 'text' as const, text: typeof made === 'string' ? made : JSON.stringify(made, null, 2) }],
    }
  } catch (error) {
    const text = error instanceof UsageError ? error.message : 'the data of the site could not be read'
    return { content: [{ type: 'text' as const, text }], isError: true }
  }
}

/** The tools over a built site; all of them only read. */
export function serverOf(site: PublishedSite, version: string): McpServer {
  const server = new McpServer({ name: 'aftermath', version }, { instructions: INSTRUCTIONS })
  server.registerTool(
    'search',
    {
      description: 'Finds records and parts by words; answers with references, passages and addresses, best first.',
      inputSchema: {
        query: z.string().min(1).max(500).describe('Words to look for.'),
        kind: z.enum(KINDS).optional().describe('Only records of this kind.'),
        most: z.int().min(1).max(50).default(10).describe('How many answers at most.'),
      },
      annotations: READ,
    },
    ({ query, kind, most }) => answer(() => search(site, query, kind, most)),
  )
  server.registerTool(
    'get',
    { description: 'A record or one part of it, with its sources.', inputSchema: { reference }, annotations: READ },
    (given) => answer(() => get(site, given.reference)),
  )
  server.registerTool(
    'position',
    {
      description: 'What an organization held on a topic as of a day, with the statement that says so.',
      inputSchema: {
        organization: z.string().describe('Id of the organization.'),
        topic: z.string().optional().describe('Id of the topic; without it, all.'),
        asOf: z.string().optional().describe('Day, 2024-09-12; without it, the day of the build.'),
      },
      annotations: READ,
    },
    ({ organization, topic, asOf }) => answer(() => position(site, organization, topic, asOf)),
  )
  server.registerTool(
    'precedents',
    {
      description: 'Incidents whose lesson may apply to a change, with review questions; nothing for everyday changes.',
      inputSchema: { change: z.string().min(1).describe('A diff, a list of files, a paragraph or a stack trace.') },
      annotations: READ,
    },
    ({ change }) => answer(() => precedents(site, change)),
  )
  server.registerTool(
    'cite',
    {
      description: 'A citation of a record or part that pins its published revision.',
      inputSchema: { reference, form: z.enum(FORM_NAMES).default('markdown').describe('Form of the citation.') },
      annotations: READ,
    },
    (given) => answer(() => cite(site, given.reference, given.form)),
  )
  return server
}

/** Serves the tools on standard input and output until the other side closes them. */
export async function serveOnStdio(server: McpServer): Promise<void> {
  const transport = new StdioServerTransport()
  const closed = new Promise<void>((done) => {
    server.server.onclose = done
    process.stdin.once('end', done)
  })
  await server.connect(transport)
  await closed
}
