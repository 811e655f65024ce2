import assert from 'node:assert/strict'
import test from 'node:test'
import { RegExpValidator } from '@eslint-community/regexpp'
import { regexes } from './hostile/regexes.ts'
import { sourceFiles } from './source-files.ts'

// package.json promises Node 22.19, which knows ECMAScript 2024; these tests run on a newer one.
const validator = new RegExpValidator({ ecmaVersion: 2024 })

/** What is wrong with a pattern for the oldest Node; undefined where it is sound. */
function fault({ source, flags }: RegExp): string | undefined {
  const [unicode, unicodeSets] = [flags.includes('u'), flags.includes('v')]
  try {
    validator.validatePattern(source, 0, source.length, { unicode, unicodeSets })
    return undefined
  } catch (error) {
    return `/${source}/${flags}: ${error instanceof Error ? error.message : String(error)}`
  }
}

test('a pattern of the next language version is found', () => {
  assert.match(fault(/(?<a>x)|(?<a>y)/u) ?? '', /Duplicate capture group name/)
  assert.match(fault(/(?i:x)/u) ?? '', /Invalid group/)
})

test('every pattern that is written out can be read by the oldest Node that is promised', () =>
  assert.deepEqual(
    regexes().flatMap(({ pattern }) => fault(pattern) ?? []),
    [],
  ))

test('so can every pattern that the commands put together when they are loaded', async () => {
  const made: RegExp[] = []
  const Original = globalThis.RegExp
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given: ConstructorParameters<RegExpConstructor>) {
      const pattern = new target(...given)
      made.push(pattern)
      return pattern
    },
  })
  try {
    await (await import('#cli/commands/index.ts')).loadCommands()
  } finally {
    globalThis.RegExp = Original
  }
  assert.ok(made.length > 20)
  assert.deepEqual(
    made.flatMap((pattern) => fault(pattern) ?? []),
    [],
  )
})

test('nothing is called that only a newer Node has', () => {
  const newer =
    /\bRegExp\.escape\(|\bPromise\.try\(|\bError\.isError\(|\bMath\.sumPrecise\(|\bUint8Array\.from(?:Base64|Hex)\(|\b(?:await )?using \w+ =/
  const calling = sourceFiles(['src'], ['ts', 'mjs', 'astro']).filter(({ text }) => newer.test(text))
  assert.deepEqual(
    calling.map(({ path }) => path),
    [],
  )
})
