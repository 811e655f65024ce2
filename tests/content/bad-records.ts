import { type Case, control, HISTORY, topic, TOPIC } from './bad-case.ts'

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** Records that are wrong in their YAML, their fields or their references. */
export const BAD_RECORDS: readonly Case[] = [
  {
    name: 'malformed YAML: a bracket that is never closed',
    files: topic('question: [\n'),
    expected: [
      'yaml-syntax topics/open-reports.yaml:2:1 expected well-formed YAML: Flow sequence ' +
        'in block collection must be sufficiently indented and end with a ]',
    ],
  },
  {
    name: 'malformed YAML: a tab for indentation',
    files: topic('question: A?\ndescription:\n\t- x\n'),
    expected: [
      'yaml-syntax topics/open-reports.yaml:3:1 expected well-formed YAML: Tabs are not allowed as indentation',
    ],
  },
  {
    name: 'a key written twice',
    files: topic(`${TOPIC}question: Again?\n`),
    expected: ['yaml-syntax topics/open-reports.yaml:4:1 expected well-formed YAML: Map keys must be unique'],
  },
  {
    name: 'a file that is a list',
    files: topic('- question\n'),
    expected: ['field-value topics/open-reports.yaml:1:1 expected a map of keys, found a list'],
  },
  {
    name: 'an unknown key',
    files: topic(`${TOPIC}descripton: Again.\n`),
    expected: [
      'unknown-key topics/open-reports.yaml:4:1 expected one of the known ' +
        'keys, found "descripton". Did you mean "description"?',
    ],
  },
  {
    name: 'an unknown key within an item, inside front matter',
    files: control(
      '\nWords.\n',
      'contradictions:\n  - id: x-a\n    abuot: It\n    about: It\n    why: So.\n    readings: [{ text: A., ' +
        'sources: [acme-report], verdict: rival }, { text: B., sources: [acme-report], verdict: rival }]\n',
    ),
    expected: [
      'unknown-key controls/open-reports.mdx:6:5 expected one of the known keys, found "abuot". Did you mean "about"?',
    ],
  },
  {
    name: 'a derived key that is written',
    files: topic(`${TOPIC}title: Open reports\n`),
    expected: [
      'unknown-key topics/open-reports.yaml:4:1 expected one of the known ' +
        'keys, found "title". "title" is derived here and not written.',
    ],
  },
  {
    name: 'a wrong type',
    files: topic(`question: 42\ndescription: Whether.\nrelated: staged-updates\n${HISTORY}`),
    expected: [
      'field-value topics/open-reports.yaml:1:1 expected text (The question, so ' +
        'that “supports” and “opposes” read naturally.), found 42',
      'field-value topics/open-reports.yaml:3:1 expected a list, found "staged-updates"',
    ],
  },
  {
    name: 'a value that is not on its list',
    files: topic(`${TOPIC}tlp: AMBRE\n`),
    expected: [
      'field-value topics/open-reports.yaml:4:1 expected one of CLEAR, GREEN, ' +
        'AMBER, AMBER+STRICT, RED, found "AMBRE". Did you mean "AMBER"?',
    ],
  },
  {
    name: 'a required field that is missing',
    files: topic(`question: Should reports be open?\n${HISTORY}`),
    expected: [
      'field-value topics/open-reports.yaml:1:1 expected "description", ' +
        'text (What the question is about.), found nothing',
    ],
  },
  {
    name: 'an unquoted date',
    files: { 'citations/a-review.yaml': `title: Review\nat: 2026-02-25\nkind: codeReview\ncites: [acme]\n${HISTORY}` },
    expected: ['unquoted-date citations/a-review.yaml:2:5 expected a quoted date, found 2026-02-25 without quotes'],
  },
  {
    name: 'an impossible date',
    files: {
      'citations/a-review.yaml': `title: Review\nat: "2026-02-30"\nkind: codeReview\ncites: [acme]\n${HISTORY}`,
    },
    expected: [
      'field-value citations/a-review.yaml:2:1 "2026-02-30" is no time: 2026-02 has no day 30; it has 28 days',
    ],
  },
  ...[
    '../2027-01-01T00:00Z',
    '2024-01-01/2027-01-01T00:00Z',
    '2024-01-01T00:00Z/2027-01-01T00:00Z',
    '2027-01-01T00:00Z/..',
    '2027-01-01',
  ].map((written) => ({
    name: `an embargo until ${written}`,
    files: topic(`${TOPIC}embargoUntil: "${written}"\n`),
    expected: [`field-value topics/open-reports.yaml:4:1 expected one date-time with its zone, found "${written}"`],
  })),
  {
    name: 'a quoted position without its quotation',
    files: {
      'statements/2026-03-01-acme-aside.mdx':
        `---\ntitle: An aside\nsummary: Said aside.\norg: acme\nsaid: "2026-03-01"\nvenue: Acme ` +
        `blog\nchannel: blog\nofficialness: official\npositions: [{ topic: staged-updates, stance: ` +
        `supports, basis: quoted }]\nsources: [acme-report]\n${HISTORY}---\nAn aside.\n`,
    },
    expected: [
      'position-without-basis statements/2026-03-01-acme-aside.mdx:9:56 expected ' +
        'the quotation that a quoted position rests on, found none',
    ],
  },
  {
    name: 'an id that another kind has',
    files: { 'topics/acme.yaml': TOPIC },
    expected: [
      'duplicate-id topics/acme.yaml:1:1 expected an id that no other record ' +
        'has, found "acme", which organizations/acme.yaml has too',
    ],
  },
  {
    name: 'a record as file and as folder',
    files: {
      ...control('\nWords.\n'),
      'controls/open-reports/index.mdx': control('\nWords.\n')['controls/open-reports.mdx'],
    },
    expected: [
      'duplicate-id controls/open-reports.mdx:2:1 expected an id that no other record has, ' +
        'found "open-reports", which controls/open-reports/index.mdx has too',
    ],
  },
  {
    name: 'a dangling reference',
    files: topic(`${TOPIC}related: [staged-update]\n`),
    expected: [
      'unknown-reference topics/open-reports.yaml:4:11 expected the id of a ' +
        'topic, found "staged-update". Did you mean "staged-updates"?',
    ],
  },
  {
    name: 'a dangling reference in a body',
    files: control('\nFirst line.\n\nSee [the outage](2026-01-05-router-outage#e-stopp).\n'),
    expected: [
      'unknown-reference controls/open-reports.mdx:9:5 expected the id of a part of ' +
        '2026-01-05-router-outage, found "2026-01-05-router-outage#e-stopp". Did you mean "e-stop"?',
    ],
  },
  {
    name: 'a cyclic supersession',
    files: Object.fromEntries(
      (['a', 'b'] as const).map((name) => [
        `topics/topic-${name}.yaml`,
        `${TOPIC}recordStatus: superseded\nstatusReason: Reworded.\nsupersededBy: topic-${name === 'a' ? 'b' : 'a'}\n`,
      ]),
    ),
    expected: [
      'supersession-cycle topics/topic-a.yaml:6:1 expected supersession to ' +
        'end somewhere, found a circle: topic-a → topic-b → topic-a',
    ],
  },
  {
    name: 'a YAML bomb',
    files: topic(
      `a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, ` +
        `*b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c]\ne: [*d, *d, *d, *d, *d, *d, *d, *d]\n`,
    ),
    expected: [
      'yaml-syntax topics/open-reports.yaml:1:1 expected at most 50 uses of ' +
        'aliases: Excessive alias count indicates a resource exhaustion attack',
    ],
  },
  {
    name: 'an alias of itself',
    files: topic('question: &a [*a]\n'),
    expected: [
      'yaml-syntax topics/open-reports.yaml:1:15 expected values that do not hold themselves, found *a inside &a',
    ],
  },
  {
    name: 'a YAML tag',
    files: topic(`question: !!js/function "function () {}"\ndescription: B.\n${HISTORY}`),
    expected: [
      'yaml-syntax topics/open-reports.yaml:1:11 expected well-formed ' +
        'YAML: Unresolved tag: tag:yaml.org,2002:js/function',
    ],
  },
  {
    name: 'YAML a thousand levels deep',
    files: topic(`question: ${nested(1000)}\n`),
    expected: ['yaml-syntax topics/open-reports.yaml:1:1 expected at most 40 levels of nesting, found more'],
  },
  {
    name: 'a key that is every object’s',
    files: topic(`${TOPIC}__proto__: { tlp: RED }\nconstructor: x\n`),
    expected: [
      'unknown-key topics/open-reports.yaml:4:1 expected one of the known keys, found "__proto__".',
      'unknown-key topics/open-reports.yaml:5:1 expected one of the known keys, found "constructor".',
    ],
  },
]
