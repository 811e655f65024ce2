/**
 * Who may import whom (CONTRIBUTING, “How the code is laid out”). A room is the longest of these folders that holds a file. Beside
 * itself it may import the rooms and packages listed; `node:*` stands for all of Node, `astro:*` for Astro’s own modules.
 */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/core/time': [],
  'src/core/text': ['fastest-levenshtein', 'diff'],
  'src/core/schema': ['src/core/time', 'zod'],
  'src/core/routes.ts': ['src/core/schema'],
  'src/core/graph': ['src/core/schema', 'src/core/text', 'src/core/time'],
  'src/core/rules': ['src/core/graph', 'src/core/schema', 'src/core/text', 'src/core/time'],
  // What the search box computes in the reader’s browser, so it knows neither records nor schemas.
  'src/core/search': ['src/core/text', 'src/core/time', 'fastest-levenshtein'],
  // What an audit compares is text, whatever made it.
  'src/core/audit': ['src/core/schema', 'src/core/time'],
  // What the precedent finder computes, in the browser and on the command line.
  'src/core/suggest': ['src/core/schema', 'src/core/text'],
  // What is wrong with references in other texts; the shape of refs.json is that of its export.
  'src/core/refs': ['src/core/exports', 'src/core/schema', 'src/core/text'],
  // Views print the citations that exports write.
  'src/core/views': [
    'src/core/exports',
    'src/core/search',
    'src/core/suggest',
    'src/core/graph',
    'src/core/schema',
    'src/core/text',
    'src/core/time',
    'src/core/routes.ts',
  ],
  'src/core/exports': [
    'src/core/search',
    'src/core/suggest',
    'src/core/views',
    'src/core/graph',
    'src/core/schema',
    'src/core/text',
    'src/core/time',
    'src/core/routes.ts',
    'zod',
    'ical-generator',
    'csv-stringify',
    'feedsmith',
    'yaml',
    'schema-dts',
  ],
  // The graph only for the shape of a world, which the reader fills from settings and site.yaml.
  'src/reader': [
    'src/core/schema',
    'src/core/text',
    'src/core/time',
    'src/core/graph',
    'node:*',
    'satteri',
    'yaml',
    'zod',
    'fastest-levenshtein',
    'image-size',
  ],
  'src/components/prose': ['src/core/schema', 'src/core/text', 'hast'],
  'src/components': [
    'src/components/prose',
    'src/core/exports',
    'src/core/suggest',
    'src/core/search',
    'src/core/views',
    'src/core/schema',
    'src/core/text',
    'src/core/time',
    'src/core/routes.ts',
    'src/elements',
    'src/styles',
    'astro',
    '@fontsource-variable/*',
  ],
  'src/elements': ['src/core/search', 'src/core/suggest', 'src/core/views', 'src/core/text', 'src/core/time'],
  'src/styles': [],
  // Bodies are rendered to HTML with the components that authors may use, and with no others.
  'src/site': [
    'src/site/beside',
    'src/reader',
    'src/core/graph',
    'src/core/schema',
    'src/core/text',
    'src/core/time',
    'src/core/routes.ts',
    'src/core/views',
    'src/core/exports',
    'src/components/prose',
    'astro',
    'astro:*',
    'node:*',
    'hast',
    'hast-util-to-html',
    'satteri',
  ],
  // Draws pictures of records on a thread of its own, with the site’s own fonts.
  'src/site/picture': ['src/core/exports', 'src/core/views', 'node:*', 'harfbuzzjs', 'woff2-encoder'],
  // Writes, on a thread of its own, what a build has beside its pages: the files of other routes, and the index of the search.
  'src/site/beside': [
    'src/site',
    'src/cli',
    'src/reader',
    'src/core/search',
    'src/core/graph',
    'src/core/schema',
    'src/core/views',
    'src/core/exports',
    'src/core/routes.ts',
    'node:*',
    'pagefind',
  ],
  // What npm scripts run, outside of Astro: it checks like the command line does, then builds, indexes and serves.
  'src/site/run': [
    'src/site/beside',
    'src/site/picture',
    'src/cli',
    'src/reader',
    'src/site',
    'src/core/graph',
    'src/core/schema',
    'src/core/views',
    'src/core/exports',
    'src/core/routes.ts',
    'astro',
    'node:*',
    'sirv',
  ],
  'src/pages': [
    'src/site',
    'src/core/views',
    'src/core/exports',
    'src/core/schema',
    'src/core/routes.ts',
    'src/components',
    'astro',
    'astro:*',
  ],
  'src/content.config.ts': ['src/site', 'src/core/schema', 'astro', 'astro:*'],
  'src/cli': [
    'src/reader',
    'src/core/audit',
    'src/core/refs',
    'src/core/suggest',
    'src/core/rules',
    'src/core/views',
    'src/core/exports',
    'src/core/graph',
    'src/core/schema',
    'src/core/text',
    'src/core/time',
    'src/core/routes.ts',
    'node:*',
    'zod',
    '@clack/prompts',
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
  for (const family of ['node:', 'astro:']) if (imported.startsWith(family)) return `${family}*`
  return first === '@fontsource-variable' ? `${first}/*` : first.startsWith('@') ? `${first}/${second}` : first
}
