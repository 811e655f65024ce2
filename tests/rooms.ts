/**
 * Who may import whom (docs/architecture.md, “Rooms”). A room is the longest of these folders that holds a file. Beside
 * itself it may import the rooms and packages listed; `node:*` stands for all of Node, `astro:*` for Astro’s own
 * modules, `virtual:*` for ours.
 */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/time': [],
  'src/text': ['fastest-levenshtein', 'diff'],
  'src/schema': ['src/time', 'zod'],
  'src/urls.ts': ['src/schema', 'src/text'],
  'src/knowledge': ['src/schema', 'src/text', 'src/time'],
  'src/rules': ['src/knowledge', 'src/schema', 'src/text', 'src/time'],
  // What the search box computes in the reader’s browser, so it knows neither records nor schemas.
  'src/search': ['src/text', 'src/time', 'fastest-levenshtein', 'stemmer'],
  // What the precedent finder computes, in the browser and on the command line; the shape of refs.json is that of its
  // export.
  'src/review': ['src/exports', 'src/schema', 'src/text'],
  // Views print the citations that exports write.
  'src/views': [
    'src/exports',
    'src/search',
    'src/review',
    'src/knowledge',
    'src/schema',
    'src/text',
    'src/time',
    'src/urls.ts',
  ],
  'src/exports': [
    'src/search',
    'src/review',
    'src/views',
    'src/knowledge',
    'src/schema',
    'src/text',
    'src/time',
    'src/urls.ts',
    'zod',
    'ical-generator',
    'csv-stringify',
    'feedsmith',
    'yaml',
    'schema-dts',
  ],
  // The knowledge only for its types and for the shape of a ledger.
  'src/content': [
    'src/content/body',
    'src/schema',
    'src/text',
    'src/time',
    'src/knowledge',
    'node:*',
    'yaml',
    'zod',
    'image-size',
    'sharp',
  ],
  'src/content/body': ['src/schema', 'src/text', 'satteri', 'fastest-levenshtein', 'htmlparser2'],
  'src/content/prose': ['src/schema', 'src/text', 'hast'],
  // Bodies are rendered to HTML and Markdown with the components that authors may use, and with no others.
  'src/content/render': [
    'src/content',
    'src/content/body',
    'src/content/prose',
    'src/knowledge',
    'src/schema',
    'src/text',
    'src/time',
    'src/urls.ts',
    'src/views',
    'node:*',
    'hast',
    'hast-util-sanitize',
    'hast-util-to-html',
    'lowlight',
    'mdast',
    'mdast-util-gfm',
    'mdast-util-to-markdown',
    'satteri',
  ],
  // Documents of others -> drafts of records: text in, records and notes out.
  'src/import': [
    'src/content/body',
    'src/schema',
    'src/text',
    'hast',
    'hast-util-to-mdast',
    'mdast-util-gfm',
    'mdast-util-to-markdown',
    'satteri',
    'yaml',
    'zod',
  ],
  // One check for the command line, for builds and for development.
  'src/check': ['src/content', 'src/knowledge', 'src/rules', 'src/schema', 'src/text', 'node:*'],
  // The action that other repositories call, bundled into one file; of the forge it knows only an interface.
  'src/action': ['src/check', 'src/exports', 'src/review', 'src/text', 'node:*', 'zod'],
  'src/components': [
    'src/exports',
    'src/review',
    'src/search',
    'src/views',
    'src/schema',
    'src/text',
    'src/time',
    'src/urls.ts',
    'src/elements',
    'src/styles',
    'astro',
    'virtual:*',
    '@fontsource-variable/*',
  ],
  // Files that visitors ask for are made in the browser by the exports, of a record’s JSON.
  'src/elements': ['src/exports', 'src/search', 'src/review', 'src/views', 'src/text', 'src/time'],
  'src/styles': [],
  'src/routes': [
    'src/integration',
    'src/views',
    'src/exports',
    'src/knowledge',
    'src/schema',
    'src/urls.ts',
    'src/components',
    'astro',
    'virtual:*',
  ],
  // Threads and caches, for the extras and for builds.
  'src/extras': ['src/content', 'node:*'],
  // What an audit compares is text, whatever made it.
  'src/extras/audit': [
    'src/extras',
    'src/check',
    'src/content',
    'src/exports',
    'src/knowledge',
    'src/review',
    'src/schema',
    'src/search',
    'src/time',
    'src/views',
    'node:*',
    'htmlparser2',
    'sharp',
  ],
  // Draws pictures of records on a thread of its own, with the site’s own fonts.
  'src/extras/pictures': [
    'src/extras',
    'src/exports',
    'src/knowledge',
    'src/views',
    'src/urls.ts',
    'node:*',
    '@takumi-rs/core',
    'fontkitten',
  ],
  // How the site hangs in Astro: options, settings of a run, hooks, files that are no pages, and the swap of builds.
  'src/integration': [
    'src/check',
    'src/content',
    'src/content/render',
    'src/exports',
    'src/extras',
    'src/extras/audit',
    'src/extras/pictures',
    'src/knowledge',
    'src/schema',
    'src/search',
    'src/text',
    'src/urls.ts',
    'src/views',
    'astro',
    'node:*',
    'pagefind',
    'yaml',
  ],
  'src/index.ts': [
    'src/integration',
    'src/schema',
    'src/content',
    'src/extras',
    'src/extras/pictures',
    '@astrojs/mdx',
    '@tailwindcss/vite',
    'astro',
    'node:*',
  ],
  'src/content.ts': ['src/integration', 'src/schema', 'astro', 'astro:*'],
  'src/content.config.ts': ['astro-aftermath'],
  // The command that keeps an issue asks the forge as the action does.
  'src/cli': [
    'src/action',
    'src/check',
    'src/content',
    'src/content/render',
    'src/extras',
    'src/integration',
    'src/extras/audit',
    'src/import',
    'src/review',
    'src/views',
    'src/exports',
    'src/knowledge',
    'src/schema',
    'src/text',
    'src/time',
    'src/urls.ts',
    'astro',
    'node:*',
    'zod',
    '@clack/prompts',
    '@modelcontextprotocol/sdk',
    'csv-parse',
    'yaml',
  ],
}

const inside = (path: string, room: string) => path === room || path.startsWith(`${room}/`)

/** The room of a path of ours; undefined for packages and for what has no room. */
export const roomOf = (path: string): string | undefined =>
  Object.keys(ROOMS)
    .filter((room) => inside(path, room))
    .sort((a, b) => b.length - a.length)[0]

/** What an import is called in the table: a room, or a package without its subpath. */
export function destination(imported: string): string {
  const [first = '', second = ''] = imported.split('/')
  if (first === 'src') return roomOf(imported) ?? imported
  for (const family of ['node:', 'astro:', 'virtual:']) if (imported.startsWith(family)) return `${family}*`
  return first === '@fontsource-variable' ? `${first}/*` : first.startsWith('@') ? `${first}/${second}` : first
}
