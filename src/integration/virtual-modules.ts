import type { AstroConfig } from 'astro'
import { fileURLToPath } from 'node:url'
import { COMPONENTS, type Options } from './options.ts'

type VitePlugin = Extract<NonNullable<NonNullable<AstroConfig['vite']['plugins']>[number]>, { name: string }>

const PREFIX = 'virtual:aftermath/'
const PACKAGE = 'astro-aftermath'

const componentFile = (path: string): string => fileURLToPath(new URL(`../components/${path}`, import.meta.url))

/** The code of each virtual module by its name: replaceable components, the logo, and the site’s own styles. */
function modules({ components, customCss, logo }: Options): ReadonlyMap<string, string> {
  const reexport = (path: string) => `export { default } from ${JSON.stringify(path)}`
  return new Map([
    ...Object.entries(COMPONENTS).map(([name, path]): [string, string] => [
      `components/${name}`,
      reexport(components[name as keyof typeof COMPONENTS] ?? componentFile(path)),
    ]),
    ['styles', customCss.map((path) => `import ${JSON.stringify(path)}`).join('\n')],
    [
      'logo',
      logo === undefined
        ? 'export const logo = undefined'
        : `import src from ${JSON.stringify(`${logo.src}?url`)}\nexport const logo = { ...${JSON.stringify(logo)}, src }`,
    ],
  ])
}

const componentType = ([name, path]: readonly [string, string]): string => {
  const ours = `${PACKAGE}/components/${path}`
  return `declare module '${PREFIX}components/${name}' {\n  export { default } from ${JSON.stringify(ours)}\n}`
}

/** Types of the virtual modules, for the editor of a site’s owner and for our own pages. */
export const MODULE_TYPES = `${Object.entries(COMPONENTS).map(componentType).join('\n')}
declare module '${PREFIX}styles' {}
declare module '${PREFIX}logo' {
  export const logo: { readonly src: string; readonly alt: string; readonly replacesTitle: boolean } | undefined
}
`

/** A Vite plugin that gives pages what the options of the integration name. */
export function virtualModules(options: Options): VitePlugin {
  const code = modules(options)
  return {
    name: 'aftermath-virtual-modules',
    resolveId: (id) => (id.startsWith(PREFIX) && code.has(id.slice(PREFIX.length)) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith(`\0${PREFIX}`) ? code.get(id.slice(PREFIX.length + 1)) : undefined),
  }
}
