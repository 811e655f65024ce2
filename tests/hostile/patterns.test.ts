import assert from 'node:assert/strict'
import test from 'node:test'
import { attacks, regexes } from './regexes.ts'
import { CountedPattern } from './steps.ts'

// Patterns that take too long for some long texts, each with why it never gets one. A new pattern is rather written so
// that it needs no place here.
const NEVER_LONG: Readonly<Record<string, string>> = {
  'src/exports/feed-forms.ts /(<feed\\b[^>]*)>/': 'a feed written here, which begins with that tag',
  'src/rules/unnamed-ends.ts /\\b(?:from|since|between|after)\\b.*\\b(?:to|until|till|and|before)\\b|\\btime to\\b.*\\b(?:from|since|after)\\b|\\buntil\\b.*\\b(?:from|since|after)\\b/is':
    'fields of up to 5,400 characters together',
  'src/text/html-text.ts /<\\/?(?:p|li|ul|ol|h\\d|blockquote|figure|figcaption|table|tr|td|th|div|section|pre)\\b[^>]*>/i':
    'text up to the last ">"',
  'src/text/html-text.ts /<[^>]*>/g': 'text up to the last ">"',
}

// Patterns of records and settings, which their owners write, that are still slow for texts of many thousand
// characters: to be mended, not to be added to.
const NOT_YET: readonly string[] = [
  'src/content/body/syntax-problem.ts / \\(note: [\\s\\S]*\\)$/',
  'src/content/body/cut.ts /[ \\t]+$/',
  'src/content/settings.ts /^\\/+|\\/+$/g',
  'src/content/settings.ts /\\/+$/',
  'src/content/site-context.ts /\\/+$/',
]

// Without an unbounded repetition there is nothing to run through again and again.
const REPEATS = /[*+]|\{\d+,\}/
const SHORTEST = 60
const LONGEST = 1920

/**
 * The first attack for which a pattern takes more than twice the steps when the text is twice as long: followed up to
 * longer texts only while the steps grow faster, so that a repetition with an upper bound is told from one without.
 */
function stumbles(pattern: RegExp): string | undefined {
  const counted = new CountedPattern(pattern)
  const tried = new Set<string>()
  for (const { before, pump, after } of attacks(pattern)) {
    const likeness = [before, pump, after].map((text) => counted.likeness(text)).join()
    if (tried.has(likeness)) continue
    tried.add(likeness)
    const steps = (size: number) => counted.stepsFor(before + pump.repeat(Math.ceil(size / pump.length)) + after)
    let [size, once, twice] = [2 * SHORTEST, steps(SHORTEST), steps(2 * SHORTEST)]
    while (twice > 2.4 * once && size < LONGEST) [size, once, twice] = [2 * size, twice, steps(2 * size)]
    if (twice > 3 * once || twice === Infinity)
      return (
        `${once} steps for ${size / 2} characters, ${twice} for ` +
        `${size}: ${JSON.stringify({ before, pump, after })}`
      )
  }
  return undefined
}

test('steps are counted as the language takes them: once, once from each place, or again and again', () => {
  assert.equal(new CountedPattern(/a+$/g).stepsFor('a'.repeat(100)), 103)
  assert.equal(stumbles(/^a+b/), undefined)
  assert.match(stumbles(/a+b/) ?? '', /960 characters/)
  assert.match(stumbles(/(?:a|a)*b/) ?? '', /Infinity/)
})

test('no regular expression takes more than its share of work for a long text that is made to trip it', () => {
  const found = regexes()
  assert.ok(found.length > 200)
  const slow = new Map(
    found
      .filter(({ name, pattern }) => REPEATS.test(pattern.source) && !NOT_YET.includes(name))
      .map(({ name, pattern }) => [name, stumbles(pattern)] as const)
      .filter(([, how]) => how !== undefined),
  )
  assert.deepEqual(
    [...slow].filter(([name]) => NEVER_LONG[name] === undefined),
    [],
    'write the pattern so that no two pieces of it can share a stretch of text and ' +
      'each place is read once, or say in NEVER_LONG why it gets no long text',
  )
  const standing = new Set(found.map(({ name }) => name))
  assert.deepEqual(
    [...Object.keys(NEVER_LONG), ...NOT_YET].filter((name) => !standing.has(name)),
    [],
    'these patterns are gone; take them out of the list',
  )
})
