import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import test from 'node:test'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root }).sort()]
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')))

const FILES = globSync('{src,tests,docs,scripts,examples}/**/*', { cwd: root, withFileTypes: true })
  .filter((item) => item.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).slice(root.length))

// What sites of others have, and what decisions tell of as gone.
const ELSEWHERE = ['src/pages/', 'src/content/image']

/** Texts set as code, without blocks of it. */
const codeIn = (text: string): string[] =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)

/** Whether a path is that of a file or folder; stars stand for any names, and a name alone for a file of it in any folder. */
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
  const missing = code.flatMap((file) =>
    [...read(file).matchAll(/(?<![\w./-])(?:docs\/[\w/-]+\.md|CONTRIBUTING\.md|CHANGELOG\.md)/g)].flatMap(([path]) =>
      existsSync(join(root, path)) ? [] : [`${file}: ${path}`],
    ),
  )
  // Made-up changes of other repositories.
  assert.deepEqual(
    missing.filter((line) => !line.startsWith('tests/review/')),
    [],
  )
})

test('README and CONTRIBUTING can be read in one sitting', () => {
  for (const file of ['README.md', 'CONTRIBUTING.md']) assert.ok(read(file).split('\n').length <= 151, file)
})
