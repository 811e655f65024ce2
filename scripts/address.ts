import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '..')
const MANIFEST = 'package.json'
const SITE = 'content/site.yaml'
const SLUG = '[\\w.-]+/[\\w.-]+'
const HASH = '[0-9a-f]{40}'

/** Documents that name the address of the repository. */
export const DOCUMENTS = ['README.md', 'CITATION.cff', 'examples/starter/README.md', 'src/docs/guides/citing.mdx']

/**
 * Owner and name of the repository, as `repository` of package.json has them (`github:owner/name`). Throws for another
 * form.
 */
export function addressOf(manifest: string): string {
  const { repository } = z.object({ repository: z.string() }).parse(JSON.parse(manifest))
  const [, slug] = new RegExp(`^github:(${SLUG})$`).exec(repository) ?? []
  if (slug === undefined)
    throw new Error(`expected an address such as github:acme/aftermath under "repository", found "${repository}"`)
  return slug
}

/**
 * A document with the address of the repository, and, where one is given, the commit to which the action for other
 * repositories is pinned, in every place that names them: `uses:`, `--template`, `repository-code:`.
 */
export const addressed = (text: string, slug: string, commit?: string): string =>
  text
    .replace(
      new RegExp(`(uses: )${SLUG}(/\\.github/actions/references@)(${HASH})`, 'g'),
      (_all, uses: string, path: string, hash: string) => `${uses}${slug}${path}${commit ?? hash}`,
    )
    .replace(new RegExp(`(--template )${SLUG}(/examples/starter)`, 'g'), `$1${slug}$2`)
    .replace(new RegExp(`^(repository-code: https://github\\.com/)${SLUG}$`, 'm'), `$1${slug}`)

/** site.yaml with the address of the repository, from which pages make "Edit this page" and "Report an error". */
export function withRepository(site: string, slug: string): string {
  const line = `repository: https://github.com/${slug}`
  return /^repository: .*$/m.test(site) ? site.replace(/^repository: .*$/m, line) : `${site.trimEnd()}\n${line}\n`
}

/**
 * Writes an address into package.json and site.yaml where one is given, and that of package.json into the documents.
 */
function main(given: string | undefined): void {
  const change = (file: string, edit: (text: string) => string): void => {
    const path = join(root, file)
    const before = readFileSync(path, 'utf8')
    const after = edit(before)
    if (after !== before) writeFileSync(path, after)
  }
  if (given !== undefined) {
    const slug = addressOf(JSON.stringify({ repository: given }))
    change(MANIFEST, (text) => text.replace(/^( *"repository": ).*$/m, `$1"github:${slug}",`))
    change(SITE, (text) => withRepository(text, slug))
  }
  const slug = addressOf(readFileSync(join(root, MANIFEST), 'utf8'))
  const log = ['log', '-1', '--format=%H', '--', '.github/actions/references']
  const commit = execFileSync('git', log, { cwd: root, encoding: 'utf8' }).trim()
  for (const file of DOCUMENTS) change(file, (text) => addressed(text, slug, commit === '' ? undefined : commit))
}

if (import.meta.main) main(process.argv[2])
