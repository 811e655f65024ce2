import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { z } from 'astro/zod'
import { KINDS } from '#schema/kind-names.ts'
import { didYouMean } from '#text/suggest.ts'
import { repeatedItem } from './menu-items.ts'
import { ownersError } from './owners-error.ts'
import { readStrings, type Strings, stringsSchema } from './strings.ts'
import { COLORS, tokensSchema, wrongColors } from './tokens.ts'

/** Components of ours that a site may replace by its own, each with the same props. */
export const COMPONENTS = {
  Head: 'shell/HeadBasics.astro',
  Header: 'shell/Header.astro',
  Footer: 'shell/Footer.astro',
  Home: 'home/HomePage.astro',
  IncidentHead: 'incident/IncidentHead.astro',
  Timeline: 'timeline/Timeline.astro',
  Event: 'timeline/Event.astro',
  StatementCard: 'record/StatementCard.astro',
  Search: 'search/SearchPage.astro',
  RecordFoot: 'record/RecordFoot.astro',
} as const
export type ComponentName = keyof typeof COMPONENTS

const componentNames = Object.keys(COMPONENTS) as [ComponentName, ...ComponentName[]]

const logo = z.strictObject({
  src: z
    .string()
    .describe(
      'Path of the picture: from the root of the project (./src/logo.svg), or of a file in public/ (/logo.svg).',
    ),
  alt: z
    .string()
    .default('')
    .describe('What it says to people who do not see it; empty where the title stands beside it.'),
  replacesTitle: z.boolean().default(false).describe('Whether the title beside it is left out.'),
})

/**
 * What `aftermath()` takes in astro.config.mjs. Everything else that an owner says stands in `site.yaml` of the content
 * folder.
 */
export const optionsSchema = z.strictObject({
  content: z.string().default('content').describe('Content folder, from the root of the project.'),
  logo: logo.optional().describe('A picture in the header.'),
  nav: z
    .array(
      z.strictObject({
        text: z.string().describe('Words of the link.'),
        href: z.string().describe('An address of this site that begins with "/", or a whole address.'),
      }),
    )
    .default([])
    .describe('Items of the main menu that follow those of the records.'),
  hide: z
    .array(z.enum(KINDS))
    .default([])
    .describe('Kinds of records that this site does not keep: they get no list and no place in menus.'),
  components: z
    .partialRecord(z.enum(componentNames), z.string())
    .default({})
    .describe('Components of the site’s own in place of ours: name to path from the root of the project.'),
  customCss: z
    .array(z.string())
    .default([])
    .describe('Stylesheets that follow ours: paths from the root of the project, or packages.'),
  tokens: tokensSchema.default({ colors: {}, fonts: {} }).describe('Colours and fonts in place of ours.'),
  strings: stringsSchema.optional().describe('Words of the interface in another language than English.'),
  guides: z
    .string()
    .optional()
    .describe('Folder with guides of the site’s own: .md or .mdx files with title and summary in their front matter.'),
  builtInDocs: z
    .strictObject({
      guides: z.boolean().default(true).describe('Whether the site shows the guides of Aftermath.'),
      rules: z.boolean().default(true).describe('Whether it shows a page for each rule that records are held to.'),
    })
    .default({ guides: true, rules: true })
    .describe('Pages about Aftermath that the site shows.'),
  csaf: z
    .boolean()
    .default(false)
    .describe('Whether a build writes a CSAF 2.1 document of each incident, where the site knows its own address.'),
  pictures: z.boolean().default(true).describe('Whether a build draws pictures of records for links that unfurl.'),
})

export type AftermathOptions = z.input<typeof optionsSchema>
export type Options = Omit<z.output<typeof optionsSchema>, 'strings'> & { readonly strings?: Strings }

/** What may be written at places of the options. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(optionsSchema.shape),
  components: componentNames,
  tokens: ['colors', 'fonts'],
  'tokens.colors': COLORS,
  'tokens.fonts': ['prose', 'ui', 'mono'],
  builtInDocs: ['guides', 'rules'],
  logo: ['src', 'alt', 'replacesTitle'],
  strings: ['lang', 'words'],
}

/** Names of options with what is wrong, in the words of whoever wrote them. */
function inWords(issue: z.core.$ZodIssue): string {
  const at = issue.path.length === 0 ? 'aftermath()' : `aftermath({ ${issue.path.map(String).join('.')} })`
  if (issue.code === 'unrecognized_keys') {
    const known = KEYS[issue.path.join('.')] ?? []
    return issue.keys
      .map((key) => {
        const expected = known.length === 0 ? 'no such key' : `one of ${known.join(', ')}`
        return `${at}: expected ${expected}, found "${key}".${didYouMean(key, known)}`
      })
      .join('\n')
  }
  if (issue.code === 'invalid_value') return `${at}: expected one of ${issue.values.map(String).join(', ')}`
  // Of a value in one of two forms, what is wrong with the form that it has.
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((errors) => errors.some(({ code }) => code !== 'invalid_type')) ?? []
    if (meant.length > 0)
      return meant.map((inner) => inWords({ ...inner, path: [...issue.path, ...inner.path] })).join('\n')
  }
  return `${at}: ${issue.message}`
}

const wrong = (message: string, hint: string) => ownersError(`astro.config.mjs: ${message}`, hint)

/** Whether a path names a file of the project rather than a package. */
const isFile = (path: string): boolean => /^[./]/.test(path)

/**
 * Reads the options of the integration; paths of files become absolute. `root` is the folder of the project,
 * `publicDir` that of its static files.
 * @throws AstroError that says which option, what was expected, what was found and what to type.
 */
export function readOptions(given: unknown, root: string, publicDir: string): Options {
  const { success, data, error } = optionsSchema.safeParse(given)
  if (!success)
    throw wrong(
      error.issues.map(inWords).join('\n'),
      'Correct or delete it; the guide “Make it yours” (/guides/customising/) describes every option.',
    )
  const file = (option: string, path: string, example: string): string => {
    const absolute = resolve(root, path)
    if (!existsSync(absolute))
      throw wrong(
        `aftermath({ ${option} }): expected a path from the root of the ` +
          `project, found "${path}", and there is no ${absolute}`,
        `Write it such as ${example}, or make what it names.`,
      )
    return absolute
  }
  const repeated = repeatedItem(data.nav, data.hide)
  if (repeated !== undefined) throw wrong(repeated, 'Delete one of the two, or lead it elsewhere.')
  const stylesheet = (path: string): string => {
    if (!isFile(path)) return path
    const absolute = file('customCss', path, './src/own.css')
    const [first] = wrongColors(readFileSync(absolute, 'utf8'))
    if (first === undefined) return absolute
    throw ownersError(
      `${relative(root, absolute)}:${first.line}: --color-` +
        `${first.role}: expected a colour of CSS, found "${first.found}"`,
      'Write a colour such as #0a5c36, oklch(42% 0.11 255) or light-dark(#0a5c36, #7fd6a8).',
    )
  }
  // A file of public/ keeps its address.
  const picture = (src: string): string =>
    src.startsWith('/') && existsSync(join(publicDir, src))
      ? src
      : file('logo.src', src, './src/logo.svg, or /logo.svg for a file in public/')
  const { strings, ...rest } = data
  return {
    ...rest,
    ...(strings === undefined ? {} : { strings: readStrings(strings, root) }),
    ...(data.logo === undefined ? {} : { logo: { ...data.logo, src: picture(data.logo.src) } }),
    components: Object.fromEntries(
      Object.entries(data.components).map(([name, path]) => [
        name,
        file(`components.${name}`, path, `./src/${name}.astro`),
      ]),
    ),
    customCss: data.customCss.map(stylesheet),
    ...(data.guides === undefined ? {} : { guides: file('guides', data.guides, './src/guides') }),
  }
}
