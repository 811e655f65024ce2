import type { AstroConfig } from 'astro'
import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMPONENTS, type Options } from './options.ts'
import { tokensCss } from './tokens.ts'

type VitePlugin = Extract<NonNullable<NonNullable<AstroConfig['vite']['plugins']>[number]>, { name: string }>

/** Names under which a site keeps an icon of its own in `public/`, the first that is there wins. */
const FAVICONS = ['favicon.svg', 'favicon.png', 'favicon.ico']

/** Folders of a project: its root, and that of its static files. */
interface Folders {
  readonly root: string
  readonly publicDir: string
}

const PREFIX = 'virtual:aftermath/'
const TOKENS = `${PREFIX}tokens.css`
const PACKAGE = 'astro-aftermath'

const componentFile = (path: string): string => fileURLToPath(new URL(`../components/${path}`, import.meta.url))

/** Code for the address of a file of `public/`: with the path prefix. */
const published = (route: string): string => `import.meta.env.BASE_URL.replace(/\\/$/, '') + ${JSON.stringify(route)}`

/** The logo: a file of `public/` at its own address, or one of the project that the bundler gives an address. */
function logoCode(logo: NonNullable<Options['logo']>, publicDir: string): string {
  const rest = JSON.stringify(logo)
  return existsSync(join(publicDir, logo.src))
    ? `export const logo = { ...${rest}, src: ${published(logo.src)} }`
    : `import src from ${JSON.stringify(`${logo.src}?url`)}\nexport const logo = { ...${rest}, src }`
}

/** The language of the interface and its words by those in English, where the site gives a table. */
const stringsCode = (strings: Options['strings']): string =>
  `export const lang = ${JSON.stringify(strings?.lang ?? 'en')}\nexport const words = ` +
  `${strings === undefined ? 'undefined' : JSON.stringify(strings.words)}`

/** The guides of the site’s own, from the root of the project, and whether those of ours are shown. */
function guidesCode(folder: string | undefined, builtIn: boolean): string {
  const pattern = `/${folder?.split(sep).join('/')}/*.{md,mdx}`
  const own = folder === undefined ? '{}' : `import.meta.glob(${JSON.stringify(pattern)}, { eager: true })`
  return `export const own = ${own}\nexport const builtIn = ${builtIn}`
}

/** The code of each virtual module by its name: replaceable components, the logo, and the site’s own styles. */
function modules(
  { components, customCss, logo, tokens, guides, builtInDocs, strings }: Options,
  { root, publicDir }: Folders,
): ReadonlyMap<string, string> {
  const own = Object.entries(components).map(([name, path]) => [name, relative(root, path)])
  const favicon = FAVICONS.find((name) => existsSync(join(publicDir, name)))
  const reexport = (path: string) => `export { default } from ${JSON.stringify(path)}`
  return new Map([
    ...Object.entries(COMPONENTS).map(([name, path]): [string, string] => [
      `components/${name}`,
      reexport(components[name as keyof typeof COMPONENTS] ?? componentFile(path)),
    ]),
    ['overrides', `export const overrides = ${JSON.stringify(Object.fromEntries(own))}`],
    ['styles', [TOKENS, ...customCss].map((path) => `import ${JSON.stringify(path)}`).join('\n')],
    ['tokens.css', tokensCss(tokens)],
    ['strings', stringsCode(strings)],
    ['guides', guidesCode(guides === undefined ? undefined : relative(root, guides), builtInDocs.guides)],
    ['favicon', `export const favicon = ${favicon === undefined ? 'undefined' : published(`/${favicon}`)}`],
    ['logo', logo === undefined ? 'export const logo = undefined' : logoCode(logo, publicDir)],
  ])
}

const componentType = ([name, path]: readonly [string, string]): string => {
  const ours = `${PACKAGE}/components/${path}`
  return `declare module '${PREFIX}components/${name}' {\n  export { default } from ${JSON.stringify(ours)}\n}`
}

/** Types of the virtual modules, for the editor of a site’s owner and for our own pages. */
export const MODULE_TYPES = `${Object.entries(COMPONENTS).map(componentType).join('\n')}
declare module '${PREFIX}styles' {}
declare module '${PREFIX}strings' {
  /** Language of the interface, and its words by those in English where that is another. */
  export const lang: string
  export const words: Readonly<Record<string, string | undefined>> | undefined
}
declare module '${PREFIX}guides' {
  /** Guides of the site’s own by their files, and whether those of ours are shown. */
  export const own: Readonly<Record<string, import('astro').MDXInstance<Record<string, unknown>>>>
  export const builtIn: boolean
}
declare module '${PREFIX}overrides' {
  /** Files of the site that stand in the place of components of ours, from the root of the project. */
  export const overrides: Readonly<Record<string, string | undefined>>
}
declare module '${PREFIX}favicon' {
  export const favicon: string | undefined
}
declare module '${PREFIX}logo' {
  export const logo: { readonly src: string; readonly alt: string; readonly replacesTitle: boolean } | undefined
}
`

/** A Vite plugin that gives pages what the options of the integration name. */
export function virtualModules(options: Options, folders: Folders): VitePlugin {
  const code = modules(options, folders)
  return {
    name: 'aftermath-virtual-modules',
    resolveId: (id) => (id.startsWith(PREFIX) && code.has(id.slice(PREFIX.length)) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith(`\0${PREFIX}`) ? code.get(id.slice(PREFIX.length + 1)) : undefined),
  }
}
