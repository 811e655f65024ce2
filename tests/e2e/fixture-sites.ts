import { cpSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { test as base } from '@playwright/test'
import { astroBuild, buildOrThrow, writeFiles } from '../build/site.ts'
import { writeMarkedProject } from '../marked-words.ts'
import { serve } from '../serve.ts'
import { timelineFiles } from './timeline-fixture.ts'
import { oddFiles } from './log-fixture.ts'
import { revisedFiles } from './revised-fixture.ts'

const FIXTURES = resolve(import.meta.dirname, '../fixtures')
const NOW = '2026-06-01'
const BUILT = resolve(import.meta.dirname, '../../.aftermath/fixture-sites')

/** A record that one site has and the other lacks, both found by the same word. */
const topic = (name: string) => ({
  [`topics/${name}.yaml`]:
    `question: "Should ${name} kestrels be fed?"\ndescription: About kestrels.\nhistory: [{ ` +
    `revision: 1, date: "2026-01-01", type: addition, summary: First recorded. }]\n`,
})

const federation = (names: readonly string[]) =>
  `federation:\n${names.map((name) => `  - { name: ${name}, url: "${peerAddress(name)}" }\n`).join('')}`

/** The made-up address of another site in the federation: tests answer for it. */
export const peerAddress = (name: string): string => `https://${name.toLowerCase()}.test`

/** The peers of the `revised` site, of which a test makes what it wants. */
export const PEERS = ['Copycat', 'Broken', 'Silent'] as const

interface FixtureSite {
  readonly base: string
  readonly files: () => Record<string, string>
}

/**
 * Sites of their own for what the content of this repository does not have. Each is built once in a run, before the
 * tests that need it. `revised`: the small folder with revised, renamed and withdrawn records. `large`: the folder of
 * forty events with timelines at their edges, and a book of two thousand entries. `worded`: a project with the small
 * folder and a table of words in which every letter is marked.
 */
const SITES = {
  revised: {
    base: 'small',
    files: () => ({
      ...revisedFiles(),
      ...topic('harbour'),
      'site.yaml': readFileSync(join(FIXTURES, 'small/site.yaml'), 'utf8') + federation(PEERS),
    }),
  },
  large: {
    base: 'forty',
    files: () => ({
      ...oddFiles(),
      ...timelineFiles(),
      ...topic('meadow'),
      'site.yaml': `title: Large\ndescription: Odd timelines and long lists.\n${federation(['Theirs'])}`,
    }),
  },
} as const satisfies Readonly<Record<string, FixtureSite>>

export type SiteName = keyof typeof SITES | 'worded'
export const siteNames = [...Object.keys(SITES), 'worded'] as SiteName[]

/** The folder into which a site is built. */
export const builtSite = (name: SiteName): string => join(BUILT, name, 'out')

/** Builds a site anew; throws with what the build said where it fails. */
export function buildFixtureSite(name: SiteName): void {
  const content = join(BUILT, name, 'content')
  rmSync(join(BUILT, name), { recursive: true, force: true })
  if (name === 'worded') {
    writeMarkedProject(join(BUILT, name))
    const { status, said } = astroBuild(join(BUILT, name), { AFTERMATH_OUT: builtSite(name), AFTERMATH_NOW: NOW })
    if (status !== 0) throw new Error(said)
    return
  }
  cpSync(join(FIXTURES, SITES[name].base), content, { recursive: true })
  writeFiles(content, SITES[name].files())
  buildOrThrow(content, builtSite(name), ['--now', NOW], { AFTERMATH_OG: '0' })
}

/** The whole address of a path of a site. */
export type Sites = Readonly<Record<SiteName, (path: string) => string>>

/** Tests that look at these sites: each worker serves them. */
export const test = base.extend<object, { sites: Sites }>({
  sites: [
    async ({}, use) => {
      const servers = await Promise.all(
        siteNames.map(async (name) => [name, await serve(builtSite(name), '/', 0)] as const),
      )
      const address = ([name, server]: (typeof servers)[number]) => {
        const { port } = server.address() as AddressInfo
        return [name, (path: string) => `http://127.0.0.1:${port}${path}`] as const
      }
      await use(Object.fromEntries(servers.map(address)) as Sites)
      for (const [, server] of servers) server.close()
    },
    { scope: 'worker' },
  ],
})
