import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { KINDS, type Kind } from '#schema/kind-names.ts'
import { cli, contentFolder, found } from '../content-folder.ts'
import { written } from './written.ts'

const words = (pairs: string) =>
  pairs.split(' ').flatMap((pair) => [`--${pair.split('=')[0]}`, pair.split('=')[1] ?? ''])

// What only the author knows; all else has a default or a stand-in.
const NEEDED: Readonly<Record<Kind, readonly string[]>> = {
  incidents: ['--title', 'A disk filled up', '--date', '2026-02-01', '--kind', 'fault'],
  summits: [
    '--title',
    'A second review',
    '--host',
    'acme',
    '--date',
    '2026-02-03',
    ...words('kind=meeting attribution=notStated'),
  ],
  statements: [
    ...['--title', 'Acme spoke again', '--org', 'acme', '--sources', 'acme-report, beacon-story'],
    ...words('said=2026-02-04 channel=blog officialness=official'),
  ],
  commitments: [
    ...['--text', 'Test each update', '--org', 'acme', '--sources', 'acme-report'],
    ...words('made=2026-02-05 force=commitment'),
  ],
  inquiries: [
    ...['--org', 'acme', '--askedBy', 'editor', '--about', 'staged-updates', '--sources', 'acme-report'],
    ...words('outcome=noReply at=2026-02-06'),
  ],
  proceedings: [
    ...['--title', 'Beacon v. Acme', '--incidents', '2026-01-05-router-outage', '--sources', 'beacon-story'],
    ...words('kind=lawsuit state=pending'),
  ],
  organizations: ['--name', 'Delta Works', '--kind', 'vendor'],
  topics: ['--question', 'Should routers keep a spare filter?'],
  controls: ['--title', 'Spare filter'],
  sources: [
    ...['--title', 'A second report', '--publisher', 'Acme Networks'],
    ...words('type=report kind=primary read=whole'),
  ],
  citations: [
    ...['--title', 'Review of the filter', '--cites', '2026-01-05-router-outage#e-sent', '--kind', 'codeReview'],
  ],
}

for (const kind of KINDS)
  test(`a new record of ${kind} passes the check and explains every field`, async (t) => {
    const folder = contentFolder(t)
    const { exitCode, stdout, stderr } = await cli(folder, ['new', kind, ...NEEDED[kind]])
    assert.deepEqual({ exitCode, stderr }, { exitCode: 0, stderr: '' })
    const { text } = written(folder, stdout)
    const { findings } = await found(folder)
    // A source that nothing cites yet is the one thing to be said of a new one.
    assert.deepEqual(
      findings.filter(({ rule, level }) => rule !== 'source-unused' && level !== 'hint'),
      [],
    )
    assert.match(text, /^# .+\n(?:#? *)\w+:/m)
    assert.match(text, /# +tags:/, 'optional fields stand in comments')
  })

const uncommented = (text: string) => text.replaceAll(/^# {3}/gm, '')

for (const kind of KINDS)
  test(`the examples in a new record of ${kind} are YAML of known fields once uncommented`, async (t) => {
    const folder = contentFolder(t)
    const { file, text } = written(folder, (await cli(folder, ['new', kind, ...NEEDED[kind]])).stdout)
    writeFileSync(join(folder, file), uncommented(text))
    const { findings } = await found(folder)
    const of = findings.filter((finding) => `content/${finding.file}` === file)
    assert.deepEqual(
      of.filter(({ rule }) => rule === 'unknown-key' || rule === 'yaml-syntax' || rule === 'unquoted-date'),
      [],
    )
  })

test('nothing is overwritten, however often it is asked', async (t) => {
  const folder = contentFolder(t)
  const again = () => cli(folder, ['new', 'topics', '--question', 'Who pays?', '--description', 'Costs.'])
  const first = written(folder, (await again()).stdout)
  const { exitCode, stderr } = await again()
  assert.equal(exitCode, 2)
  assert.match(
    stderr,
    /the id made of what names the record: .+ is free, found "who-pays", .+overwritten\. Give another one with --id$/m,
  )
  assert.equal(readFileSync(join(folder, first.file), 'utf8'), first.text)
})

test('an id is taken by a file that cannot be read, too', async (t) => {
  const folder = contentFolder(t, { 'topics/broken.yaml': 'question: [\n' })
  const { exitCode, stderr } = await cli(folder, ['new', 'topics', '--question', 'A?', '--id', 'broken'])
  assert.equal(exitCode, 2)
  assert.match(stderr, /expected an id that is free/)
  assert.equal(readFileSync(join(folder, 'content/topics/broken.yaml'), 'utf8'), 'question: [\n')
})

for (const [what, args, says] of [
  [
    'a second address',
    ['citation', 'https://a.example/b/c/pull/1', 'https://a.example/b/c/pull/2', 'acme'],
    /expected one address, found a second: "https:\/\/a\.example\/b\/c\/pull\/2"/,
  ],
  [
    'an address for another kind',
    ['topic', 'https://a.example/b/c/pull/1'],
    /expected only KIND after "new", found "https:.+"; only a citation takes/,
  ],
  [
    'a malformed reference',
    ['citation', 'https://a.example/b/c/pull/1', 'Acme!'],
    /--cites: expected a reference such as 2024-07-19-channel-file-291#e-revert, found "Acme!"/,
  ],
  [
    'a reference to no record',
    ['citation', 'https://a.example/b/c/pull/1', 'acmee'],
    /--cites: expected the id of a record there is, found "acmee"\. Did you mean "acme"\?/,
  ],
  [
    'a reference to no part',
    ['citation', 'https://a.example/b/c/pull/1', '2026-01-05-router-outage#e-sentt'],
    /--cites: expected a part of 2026-01-05-router-outage, found "e-sentt"\. Did you mean "e-sent"\?/,
  ],
  [
    'a revision still to come',
    ['citation', 'https://a.example/b/c/pull/1', 'acme@r4'],
    /--cites: expected a revision of acme up to 1, found @r4/,
  ],
  [
    'a kind that does not exist',
    ['incidnet'],
    /expected a record kind \(incidents, .+\), found "incidnet"\. Did you mean "incident"\?/,
  ],
  [
    'a name that is no id',
    ['topics', '--question', 'A?', '--id', 'Not an id'],
    /--id: expected an id of lowercase ASCII words and digits joined by "-", found "Not an id"/,
  ],
  [
    'an id without its date',
    ['incidents', '--title', 'A', '--kind', 'fault', '--id', 'router-outage'],
    /expected the id of incidents to begin with its date, such as 2026-01-31-router-outage/,
  ],
  [
    'an id without its organization',
    ['commitments', ...NEEDED.commitments, '--id', 'stages'],
    /expected the id to begin with the organization \(acme\), found "stages"/,
  ],
  [
    'a reference to nothing',
    ['statements', '--title', 'A', '--org', 'acmee', '--sources', 'acme-report'],
    /--org: expected the id of a record there is \(.*\), found "acmee"\. Did you mean "acme"\?/,
  ],
  [
    'missing references',
    ['statements', '--title', 'A'],
    /expected --org \(.+such as acme, .+\) and --sources \(.+such as acme-report.+\), found nothing/,
  ],
  [
    'nothing but a kind',
    ['statement'],
    /expected --title \(.+\) and --org \(.+such as acme, .+\) and --sources \(.+such as acme-report.+\), found nothing/,
  ],
  [
    'an incident without its date and kind',
    ['incidents', '--title', 'A disk filled up'],
    /expected --date \(When it happened; such as 2026-01-31 or .+\) and --kind \(What sort of incident\.?; one of fault, attack, .+\), found nothing; without a terminal nothing is asked/,
  ],
  [
    'a primary source that does not say what of it was read',
    ['sources', '--title', 'A', '--publisher', 'Acme', '--type', 'report', '--kind', 'primary'],
    /expected --read \(.+one of whole, part, copy, notRead\), found nothing/,
  ],
  [
    'a flag of another kind',
    ['topics', '--question', 'A?', '--severity', 'minor'],
    /topics have no --severity; expected any of --id, --question, --description/,
  ],
  [
    'a value that is not in the list',
    ['incidents', '--title', 'A', '--severity', 'hgih'],
    /--severity: expected one of critical, major, minor, none, unknown, found "hgih"/,
  ],
  [
    'a time that is none',
    ['summits', '--title', 'A', '--host', 'acme', '--date', '10 September'],
    /--date: "10 September" is no time/,
  ],
  [
    'nothing to make an id of',
    ['topics'],
    /expected --question \(.+; the id is made of it, unless --id gives one\), found nothing; without a terminal nothing is asked/,
  ],
  [
    'a name in letters that ids have not',
    ['topics', '--question', 'Кто?'],
    /expected --id, because what names the record has no Latin letters or digits/,
  ],
  [
    'a content folder that is not there',
    ['topics', '--question', 'A?', '--content', 'nowhere'],
    /expected a content folder at .+nowhere, found none.+new-site/,
  ],
] as const)
  test(`${what} is refused and nothing is written`, async (t) => {
    const folder = contentFolder(t)
    const before = readdirSync(folder, { recursive: true })
    const { exitCode, stdout, stderr } = await cli(folder, ['new', ...args])
    assert.deepEqual([exitCode, stdout], [2, ''])
    assert.match(stderr, says)
    assert.deepEqual(readdirSync(folder, { recursive: true }), before)
  })

test('each optional block lists the values that it allows', async (t) => {
  const folder = contentFolder(t)
  const { text } = written(folder, (await cli(folder, ['new', 'incidents', ...NEEDED.incidents])).stdout)
  const blockOf = (name: string) => {
    const lines = text.split('\n')
    const at = lines.findIndex((line) => line.startsWith(`#   ${name}:`))
    const before = lines.slice(0, at)
    return before.slice(before.findLastIndex((line) => line.startsWith('#   ')) + 1).join(' ')
  }
  assert.match(blockOf('timeline'), /# kind: context, onset, .*followUp\..*# status: operational, degraded/)
  assert.match(blockOf('organizations'), /# role: origin, platform/)
  assert.match(blockOf('actions'), /# type: prevent, .*# status: open, inProgress/)
  assert.match(blockOf('prompts'), /# appliesWhen\.changes: configuration, code/)
  assert.match(blockOf('causes'), /One of: change-config, /)
})

test('a new account of others is a draft until compared with its sources; the publisher’s own is not', async (t) => {
  const folder = contentFolder(t)
  const compiled = await cli(folder, ['new', 'commitments', ...NEEDED.commitments])
  assert.match(written(folder, compiled.stdout).text, /^recordStatus: draft$/m)
  assert.match(compiled.stdout, /compare it with its sources, say so under checked, and delete recordStatus\.$/m)
  const sources = await cli(folder, ['new', 'sources', ...NEEDED.sources])
  assert.doesNotMatch(sources.stdout, /draft/)

  const site = join(folder, 'content', 'site.yaml')
  writeFileSync(site, readFileSync(site, 'utf8').replace('account: compiled', 'account: own'))
  const own = await cli(folder, ['new', 'commitments', '--id', 'acme-second', ...NEEDED.commitments])
  assert.doesNotMatch(written(folder, own.stdout).text, /^recordStatus/m)
})
