import assert from 'node:assert/strict'
import test from 'node:test'
import { parse as parseCsv } from 'csv-parse/sync'
import { dueCalendar, summitsCalendar } from '#exports/calendar.ts'
import { commitmentsCsv } from '#exports/commitments-csv.ts'
import { csaf } from '#exports/csaf.ts'
import { controlsCsv } from '#exports/controls-csv.ts'
import { csv } from '#exports/csv.ts'
import { atom, jsonFeed } from '#exports/feed-forms.ts'
import { feedPages } from '#exports/feed-pages.ts'
import { jsonText } from '#exports/json-text.ts'
import { jsonLines } from '#exports/lines.ts'
import { llms } from '#exports/llms.ts'
import { markdownTwin } from '#exports/markdown.ts'
import { positionsCsv } from '#exports/positions-csv.ts'
import { precedents } from '#exports/precedents.ts'
import { refs } from '#exports/refs.ts'
import { timelineFile } from '#exports/timeline-file.ts'
import { everything, inOrder, twin } from '#exports/twin.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { knowledgeOf } from '../small.ts'
import { citationForms } from './citation-forms.ts'

const INCIDENT = '2026-01-05-router-outage'

/** Everything that is taken away from a site, by what it is. */
function exportsOf(knowledge: Knowledge): Readonly<Record<string, string>> {
  const incident = knowledge.get('incidents', INCIDENT) ?? assert.fail('no incident')
  const part = knowledge.part(incident, 'e-sent') ?? assert.fail('no event')
  const published = twin(knowledge, incident)
  const one = new Set(['e-sent'])
  const page = feedPages(knowledge)[0] ?? assert.fail('no feed')
  const cited = [
    ...citationForms(knowledge, incident),
    ...citationForms(knowledge, incident, part).map((form) => ({ ...form, form: `part ${form.form}` })),
  ]
  return {
    ...Object.fromEntries(cited.map(({ form, text }) => [`citation ${form}`, text])),
    table: csv(knowledge, inOrder(knowledge)),
    commitments: commitmentsCsv(knowledge),
    controls: controlsCsv(knowledge),
    positions: positionsCsv(knowledge),
    'timeline as CSV': timelineFile('csv', published),
    'one event as CSV': timelineFile('csv', published, one),
    'timeline as Markdown': timelineFile('md', published),
    'one event as Markdown': timelineFile('md', published, one),
    'timeline as calendar': timelineFile('ics', published),
    'one event as calendar': timelineFile('ics', published, one),
    meetings: summitsCalendar(knowledge, knowledge.all('summits'), '/summits/calendar.ics'),
    'due dates': dueCalendar(knowledge),
    Atom: atom(knowledge, page),
    'JSON Feed': JSON.stringify(jsonFeed(knowledge, page)),
    'Markdown twin': markdownTwin(knowledge, incident, ''),
    CSAF: jsonText(csaf(knowledge, incident)),
    'JSON twin': JSON.stringify(twin(knowledge, incident)),
    everything: jsonText(everything(knowledge)),
    lines: jsonLines(knowledge),
    references: jsonText(refs(knowledge)),
    precedents: jsonText(precedents(knowledge)),
    'llms.txt': llms(knowledge),
  }
}

const clear = exportsOf(knowledgeOf())
const amber = exportsOf(knowledgeOf(undefined, { audience: 'AMBER+STRICT' }))

for (const [name, text] of Object.entries(amber))
  test(`a build above CLEAR says so in: ${name}; a CLEAR one says nothing`, () => {
    assert.ok(text.replace(/\r\n[ \t]/g, '').includes('TLP:AMBER+STRICT'), text.slice(0, 300))
    assert.doesNotMatch(clear[name] ?? assert.fail(), /TLP:(?!CLEAR)/)
  })

test('every row of a table, every line of data, and every entry of a feed or calendar says so by itself', () => {
  for (const name of ['table', 'commitments', 'controls', 'positions', 'timeline as CSV']) {
    const rows: Record<string, string>[] = parseCsv(amber[name] ?? '', { columns: true })
    assert.ok(rows.length > 0 && rows.every(({ disclosure }) => disclosure === 'TLP:AMBER+STRICT'), name)
  }
  const times = (name: string, part: RegExp) => [...(amber[name] ?? '').matchAll(part)].length
  assert.equal(times('lines', /\n/g), times('lines', /^\{"disclosure":"TLP:AMBER\+STRICT"/gm))
  assert.equal(times('Atom', /<entry>/g), times('Atom', /<category term="TLP:AMBER\+STRICT"/g))
  for (const name of ['timeline as calendar', 'meetings', 'due dates'])
    assert.equal(times(name, /^BEGIN:VEVENT/gm), times(name, /^CATEGORIES:TLP:AMBER\+STRICT/gm), name)
})
