import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compile } from './compile.ts'
import { exchangeManifest, publishedManifest, restoreManifest } from './manifest.ts'

const root = resolve(import.meta.dirname, '..')

/** Writes the tarball into a folder without touching the repository's package.json, and prints the name of the file. */
function packTo(folder: string): void {
  const scratch = join(root, '.aftermath', `package-${process.pid}`)
  try {
    compile(root, join(scratch, 'lib'))
    for (const name of ['examples', 'README.md', 'LICENSE'])
      cpSync(join(root, name), join(scratch, name), { recursive: true })
    writeFileSync(join(scratch, 'package.json'), publishedManifest(readFileSync(join(root, 'package.json'), 'utf8')))
    mkdirSync(folder, { recursive: true })
    const { status, stdout, stderr } = spawnSync(
      'npm',
      ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder],
      // npm is a batch file on Windows, and those run in a shell alone.
      { cwd: scratch, encoding: 'utf8', shell: process.platform === 'win32' },
    )
    if (status !== 0) throw new Error(`npm could not pack the package:\n${stdout}${stderr}`)
    process.stdout.write(stdout)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const [task, folder] = process.argv.slice(2)
if (task === 'prepack') {
  restoreManifest(root)
  compile(root, join(root, 'lib'))
  exchangeManifest(root)
} else if (task === 'postpack') restoreManifest(root)
else if (task === 'to' && folder !== undefined) packTo(resolve(folder))
else {
  process.stderr.write('expected "prepack" or "postpack", which npm pack calls, or "to FOLDER"\n')
  process.exitCode = 2
}
