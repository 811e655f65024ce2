import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { dueCalendar, summitsCalendar } from '#exports/calendar.ts'
import { runs } from '../everything.ts'
import { citationForms } from '../exports/citation-forms.ts'
import { atom, jsonFeed } from '#exports/feed-forms.ts'
import { feedPages } from '#exports/feed-pages.ts'
import { llms } from '#exports/llms.ts'
import { markdownPart, markdownTwin } from '#exports/markdown.ts'
import { openSearch } from '#exports/open-search.ts'
import { precedents } from '#exports/precedents.ts'
import { sitemap, sitemapXml } from '#exports/sitemap.ts'
import { timelineFile } from '#exports/timeline-file.ts'
import { twin } from '#exports/twin.ts'
import { reviewComment } from '#review/comment.ts'
import { PrecedentFinder } from '#review/rank.ts'
import { partsOf } from '#schema/walk.ts'
import { oneLine } from '#text/words.ts'
import { readBody } from '#content/body/read-body.ts'
import { toMarkdown } from '#content/render/markdown.ts'
import { CORPORA, corpus, shown } from './corpus.ts'
import { holdsAtom, holdsCalendar, holdsMarkdown, holdsRis, holdsXml } from './formats.ts'
import { readMarkdown } from './read-markdown.ts'
import { type HostileWorld, hostileWorld } from './world.ts'

const SHOWN = {
  reference: () => ({ label: '[a](javascript:b) <b>', href: 'https://kb.example/a' }),
  quotation: () => ({ words: '1. <b> [a](javascript:b)', label: '](javascript:b)', href: 'https://kb.example/b' }),
  source: () => ({ label: '](javascript:b)', title: 'T', href: 'https://kb.example/c' }),
  picture: () => ({ src: 'https://kb.example/d.png' }),
}

/** The body as plain Markdown, where the reader accepts it. */
function twinOf(source: string, meeting: boolean): string {
  const { problems, text } = readBody(source, { mayShow: () => true, meeting })
  return problems.length === 0 ? toMarkdown(text, SHOWN) : ''
}

// Where GFM makes a link of an address by itself, it shows the backslashes too.
const plain = (text: string) => oneLine(text).replaceAll('\\', '')

function holdsMarkdownForms({ knowledge, short }: HostileWorld, bodies: readonly string[]): void {
  for (const entry of knowledge.entries) {
    for (const body of ['', ...bodies]) holdsMarkdown(markdownTwin(knowledge, entry, body))
    for (const { id } of partsOf(entry.data)) {
      const part = knowledge.part(entry, id)
      if (part) holdsMarkdown(markdownPart(knowledge, entry, part))
    }
  }
  const overview = llms(knowledge)
  holdsMarkdown(overview)
  const { headings } = readMarkdown(overview)
  assert.equal(plain(headings[0] ?? ''), plain(knowledge.site.title))
  assert.deepEqual(headings.slice(1).sort(), ['Data', 'Incidents', 'Statements', 'Summits', 'Topics'])
  for (const incident of knowledge.all('incidents')) {
    const table = timelineFile('md', twin(knowledge, incident))
    holdsMarkdown(table)
    assert.ok(plain(readMarkdown(table).words).includes(plain(short ?? '')), table)
    assert.equal(table.trimEnd().split('\n').length, 3)
  }
  const found = precedents(knowledge)
  const [first] = new PrecedentFinder(found).suggest({
    form: 'words',
    paths: [],
    text: found.incidents.map(({ title }) => title).join(' '),
  })
  if (first) holdsMarkdown(reviewComment(found, [first]))
}

function holdsLineForms({ knowledge }: HostileWorld): void {
  for (const entry of knowledge.entries)
    for (const part of [undefined, knowledge.part(entry, 'e-stop')])
      for (const { form, text } of citationForms(knowledge, entry, part)) {
        if (form === 'markdown' || form === 'short') holdsMarkdown(text)
        if (form === 'ris') holdsRis(text)
        if (['short', 'markdown', 'text', 'html', 'trailer'].includes(form))
          assert.equal(text.split(/[\r\n]/).length, 1, form)
      }
  holdsCalendar(summitsCalendar(knowledge, knowledge.all('summits'), '/summits/calendar.ics'), 1)
  holdsCalendar(dueCalendar(knowledge), 1)
  for (const incident of knowledge.all('incidents')) holdsCalendar(timelineFile('ics', twin(knowledge, incident)), 1)
}

function holdsXmlForms({ knowledge }: HostileWorld): void {
  for (const page of feedPages(knowledge)) {
    const read = holdsAtom(atom(knowledge, page))
    assert.deepEqual(
      read.map(({ title, summary }) => [oneLine(title), oneLine(summary)]),
      page.entries.map(({ title, summary }) => [oneLine(title), oneLine(summary)]),
    )
    assert.ok(JSON.stringify(jsonFeed(knowledge, page)).isWellFormed())
  }
  holdsXml(openSearch(knowledge) ?? '')
  holdsXml(sitemapXml(sitemap(knowledge)))
}

function holdsEverywhere(source: string): void {
  const world = hostileWorld(source)
  const bodies = [
    twinOf(source, false),
    twinOf(source, true),
    twinOf(`<Note title="${source.replaceAll('"', '')}">\n\n${source}\n\n</Note>`, false),
  ].filter((body) => body !== '')
  holdsMarkdownForms(world, [...new Set(bodies)])
  holdsLineForms(world)
  holdsXmlForms(world)
}

for (const name of CORPORA)
  for (const source of corpus(name))
    test(`${name}: ${shown(source)} is refused, or stays text in Markdown, feeds, calendars and citations`, () =>
      holdsEverywhere(source))

test('most hostile texts are accepted as text, so that the formats are put to the test', () => {
  const texts = corpus('texts').map(hostileWorld)
  assert.ok(texts.filter(({ long }) => long !== undefined).length > texts.length / 2)
  assert.ok(texts.filter(({ short }) => short !== undefined).length > texts.length / 2)
})

const piece = fc.oneof(
  fc.constantFrom(...CORPORA.flatMap(corpus).filter((one) => one.length < 60)),
  fc.constantFrom(
    '[',
    '](',
    ')',
    '<',
    '>',
    '{""}',
    '{"<"}',
    '*',
    '_',
    '`',
    '\n\n',
    '\n',
    '    ',
    '|',
    '- ',
    '> ',
    '## ',
    '\\',
    '&#x6a;',
    '![',
    '<sub>',
    '</sub>',
    '<Note>',
    '</Note>',
    '<Ref to="a" />',
  ),
)

test('whatever is put together from hostile pieces is refused, or becomes Markdown that runs nothing', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => holdsMarkdown(twinOf(pieces.join(''), false))),
    { seed: 8, numRuns: runs(4000) },
  )
})

test('whatever is put together from hostile pieces stays text in every format', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => holdsEverywhere(pieces.join(''))),
    { seed: 8, numRuns: runs(150) },
  )
})
