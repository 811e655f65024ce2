import assert from 'node:assert/strict'
import test from 'node:test'
import { cycles } from '#knowledge/cycles.ts'
import { KINDS } from '#schema/kind-names.ts'
import { destination, roomOf, ROOMS } from './rooms.ts'
import { sourceFiles } from './source-files.ts'

const code = sourceFiles(['src'], ['ts', 'mjs', 'js', 'astro'])
const all = sourceFiles(['src', 'tests'], ['ts', 'mjs', 'js', 'astro', 'css'])

/** Paths of files in which a pattern occurs outside of comments, with the first occurrence. */
const occurrences = (files: typeof all, pattern: RegExp) =>
  files.flatMap(({ path, text }) => {
    const found = pattern.exec(text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, ''))
    return found ? [`${path}: ${found[0]}`] : []
  })

test('every file of the program has a room, and every room a file', () => {
  assert.deepEqual(
    code.filter(({ path }) => roomOf(path) === undefined).map(({ path }) => path),
    [],
  )
  const rooms = new Set(sourceFiles(['src'], ['ts', 'mjs', 'js', 'astro', 'css']).map(({ path }) => roomOf(path)))
  assert.deepEqual(
    Object.keys(ROOMS).filter((room) => !rooms.has(room)),
    [],
  )
})

test('rooms import only what they may', () => {
  const strays = code.flatMap(({ path, imports }) => {
    const room = roomOf(path) ?? ''
    return imports
      .map(destination)
      .filter((to) => to !== room && !ROOMS[room]?.includes(to))
      .map((to) => `${path} imports ${to}`)
  })
  assert.deepEqual(strays, [])
})

test('no file imports itself by way of others', () => {
  const edges = code.flatMap(({ path, imports }) =>
    imports.filter((to) => to.startsWith('src/')).map((to) => ({ from: path, to, by: null })),
  )
  assert.deepEqual(
    cycles(edges).map((circle) => circle.map(({ from }) => from).join(' → ')),
    [],
  )
})

/** Rooms that compute from their arguments alone, in Node and in the browser. */
const PURE = ['time', 'text', 'schema', 'knowledge', 'rules', 'views', 'exports', 'search', 'review', 'import']

test('what the pure rooms compute depends on its arguments alone', () => {
  const core = code.filter(({ path }) => PURE.some((room) => path.startsWith(`src/${room}/`)))
  assert.deepEqual(
    occurrences(
      core,
      /\bDate\.now\b|new Date\(\)|\bprocess\.|\bdocument\.(?:query|get|create|body)|\bwindow\.|\bfetch\(|Math\.random/,
    ),
    [],
  )
})

test('nothing imports a file of the content folder', () => {
  assert.deepEqual(
    code.filter(({ imports }) => imports.some((path) => path.startsWith('content/'))).map(({ path }) => path),
    [],
  )
})

test('addresses are spelled in urls.ts alone', () => {
  // Patterns of routes are no addresses.
  const outside = code.filter(({ path }) => path !== 'src/urls.ts' && path !== 'src/integration/injected-routes.ts')
  assert.deepEqual(occurrences(outside, /\b(?:href|src|action)=(?:["']|\{\s*["'`])\/[^"'`]*/), [])
  // The page of a rule is part of a finding, and the schema, which knows no routes, makes findings.
  const elsewhere = outside.filter(({ path }) => path !== 'src/schema/rule-table.ts')
  assert.deepEqual(
    occurrences(elsewhere, new RegExp(`["'\`]/(?:${KINDS.join('|')}|rules|guides|search|data|about|timeline|feeds)/`)),
    [],
  )
})

test('no markup of ours has a style attribute or an inline handler', () => {
  assert.deepEqual(occurrences(code, /<[a-z][^<>\n]*\s(?:style|on[a-z]+)=["'{`]/), [])
})

test('files are named after what they hold', () => {
  const names = all.map(({ path }) => path).filter((path) => !path.startsWith('src/routes/'))
  const wrong = names.filter((path) => {
    const name = path.split('/').at(-1) ?? ''
    return name.endsWith('.astro')
      ? !/^[A-Z][A-Za-z]*\.astro$/.test(name)
      : !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|property\.test|spec|setup|config|d))?\.(?:ts|mjs|js|css)$/.test(name)
  })
  assert.deepEqual(wrong, [])
  assert.deepEqual(
    names.filter((path) => /(?:^|\/)(?:utils?|helpers?|lib|common|types)(?:\/|\.ts$)/.test(path)),
    [],
  )
})

test('custom elements are kb-name.ts, one per file', () => {
  const elements = code.filter(({ path }) => path.startsWith('src/elements/'))
  for (const { path, text } of elements) {
    const defined = [...text.matchAll(/customElements\.define\(\s*['"]([^'"]+)/g)].map(([, name]) => name)
    const name = path.split('/').at(-1)?.replace(/\.ts$/, '')
    assert.deepEqual(defined, name?.startsWith('kb-') ? [name] : [], path)
  }
})

test('the compiler is never told to look away', () => {
  const told = all.filter(
    ({ path, text }) => path !== 'tests/architecture.test.ts' && /@ts-(?:ignore|nocheck|expect-error)/.test(text),
  )
  assert.deepEqual(
    told.map(({ path }) => path),
    [],
  )
  assert.deepEqual(
    occurrences(
      all.filter(({ path }) => path !== 'tests/architecture.test.ts'),
      /\bas any\b|: any\b|<any>/,
    ),
    [],
  )
})

test('no test is skipped, singled out, or waits for time to pass', () => {
  const tests = all.filter(({ path }) => path.startsWith('tests/') && path !== 'tests/architecture.test.ts')
  assert.deepEqual(
    occurrences(
      tests,
      /\b(?:test|describe|it)\.(?:skip|only|todo|fixme)\b|waitForTimeout|(?<![.\w])setTimeout\(|timers\/promises/,
    ),
    [],
  )
})

// What takes long on one machine is quick on another: a test that measures time, or waits for a page to be quiet, fails
// where the machine is busy. Work is counted instead (tests/work.ts); durations are for `npm run bench`.
const TIMED =
  /\bperformance\.(?:now|mark|measure)\b|\bDate\.now\b|\bnew Date\(\)|\bhrtime\b|\b(?:cpu|threadCpu|resource)Usage\b|\bnetworkidle\b|\b(?:longtask|layout-shift)\b|\bPerformanceObserver\b|\brequestAnimationFrame\b|\binterruptAfterTimeLimit\b/i

/** Files that may name the clock, each with why. */
const CLOCKS: Readonly<Record<string, string>> = {
  'tests/architecture.test.ts': 'names what others may not',
  'tests/extras/pictures/start.test.ts': 'gives files a date of an hour ago',
}

test('no test outside of the benchmark measures time, frames or quiet', () => {
  const tests = all.filter(({ path }) => path.startsWith('tests/') && !path.startsWith('tests/bench/'))
  const found = occurrences(tests, TIMED)
  assert.deepEqual(
    found.filter((one) => !Object.keys(CLOCKS).some((path) => one.startsWith(`${path}: `))),
    [],
  )
  assert.deepEqual(
    Object.keys(CLOCKS).filter((path) => !found.some((one) => one.startsWith(`${path}: `))),
    [],
    'these no longer name the clock; take them out of the list',
  )
})

const LONGEST = 300

const WIDEST = 120

// Prettier sees to all else, but leaves a text, which is a key of the table of words, and a pattern whole.
const BROKEN_BY_HAND = /^\s*(?:\/\/|\/?\*|test\(|class=)/
test(`comments, names of tests and classes are at most ${WIDEST} characters wide`, () => {
  const code = all.filter(({ path }) => !path.endsWith('.css'))
  const wide = code.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) => (BROKEN_BY_HAND.test(line) && line.length > WIDEST ? [`${path}:${at + 1}`] : [])),
  )
  assert.deepEqual(wide, [])
})

test(`files have at most ${LONGEST} lines`, () => {
  assert.deepEqual(
    all.filter(({ text }) => text.split('\n').length - 1 > LONGEST).map(({ path }) => path),
    [],
  )
})
