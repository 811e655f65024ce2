import assert from 'node:assert/strict'
import test from 'node:test'
import { authored, claims, entries, fileCount } from './authored.ts'
import { readDossier } from './dossier.ts'
import { wasFoundSince } from './found-since.ts'
import { outsideQuotes, quoted, runs, wordsOf } from './words.ts'

/** Longest quotation that an editor may take from a source without asking, in words. */
const QUOTE_WORDS = 40
/** Shared words in a row from which a sentence is no longer one's own. */
const RUN = 12
/** Marked passages of fewer words are single terms, titles or scare quotes, which need no source of their own. */
const PASSAGE_WORDS = 6

const dossier = readDossier()
const sourceIds = new Set(entries.filter(({ kind }) => kind === 'sources').map(({ id }) => id))
const isSourced = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((id) => sourceIds.has(id))

const quotations = entries.flatMap((entry) =>
  entry.kind === 'statements'
    ? entry.data.quotes.map(({ id, text }) => ({ where: `${entry.file} ${id}`, text, entry }))
    : [],
)
const own = entries.flatMap(authored)
const passages = own
  .flatMap(({ where, text }) => quoted(text).map((passage) => ({ where, text: passage })))
  .filter(({ text }) => wordsOf(text).length >= PASSAGE_WORDS)

test('every record file can be read, so that nothing escapes the checks below', () => {
  assert.equal(entries.length, fileCount, 'run `npm run check` to see which files the reader refuses')
})

test('every claim has a source that is a record', () => {
  const bare = entries.flatMap((entry) =>
    claims(entry)
      .filter(({ value }) => !isSourced(value['sources']))
      .map(({ where }) => where),
  )
  assert.deepEqual(bare, [], 'give each of these the ids of the sources it rests on')
})

test('every milestone names an event of its incident or a source', () => {
  const bare = entries.flatMap((entry) => {
    if (entry.kind !== 'incidents') return []
    const events = new Set(entry.data.timeline.map(({ id }) => id))
    return entry.data.milestones
      .filter(({ event, sources }) => !(event !== undefined && events.has(event)) && !isSourced(sources))
      .map(({ id }) => `${entry.file} ${id}`)
  })
  assert.deepEqual(bare, [], 'name the event or the sources')
})

test('every statement has a source, and every commitment a source or a statement', () => {
  const bare = entries.flatMap((entry) => {
    if (entry.kind === 'statements') return isSourced(entry.data.sources) ? [] : [entry.file]
    if (entry.kind === 'commitments')
      return entry.data.statement !== undefined || isSourced(entry.data.sources) ? [] : [entry.file]
    return []
  })
  assert.deepEqual(bare, [], 'say where it was said')
})

test('every action that is done says by whose word', () => {
  const bare = entries.flatMap((entry) =>
    entry.kind === 'incidents'
      ? entry.data.actions
          .filter(({ status, statusBy }) => status === 'done' && statusBy === undefined)
          .map(({ id }) => `${entry.file} ${id}`)
      : [],
  )
  assert.deepEqual(bare, [], 'name in statusBy who says that it is done')
})

test(`no quotation is longer than ${QUOTE_WORDS} words`, () => {
  const long = [...quotations, ...passages]
    .filter(({ text }) => text.split(/\s+/u).length > QUOTE_WORDS)
    .map(({ where }) => where)
  assert.deepEqual(long, [], 'quote less, and tell the rest in your own words')
})

if (dossier) {
  test('every quotation stands in quotation marks in the dossier', () => {
    const invented = [...quotations, ...passages]
      .filter(({ text }) => !dossier.quotes(text))
      .map(({ where, text }) => `${where}: ${text}`)
    assert.deepEqual(
      invented,
      [],
      'copy the words exactly, or take the quotation marks away and tell it in your own words',
    )
  })

  test(`no text shares ${RUN} words in a row with the founding article outside marked quotations`, () => {
    const article = new Set(runs(dossier.article, RUN))
    assert.ok(article.size > 0, 'the founding article is empty')
    const lifted = own.flatMap(({ where, text }) =>
      outsideQuotes(text).flatMap((piece) =>
        runs(piece, RUN)
          .filter((run) => article.has(run))
          .map((run) => `${where}: ${run}`),
      ),
    )
    assert.deepEqual(lifted, [], 'say it in your own words')
  })

  test('every address of a source occurs in the dossier, or was seen since', () => {
    const unknown = entries.flatMap(({ kind, file, data }) =>
      kind === 'sources'
        ? [data.url, data.archive]
            .filter((url) => url !== undefined && !dossier.mentions(url) && !wasFoundSince(url))
            .map((url) => `${file}: ${url}`)
        : [],
    )
    assert.deepEqual(unknown, [], 'an address is never guessed; leave it out')
  })
} else {
  // Most copies have no dossier. Saying how much went uncompared keeps a green run from being read as more than it is.
  const uncompared = `${quotations.length + passages.length} quotations, ${own.length} texts, ${sourceIds.size} sources`
  test(`NOT COMPARED, because ../shared/dossier is absent: ${uncompared}`, (t) => {
    t.diagnostic(`${quotations.length + passages.length} quotations could not be compared with the dossier`)
    const unattributed = quotations.filter(
      ({ entry }) => entry.data.org === undefined && entry.data.speaker === undefined,
    )
    assert.deepEqual(
      unattributed.map(({ where }) => where),
      [],
      'say whose words these are',
    )
  })
}
