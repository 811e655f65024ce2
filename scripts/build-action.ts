import { resolve } from 'node:path'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '..')

/** Where the action is that other repositories call: one file, as a runner installs nothing. */
export const ACTION = resolve(root, '.github/actions/references/index.mjs')

/** The action as one file of JavaScript, the same from the same source. */
export async function bundledAction(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [resolve(root, 'src/action/index.ts')],
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    legalComments: 'inline',
    minify: true,
    write: false,
    banner: { js: '// Built by "npm run build:action" from src/action; tests/action/bundle.test.ts holds it equal.' },
  })
  return outputFiles[0]?.text ?? ''
}

if (import.meta.main) (await import('node:fs')).writeFileSync(ACTION, await bundledAction())
