/**
 * Takes one cut at a time out of a copy of the program, runs the tests that hold it, and says which of them fails: a
 * cut that can go without a failure is held by nothing. `node scripts/mutations.ts` prints a table (Markdown) for
 * docs/mutations.md; exit code 1 where a mutation lived, 2 where one no longer fits the source. With a word as its
 * argument it tries only those whose name has it.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

interface Mutation {
  readonly what: string
  readonly file: string
  readonly from: string
  readonly to: string
  readonly tests: readonly string[]
}

const BY_HAND = ['tests/content/removed-by-hand.test.ts', 'tests/content/disclosure.property.test.ts']
const WORDS = ['tests/knowledge/part-words.test.ts']
const COMMANDS = ['tests/cli/earlier-words.test.ts']
const LEDGER = ['tests/rules/published-part.test.ts']

const cut = (what: string, file: string, from: string, to: string, tests: readonly string[] = BY_HAND): Mutation => ({
  ...{ what, file, from, to, tests },
})

const MUTATIONS: readonly Mutation[] = [
  cut(
    'items above the audience stay',
    'src/content/cut.ts',
    "if (isTlp(value['tlp']) && !options.mayShow(value['tlp'])) return GONE",
    '',
  ),
  cut(
    'the levels of TLP are in another order',
    'src/content/cut.ts',
    'tlpRank(tlp) <= tlpRank(audience)',
    'tlpRank(tlp) <= tlpRank(audience) + 1',
  ),
  cut(
    'references to what is gone stay',
    'src/content/cut.ts',
    'options.gone(value, metaOf(schema)) ? GONE : value',
    'value',
  ),
  cut(
    'a claim outlives its last source',
    'src/content/cut.ts',
    'if (isUnsupported(schema, result) && !isUnsupported(schema, value)) return GONE',
    '',
  ),
  cut(
    'what was required together stays apart',
    'src/content/cut.ts',
    'return z.safeParse(schema, result).success ? result : GONE',
    'return result',
  ),
  cut('drafts are shown', 'src/content/redact.ts', "data.recordStatus === 'draft' && !drafts", 'false', [
    ...BY_HAND,
    'tests/cli/check.test.ts',
    'tests/cli/release.test.ts',
  ]),
  cut('embargoes end at once', 'src/content/redact.ts', 'embargoEnd(data.embargoUntil) > now', 'false'),
  cut(
    'an interval ends an embargo when it begins',
    'src/content/redact.ts',
    'interval ? latest : earliest',
    'interval ? earliest : latest',
    ['tests/content/disclosure.property.test.ts', 'tests/schema/schema.test.ts'],
  ),
  cut(
    'cutting stops after one round',
    'src/content/redact.ts',
    'while (removed.size !== before)',
    'for (const _ of [1])',
  ),
  cut(
    'bodies keep what refers to what is gone',
    'src/content/redact.ts',
    'entry.body === undefined || removed.size === 0',
    'true',
  ),
  cut('gaps of revisions stay', 'src/content/redact.ts', 'return closeGaps(entries, current)', 'return current'),
  cut('former ids are forgotten', 'src/content/removed.ts', 'this.#aliases.get(found.id) ?? found.id', 'found.id'),
  cut(
    'parts that went are forgotten',
    'src/content/removed.ts',
    'this.#records.has(id) || (found.part !== undefined && this.#parts.has(`${id}#${found.part}`))',
    'this.#records.has(id)',
  ),
  cut(
    'restricted passages stay',
    'src/content/read.ts',
    'mayShow: (tlp) => isTlp(tlp) && mayShowTo(audience.level)(tlp)',
    'mayShow: () => true',
  ),
  cut(
    'the incident shown first is named to everybody',
    'src/content/read.ts',
    'has(written) && !has(shown) ? rest : site',
    'site',
  ),
  cut(
    'old words of parts that not everybody sees stay',
    'src/knowledge/part-words.ts',
    '!seen.has(part) || seen.get(part) !== authored.get(part)',
    'false',
    WORDS,
  ),
  cut(
    'a retraction leaves the old words of a part',
    'src/knowledge/part-words.ts',
    "type === 'retraction' && [...changed, ...retracted].includes(part)",
    'false',
    COMMANDS,
  ),
  cut(
    'old words of withdrawn records stay',
    'src/knowledge/part-words.ts',
    "if (shown.data.recordStatus === 'withdrawn') return {}",
    '',
    WORDS,
  ),
  cut(
    'the command that takes a part back leaves its words',
    'src/cli/edit/edit-record.ts',
    'dropWords(settings.content, { all: again.all.entries, open: again.open.entries })',
    '',
    COMMANDS,
  ),
  cut(
    'the open ledger has digests of hidden text',
    'src/knowledge/ledger.ts',
    'written.get(name) === digest ? digest : null',
    'written.get(name) ?? digest',
    LEDGER,
  ),
  cut('changed parts are not looked for', 'src/rules/published-part.ts', 'yield* changes(published)', '', LEDGER),
  cut('changed fields are not looked for', 'src/rules/published-part.ts', 'yield* fieldChanges(published)', '', LEDGER),
  cut('lost parts are not looked for', 'src/rules/published-part.ts', 'yield* losses(published)', '', LEDGER),
]

const root = resolve(import.meta.dirname, '..')
const copy = mkdtempSync(join(tmpdir(), 'mutations-'))

/**
 * Runs files of tests in the copy, up to the first that fails; gives the name of its first failure, or nothing where
 * all passed.
 */
function failing([first, ...rest]: readonly string[]): string | undefined {
  if (first === undefined) return undefined
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_TEST')))
  const { status, stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', first], {
    cwd: copy,
    encoding: 'utf8',
    env,
  })
  const [, name] = /^\s*not ok \d+ - (?!tests\/)(.+)$/m.exec(stdout) ?? []
  return status === 0 ? failing(rest) : (name ?? 'the tests could not be loaded')
}

/** Tries one mutation; gives its row, and whether it was caught. */
function tried({ what, file, from, to, tests }: Mutation): { readonly row: string; readonly code: 0 | 1 | 2 } {
  const path = join(copy, file)
  const source = readFileSync(path, 'utf8')
  if (source.split(from).length !== 2) return { row: `| ${what} | ${file} | no longer fits the source |`, code: 2 }
  writeFileSync(
    path,
    source.replace(from, () => to),
  )
  try {
    const name = failing(tests)
    return { row: `| ${what} | \`${file}\` | ${name ?? '**nothing**'} |`, code: name === undefined ? 1 : 0 }
  } finally {
    writeFileSync(path, source)
  }
}

try {
  for (const name of ['src', 'tests', 'examples', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const wanted = process.argv[2] ?? ''
  process.stdout.write('| Without this cut | in | what fails |\n| --- | --- | --- |\n')
  const mutations = MUTATIONS.filter(({ what }) => what.includes(wanted))
  const broken = failing([...new Set(mutations.flatMap(({ tests }) => tests))])
  if (broken !== undefined) throw new Error(`without any mutation this fails: ${broken}`)
  let worst = 0
  for (const mutation of mutations) {
    const { row, code } = tried(mutation)
    worst = Math.max(worst, code)
    process.stdout.write(`${row}\n`)
  }
  process.exitCode = worst
} finally {
  rmSync(copy, { recursive: true, force: true })
}
