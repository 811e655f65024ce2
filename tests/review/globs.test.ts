import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import test from 'node:test'
import fc from 'fast-check'
import picomatch from 'picomatch/posix.js'
import { readGlob } from '#schema/glob.ts'
import { incidents } from '#schema/incidents.ts'
import { globMatcher, PathNames } from '#review/glob-match.ts'
import { runs } from '../everything.ts'
import { cases } from '../bench/review/cases.ts'
import { knowledgeOf } from '../small.ts'

const matches = (glob: string, path: string) => globMatcher(glob)(new PathNames(path))
// The library takes the "!" of a set for a letter, as shells do not, and a path with "./" for another than that
// without; for it "a/**" matches "a" and "a*/**" does not.
const theirs = (glob: string) => {
  const isMatch = picomatch(glob.replaceAll('[!', '[^'), { dot: true, nocase: true })
  const below = glob.endsWith('/**') ? '/' : ''
  return (path: string) => isMatch(path.replace(/^\.\//, '')) || isMatch(path.replace(/^\.\//, '') + below)
}

for (const [glob, yes, no] of [
  ['**/rules/**', ['rules/a.yml', 'src/rules/a/b.yml', 'src/rules', '/etc/rules/x'], ['src/myrules/a', 'rules2/a']],
  ['**/*.tf', ['main.tf', 'infra/.hidden.TF', './infra/main.tf'], ['main.tf.json', 'tf']],
  ['src/*/a?.ts', ['src/x/ab.ts', 'SRC/x/a1.ts'], ['src/ab.ts', 'src/x/y/ab.ts', 'src/x/a.ts']],
  ['deploy.{yml,yaml}', ['deploy.yml', 'deploy.yaml'], ['deploy.', 'deploy.yml,yaml']],
  ['{src,lib/{a,b}}/**', ['src/x', 'lib/a/x', 'lib/b'], ['lib/x', 'a/x']],
  ['v[0-9].[!a-c]', ['v1.d', 'V9.z'], ['v1.b', 'vx.d', 'v1.dd']],
  ['c++/@scope/a b!.md', ['c++/@scope/a b!.md'], ['ccc/@scope/a b!.md']],
] as const)
  test(`${glob} matches what an author means by it`, () => {
    for (const path of yes) assert.ok(matches(glob, path), path)
    for (const path of no) assert.ok(!matches(glob, path), path)
  })

test('every glob of our own records matches what it matched before, on every path of the committed cases', () => {
  const globs = new Set(
    [...knowledgeOf(resolve(import.meta.dirname, '../../content')).all('incidents')].flatMap(({ data }) =>
      data.prompts.flatMap((prompt) => prompt.appliesWhen.paths),
    ),
  )
  const paths = ['a', 'a/b.c', ...[...globs].map((glob) => glob.replaceAll('**/', 'x/y/').replaceAll('*', 'z'))]
  const written = cases.flatMap(({ input }) => input.match(/[\w.-]+(?:\/[\w.-]+)+/g) ?? [])
  assert.ok(globs.size > 200 && written.length > 20)
  for (const glob of globs) {
    const isMatch = theirs(glob)
    for (const path of [...paths, ...written]) assert.equal(matches(glob, path), isMatch(path), `${glob} and ${path}`)
  }
})

const NAME = fc
  .array(fc.constantFrom('a', 'b', 'B', '.', '-', '*', '?', '[ab]', '[!b]', '[a-c]', '{a,b}', '{ab,*.b}'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((pieces) => pieces.join(''))
  .filter((name) => !/^\.+$/.test(name))
const GLOB = fc
  .array(fc.oneof({ weight: 3, arbitrary: NAME }, { weight: 1, arbitrary: fc.constant('**') }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((steps) => steps.join('/'))
const PATH = fc
  .array(
    fc
      .array(fc.constantFrom('a', 'b', 'A', 'c', '.', '-'), { minLength: 1, maxLength: 5 })
      .map((letters) => letters.join(''))
      .filter((name) => !/^\.+$/.test(name)),
    { minLength: 1, maxLength: 5 },
  )
  .map((names) => names.join('/'))

test('random globs match the same paths as the library that is known for them', () => {
  fc.assert(
    fc.property(GLOB, PATH, (glob, path) => {
      // "**" is written once and apart from "*" beside it, of which the library makes what it does not say.
      fc.pre(!/\*\*[^/]|[^/]\*\*/.test(glob) && !/\*\*\/\*\*/.test(glob))
      assert.equal(matches(glob, path), theirs(glob)(path), `${glob} and ${path}`)
    }),
    { numRuns: runs(5000), seed: 20261129 },
  )
})

const COSTLY = [
  '*a*a*a*a*a*a*a*b',
  `${'**/a/'.repeat(20)}b`,
  `${'*'.repeat(1)}${'?*'.repeat(50)}b`,
  '{a,b}{a,b}{a,b}{a,b}*a*a*a*b',
  `${'**/*a*/'.repeat(12)}b`,
  `*${'a'.repeat(50)}b`,
]
/** A path that counts how many of its characters a matcher looks at. */
class CountedPath extends PathNames {
  looks = 0

  override get names(): readonly (readonly string[])[] {
    const counting = <T>(items: readonly T[]): readonly T[] =>
      new Proxy(items, {
        get: (target, key) => {
          if (typeof key === 'string' && /^\d+$/.test(key)) this.looks++
          return Reflect.get(target, key) as unknown
        },
      })
    return counting(super.names.map(counting))
  }
}

for (const glob of COSTLY)
  test(`${glob.slice(0, 30)} compares each of its signs with each character of a path at most once`, () => {
    for (const text of ['a'.repeat(1000), 'a/'.repeat(500), 'aaaaaaa/'.repeat(125)].map((path) => `${path}bc`)) {
      const path = new CountedPath(text)
      assert.equal(globMatcher(glob)(path), false)
      // The library needs 360,771,205 steps for `*a*a*a*b` and 256 letters; see docs/decisions/globs.md.
      assert.ok(path.looks <= glob.length * text.length, `${path.looks} looks at ${text.length} characters`)
    }
  })

for (const [glob, says] of [
  ['+(a*)b', /found "\("/],
  ['(a+)+b', /found "\("/],
  ['a|b', /found "\|"/],
  ['src\\a', /found "\\"/],
  ['!src/**', /found "!" in front/],
  ['src**/a', /found "\*\*" beside other signs/],
  ['***', /found "\*\*" beside other signs/],
  ['[a', /found "\["/],
  ['[]', /found nothing between \[ and \]/],
  ['[[:alpha:]]', /found "\["/],
  ['[z-a]', /found "z-a"/],
  ['{a,b', /found "\{"/],
  ['a}', /found "\}"/],
  ['{a}', /found "\{a\}"/],
  ['{1..3}', /found "\{1\.\.3\}"/],
  ['{a,b}'.repeat(6), /found more/],
] as const)
  test(`the glob ${glob} is refused with what to type, and matches nothing`, () => {
    const read = readGlob(glob)
    assert.ok('problem' in read)
    assert.match(read.problem, says)
    assert.notEqual(read.fix, '')
    assert.equal(matches(glob, 'a'), false)
  })

test('a record with a glob that is not understood is told where and what to type', () => {
  const prompts = [{ id: 'q-a', ask: 'Is it so?', because: 'e-a', appliesWhen: { paths: ['src/**', '+(a*)b'] } }]
  const found = incidents.shape.prompts.safeParse(prompts)
  const [issue] = found.error?.issues ?? []
  assert.deepEqual(issue?.path, [0, 'appliesWhen', 'paths', 1])
  assert.match(issue.message, /expected a glob of \*, \*\*, \?, \[abc\] and \{a,b\}, found "\("/)
  assert.match(JSON.stringify(issue), /write \{a,b\} for one of several/)
})
