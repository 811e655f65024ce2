import assert from 'node:assert/strict'
import test from 'node:test'
import {
  APOLOGY,
  CITATION,
  type Edits,
  HISTORY,
  INCIDENT,
  PROMISE,
  readWith,
  redIncident,
  redOrganization,
  redSource,
  redTopic,
  REPLY,
  sameAsByHand,
  SUMMIT,
} from './by-hand.ts'

const POINT = '  - { id: p-date,'
const HEARD = '[acme-report] }\n  - { id: i-duration'
const TEXT = 'Acme sent an update to all routers at once.'
const FIRST_REVISION = 'summary: First recorded. }'
const red = (words: string) => `<Restricted tlp="RED">\n\n${words}\n\n</Restricted>\n\n`
/** A point of the meeting, to be written before another. */
const point = (id: string, by: string, more = '') =>
  `  - { id: ${id}, kind: openQuestion, force: discussed, text: Will it ` +
  `hold?, assertedBy: ${by}, ${more}sources: [acme-report] }\n`
const before = (line: string, words: string): [string, string] => [line, `${words}${line}`]

/** What is written, and what is left for everybody, as if somebody had removed the rest by hand. */
const CASES: Readonly<Record<string, readonly [Edits, Edits]>> = {
  'a restricted point goes with everything that refers to it': [
    {
      [SUMMIT]: [
        before(POINT, point('p-rhodium', 'acme', 'tlp: RED, ')),
        [FIRST_REVISION, 'summary: First recorded., changed: [p-rhodium, p-date] }'],
        ['kind: consensus,', 'kind: consensus, answers: p-rhodium,'],
        before('The board met', 'As said [here](#p-rhodium).\n\n'),
      ],
      [REPLY]: [before('The hospital asked', 'It was said [here](2026-02-10-router-review#p-rhodium).\n\n')],
      [CITATION]: [['cites: [', 'cites: [2026-02-10-router-review#p-rhodium, ']],
    },
    { [SUMMIT]: [[FIRST_REVISION, 'summary: First recorded., changed: [p-date] }']] },
  ],
  'a link to a heading in a restricted passage keeps its words alone': [
    { [INCIDENT]: [before(TEXT, `[There](#h-secret-part) it was.\n\n${red('## Secret part\n\nVanadium.')}`)] },
    { [INCIDENT]: [before(TEXT, 'There it was.\n\n')] },
  ],
  'links to headings of the same name still lead to theirs': [
    {
      [INCIDENT]: [
        before(
          TEXT,
          `See [one](#h-parts), [two](#h-parts-2), [three](#h-parts-3).\n\n## ` +
            `Parts\n\nOne.\n\n${red('## Parts\n\nTwo.')}## Parts\n\nThree.\n\n`,
        ),
      ],
    },
    {
      [INCIDENT]: [
        before(TEXT, 'See [one](#h-parts), two, [three](#h-parts-2).\n\n## Parts\n\nOne.\n\n## Parts\n\nThree.\n\n'),
      ],
    },
  ],
  'a link to a heading follows it when the heading loses words': [
    {
      [INCIDENT]: [
        before(TEXT, '[See](#h-parts-of-osmium).\n\n## Parts <Restricted tlp="RED">of osmium</Restricted>\n\n'),
      ],
    },
    { [INCIDENT]: [before(TEXT, '[See](#h-parts).\n\n## Parts\n\n')] },
  ],
  'a link to a heading that is cut for what it refers to keeps its words alone': [
    {
      ...redIncident,
      [INCIDENT]: [
        [
          TEXT,
          'Acme sent. [See below](#h-osmium-clause-of) there.\n\n## Osmium clause ' +
            'of <Ref to="2026-01-06-molybdenum" />\n\nMore words.\n',
        ],
      ],
    },
    { [INCIDENT]: [[TEXT, 'Acme sent. See below there.\n\nMore words.\n']] },
  ],
  'a heading left with nothing beneath it is gone from the list of what a body refers to': [
    { [INCIDENT]: [before(TEXT, `## Like [that](acme)\n\n${red('Vanadium.')}## Of it all\n\n`)] },
    { [INCIDENT]: [before(TEXT, '## Of it all\n\n')] },
  ],
  'a restricted organization goes from points, and those that it alone asserts with it': [
    {
      ...redOrganization,
      [SUMMIT]: [
        before(
          POINT,
          point('p-other', 'zirconia') +
            point('p-two', '[acme, zirconia]') +
            point('p-three', '[zirconia, acme, harbor]'),
        ),
      ],
      [CITATION]: [['cites: [', 'cites: [2026-02-10-router-review#p-other, ']],
    },
    { [SUMMIT]: [before(POINT, point('p-two', '[acme]') + point('p-three', '[acme, harbor]'))] },
  ],
  'a paragraph goes with the topic that it names': [
    { ...redTopic, [SUMMIT]: [before('The board met', '[So](zirconia-rules) it went.\n\nThe rules of zirconia.\n\n')] },
    { [SUMMIT]: [before('The board met', 'The rules of zirconia.\n\n')] },
  ],
  'a contradiction about a restricted part goes with it': [
    {
      [INCIDENT]: [
        [
          HEARD,
          HEARD.replace(
            '}\n',
            '}\n  - { id: i-vanadium, measure: vanadium-lost, tlp: RED, what: ' +
              'Vanadium, value: 4, assertedBy: acme, sources: [acme-report] }\n',
          ),
        ],
        [
          'contradictions:\n',
          'contradictions:\n  - { id: x-vanadium, about: i-vanadium, why: So., readings: [{ text: A., sources: ' +
            '[acme-report], verdict: followed }, { text: B., sources: [acme-report], verdict: rival }] }\n',
        ],
      ],
    },
    {},
  ],
  'a quoted position goes with its quotation': [
    { [APOLOGY]: [['text: we will send', 'tlp: RED, text: we will send']] },
    {
      [APOLOGY]: [
        ['quotes:\n  - { id: k-stages, text: we will send every update in stages from now on }\n', ''],
        ['positions:\n  - { topic: staged-updates, stance: supports, basis: quoted, quote: k-stages }\n', ''],
      ],
    },
  ],
  'an event stays when its only actors are gone': [
    {
      ...redOrganization,
      [INCIDENT]: [
        ['kind: context, actor: acme, title: Acme sent', 'kind: context, actor: zirconia, title: Acme sent'],
        ['kind: onset, actor: harbor,', 'kind: onset, actor: [zirconia],'],
      ],
    },
    {
      [INCIDENT]: [
        ['kind: context, actor: acme, title: Acme sent', 'kind: context, title: Acme sent'],
        ['kind: onset, actor: harbor,', 'kind: onset,'],
      ],
    },
  ],
  'a claim with another source to serve outlives its own': [
    {
      ...redSource,
      [INCIDENT]: [['event: e-stop }', 'event: e-stop, sources: [tellurium-note] }']],
      [PROMISE]: [['log:', 'sources: [tellurium-note]\nlog:']],
    },
    {},
  ],
  'a claim goes when neither its own source nor another is left': [
    {
      ...redSource,
      [INCIDENT]: [
        [
          'event: e-stop }',
          'event: e-stop }\n  - { id: m-word, name: communicated, at: ' +
            '"2026-01-05T09:00Z", event: e-word, sources: [tellurium-note] }',
        ],
        [
          'timeline:\n',
          'timeline:\n  - { id: e-word, at: "2026-01-05T09:00Z", kind: ' +
            'communication, title: A word, sources: [tellurium-note] }\n',
        ],
      ],
    },
    {},
  ],
  'a part named through an old id of its record is known to be gone': [
    {
      [INCIDENT]: [
        ['history:', 'aliases: [2026-01-05-old-name]\nhistory:'],
        [
          '  - { id: e-report',
          '  - { id: e-vanadium, at: "2026-01-08", kind: context, title: Vanadium ' +
            'came, tlp: RED, sources: [acme-report] }\n  - { id: e-report',
        ],
      ],
      [CITATION]: [['cites: [', 'cites: [2026-01-05-old-name#e-vanadium, 2026-01-05-old-name#e-stop, ']],
    },
    {
      [INCIDENT]: [['history:', 'aliases: [2026-01-05-old-name]\nhistory:']],
      [CITATION]: [['cites: [', 'cites: [2026-01-05-old-name#e-stop, ']],
    },
  ],
  'words that would open a block are kept from it as an author would': [
    {
      [INCIDENT]: [
        before(
          TEXT,
          '<Restricted tlp="RED">Vanadium</Restricted> # 5 routers\n\n<Restricted ' +
            'tlp="RED">Vanadium</Restricted> - a dash\n\n<Restricted ' +
            'tlp="RED">Vanadium</Restricted> 5. May\n\n<Restricted tlp="RED">Vanadium</Restricted> ***truly***\n\n',
        ),
      ],
    },
    { [INCIDENT]: [before(TEXT, '\\# 5 routers\n\n\\- a dash\n\n5\\. May\n\n***truly***\n\n')] },
  ],
  'words that only look like pinned revisions stay as they are': [
    {
      'topics/open.yaml':
        `question: Try @r3d2?\ndescription: Mail me@r3.example or open@r3.example of ` +
        `open@r3d2, not open@r3. See (open#e-x@r3) and xopen@r3.\nrevision: 3\nhistory:\n  - { revision: 1, date: ` +
        `"2026-03-01", type: addition, summary: First. }\n  - { revision: 2, date: "2026-03-02", type: addition, ` +
        `summary: Vanadium., tlp: RED }\n  - { revision: 3, date: "2026-03-03", type: addition, summary: Third. }\n`,
    },
    {
      'topics/open.yaml':
        `question: Try @r3d2?\ndescription: Mail me@r3.example or open@r3.example of ` +
        `open@r3d2, not open@r2. See (open#e-x@r2) and xopen@r3.\nrevision: 2\nhistory:\n  - ` +
        `{ revision: 1, date: "2026-03-01", type: addition, summary: First. }\n  - { ` +
        `revision: 2, date: "2026-03-03", type: addition, summary: Third. }\n`,
    },
  ],
}

for (const [what, [written, byHand]] of Object.entries(CASES))
  test(what, (t) => {
    sameAsByHand(t, written, byHand)
  })

test('what is above one audience and not above another is cut for the one alone', (t) => {
  const edits = {
    [SUMMIT]: [before(POINT, point('p-rhodium', 'acme', 'tlp: AMBER, '))],
    [CITATION]: [['cites: [', 'cites: [2026-02-10-router-review#p-rhodium, ']],
  } satisfies Edits
  sameAsByHand(t, { ...edits, ...redTopic }, edits, 'AMBER')
  sameAsByHand(
    t,
    {
      ...edits,
      ...redTopic,
      'topics/old.yaml': `question: Old?\ndescription: It was.\nembargoUntil: "2027-01-01T00:00Z"\n${HISTORY}`,
    },
    {},
    'GREEN',
  )
})

test('an incident that is shown first is not named to those who may not see it', (t) => {
  const edits = { [INCIDENT]: [['title:', 'tlp: AMBER\ntitle:']] } satisfies Edits
  assert.equal(readWith(t, edits, 'AMBER').site.flagship, '2026-01-05-router-outage')
  const { site, findings } = readWith(t, edits)
  assert.equal(site.flagship, undefined)
  assert.deepEqual(findings, [])
})
