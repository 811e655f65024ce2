import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import test from 'node:test'
import { gt } from 'semver'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root }).sort()]
const names = z.record(z.string(), z.string())
const { scripts, dependencies, devDependencies } = z
  .object({ scripts: names, dependencies: names, devDependencies: names })
  .parse(JSON.parse(read('package.json')))

const FILES = globSync('{src,tests,docs,scripts,examples}/**/*', { cwd: root, withFileTypes: true })
  .filter((item) => item.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).slice(root.length))

// What sites of others have, and what decisions tell of as gone.
const ELSEWHERE = ['src/pages/', 'src/content/image']

/** Texts set as code, without blocks of it. */
const codeIn = (text: string): string[] =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)

/**
 * Whether a path is that of a file or folder; stars stand for any names, and a name alone for a file of it in any
 * folder.
 */
const isThere = (path: string): boolean =>
  path.includes('/')
    ? globSync(path.replace(/\/$/, ''), { cwd: root }).length > 0 || FILES.some((file) => file.endsWith(`/${path}`))
    : FILES.some((file) => file.endsWith(`/${path}`)) || existsSync(join(root, path))

const ROOTED = /^(?:src|tests|docs|scripts|examples|\.github|\.ci)\/\S*$/
const NAMED = /^[\w/-]+\.(?:ts|astro|mdx)$/

for (const document of DOCUMENTS) {
  const text = read(document)

  test(`${document} names files that are there`, () => {
    const paths = codeIn(text).filter((code) => ROOTED.test(code) || NAMED.test(code))
    const missing = paths.filter((path) => !/NAME/.test(path) && !ELSEWHERE.includes(path) && !isThere(path))
    assert.deepEqual(missing, [])
  })

  test(`${document} links to files that are there`, () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target.replace(/#.*$/, ''))
    const missing = targets.filter(
      (target) => !/^https?:/.test(target) && !existsSync(join(root, dirname(document), target)),
    )
    assert.deepEqual(missing, [])
  })

  test(`${document} names scripts that are there`, () => {
    const named = [...text.matchAll(/\bnpm run ([\w:-]+(?:\|[\w:-]+)*)/g)].flatMap(([, names = '']) => names.split('|'))
    assert.deepEqual(
      named.filter((name) => scripts[name] === undefined),
      [],
    )
  })
}

test('comments refer to documents that are there', () => {
  const code = globSync('{src,tests,scripts}/**/*.{ts,mjs,js,astro,css}', { cwd: root })
  const missing = code.flatMap((file) => {
    const comments = read(file).match(/(?:^|\s)(?:\/\/|\/?\*\*?) .*$/gm) ?? []
    const named = comments.flatMap((comment) => comment.match(/(?<![\w./<-])[\w-][\w./-]*\.(?:md|mdx)\b/g) ?? [])
    // A day begins the name of an example.
    return named.filter((path) => !/^\d{8}|^\d{4}-/.test(path) && !isThere(path)).map((path) => `${file}: ${path}`)
  })
  assert.deepEqual(missing, [])
})

test('README and CONTRIBUTING can be read in one sitting', () => {
  for (const file of ['README.md', 'CONTRIBUTING.md']) assert.ok(read(file).split('\n').length <= 151, file)
})

test('CONTRIBUTING gives a reason for every dependency, and for none that is gone', () => {
  const table = /\n## Dependencies\n([\s\S]*?)\n## /.exec(read('CONTRIBUTING.md'))?.[1] ?? ''
  const listed = [...table.matchAll(/^\| (`.+?) \| (.+) \|$/gm)].flatMap(([, cell = '', reason = '']) => {
    assert.ok(reason.length > 10, cell)
    return codeIn(cell)
  })
  const all = Object.keys({ ...dependencies, ...devDependencies })
  const covers = (one: string, name: string) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : one === name)
  assert.deepEqual(
    all.filter((name) => !listed.some((one) => covers(one, name))),
    [],
  )
  assert.deepEqual(
    listed.filter((one) => !all.some((name) => covers(one, name))),
    [],
  )
})

test('each release in the changelog says what an owner must do', () => {
  const releases = read('CHANGELOG.md').split(/^## /m).slice(1)
  assert.ok(releases.length > 0)
  for (const text of releases) assert.match(text, /^### What an owner must do$/m, text.split('\n')[0])
})

test('README names the versions of Astro that are tested: the pinned one, and the newest rehearsed', () => {
  const rehearsed = [...read('docs/upgrades.md').matchAll(/^\| (\d+\.\d+\.\d+) \|/gm)].at(-1)?.[1]
  const said = /Tested with Astro (\S+)(?: and, by rehearsal, (\S+))?;/.exec(read('README.md'))
  assert.equal(said?.[1], dependencies['astro'])
  const isNewer = rehearsed !== undefined && gt(rehearsed, dependencies['astro'] ?? '')
  assert.equal(said?.[2], isNewer ? rehearsed : undefined)
})
