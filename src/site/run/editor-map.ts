import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { kinds } from '#core/schema/kinds.ts'
import { KINDS } from '#core/schema/kind-names.ts'
import { schemaFiles } from '#cli/schemas/write-schemas.ts'

const WITH_BODY = KINDS.filter((kind) => kinds[kind].body)

function write(path: string, text: string): void {
  let before: string | undefined
  try {
    before = readFileSync(path, 'utf8')
  } catch {
    before = undefined
  }
  if (before !== text) writeFileSync(path, text)
}

/**
 * Tells Astro's language server which schema the front matter of each `.mdx` record has, where it looks for it: in the folder
 * `.astro/collections` of a workspace. Writes the schemas, and gives what writes the list of files, for now and after each change of
 * the content. Files that cannot be read are listed, too: they need help most.
 */
export function editorMap(root: string, content: string): () => void {
  const folder = join(root, '.astro/collections')
  mkdirSync(folder, { recursive: true })
  const schemas = new Map(schemaFiles())
  for (const kind of WITH_BODY) write(join(folder, `${kind}.schema.json`), schemas.get(`${kind}.json`) ?? '')
  return () => {
    const entries = WITH_BODY.flatMap((kind) =>
      // The server compares addresses in small letters, without escapes.
      globSync(`${kind}/**/*.mdx`, { cwd: content }).map((file) => [decodeURIComponent(pathToFileURL(join(content, file)).href).toLowerCase(), kind]),
    )
    write(join(folder, 'collections.json'), JSON.stringify({ collections: WITH_BODY.map((name) => ({ name, hasSchema: true })), entries: Object.fromEntries(entries) as unknown }))
  }
}
