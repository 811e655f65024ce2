import type { AstroIntegration } from 'astro'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// The command line asks the configuration of a project for what its owner gave to the integration.
const CONTENT = Symbol.for('astro-aftermath.content')

interface Named {
  readonly [CONTENT]?: string | undefined
}

/** The integration with the content folder that its owner named, for `contentOfProject`. */
export const withContent = (integration: AstroIntegration, content: string | undefined): AstroIntegration =>
  Object.assign(integration, { [CONTENT]: content } satisfies Named)

const flat = (value: unknown): unknown[] => (Array.isArray(value) ? value.flatMap(flat) : [value])

const isNamed = (value: unknown): value is Named => typeof value === 'object' && value !== null && CONTENT in value

interface Configuration {
  readonly default?: { readonly integrations?: unknown }
}

async function configurationIn(file: string): Promise<Configuration> {
  try {
    return (await import(pathToFileURL(file).href)) as Configuration
  } catch (error) {
    throw new ConfigurationError(
      `${file} could not be read: ` +
        `${error instanceof Error ? error.message : String(error)}. ` +
        'Correct it, or name the content folder with --content.',
      { cause: error },
    )
  }
}

/** A configuration that cannot be read: says which, why, and what to do. */
export class ConfigurationError extends Error {}

/**
 * The content folder that the Astro configuration of a project names by the option `content`, as an absolute path;
 * undefined where it names none, or where there is no configuration. The file is run only when it mentions the option,
 * for that takes a second.
 * @param root folder of the project.
 * @throws ConfigurationError where the file cannot be run.
 */
export async function contentOfProject(root: string): Promise<string | undefined> {
  const file = ['mjs', 'js', 'mts', 'ts'].map((ending) => join(root, `astro.config.${ending}`)).find(existsSync)
  if (file === undefined || !/\bcontent\b["']?\s*:/.test(readFileSync(file, 'utf8'))) return undefined
  const { default: config } = await configurationIn(file)
  const named = flat(config?.integrations).find(isNamed)?.[CONTENT]
  return named === undefined ? undefined : resolve(root, named)
}
