import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Command } from '../command.ts'
import { done, UsageError } from '../context.ts'
import { PublishedSite } from '../mcp/published-site.ts'

const PACKAGE = '@modelcontextprotocol/sdk'
const manifest = z.object({ version: z.string() })

/**
 * The part that needs the SDK, which a site that serves no agents does not install. Throws a UsageError that says how
 * to get it.
 */
async function serving(): Promise<typeof import('../mcp/serve.ts')> {
  try {
    return await import('../mcp/serve.ts')
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      error.code === 'ERR_MODULE_NOT_FOUND' &&
      error.message.includes(PACKAGE)
    )
      throw new UsageError(`expected the package ${PACKAGE}, found none. Type: npm install ${PACKAGE}`)
    throw error
  }
}

export const mcpCommand: Command = {
  name: 'mcp',
  summary: 'Serve a built site to editors and agents by the Model Context Protocol, on standard input and output.',
  positionals: ['[SITE]'],
  flags: {},
  notes: [
    'SITE is the folder of a built site (default: dist) or its address; AFTERMATH_TOKEN is ' +
      'sent to an address that asks for a login. Tools, which only read: search, get, ' +
      'position, precedents, cite. What they know is what the build shows its audience.',
    `Needs ${PACKAGE} beside the package: npm install ${PACKAGE}.`,
  ],
  async run(context, given) {
    const { serverOf, serveOnStdio } = await serving()
    const site = new PublishedSite(context, given.positionals[0] ?? context.env['AFTERMATH_OUT'] ?? 'dist')
    // Whoever serves no site is told now, and not by the first answer.
    await site.refs()
    const { version } = manifest.parse(
      JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')),
    )
    await serveOnStdio(serverOf(site, version))
    return done('')
  },
}
