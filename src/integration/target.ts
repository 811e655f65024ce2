import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { SettingError, type Settings } from '#content/settings.ts'

// What every build has, and hardly any other folder does.
const SIGNS = ['_headers', 'data/refs.json', '404.html']

/** Whether a folder holds a build, by files that every build has. */
export const isBuild = (folder: string): boolean => SIGNS.every((sign) => existsSync(join(folder, sign)))

const real = (path: string): string => (existsSync(path) ? realpathSync(path) : path)

/** Whether a folder is another or holds it. */
const holds = (outer: string, inner: string): boolean => {
  const way = relative(outer, inner)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`))
}

/**
 * Refuses to build into a folder that holds anything but an earlier build, because a build takes the place of all that
 * was there. Throws a SettingError that says what stands there and what to type.
 */
export function checkTarget({ out, content }: Pick<Settings, 'out' | 'content'>, root: string): void {
  const target = real(out)
  const refuse = (found: string) => {
    throw new SettingError(
      'AFTERMATH_OUT (--out): expected a new folder, an empty one or an earlier build, because a ' +
        `build takes the place of it; found ${found}: ${out}. Name another folder.`,
    )
  }
  if (holds(target, real(content))) refuse('a folder with the content in it')
  if (holds(real(content), target)) refuse('a folder within the content')
  if (holds(target, real(root))) refuse('a folder with the program in it')
  if (holds(target, real(homedir()))) refuse('a folder with a home in it')
  if (!existsSync(target)) return
  if (!statSync(target).isDirectory()) refuse('a file')
  if (readdirSync(target).length > 0 && !isBuild(target)) refuse('a folder with other files')
}
