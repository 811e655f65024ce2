import { type Case, control, HISTORY, topic, TOPIC } from './bad-case.ts'

/** Files that are wrong as files, in their place, or in their body. */
export const BAD_FILES: readonly Case[] = [
  {
    name: 'an MDX syntax error',
    files: control('\nWords <Note>and more.\n'),
    expected: [
      'body-syntax controls/open-reports.mdx:7:7 expected a closing tag for `<Note>` before the end of `paragraph`',
    ],
  },
  {
    name: 'an unknown component',
    files: control('\n<Notee>\n\nWords.\n\n</Notee>\n'),
    expected: ['body-component controls/open-reports.mdx:7:1 found <Notee>; there is no such component'],
  },
  {
    name: 'bytes that are not UTF-8',
    files: topic(
      Buffer.concat([Buffer.from('question: A?\ndescription: caf'), Buffer.from([0xe9]), Buffer.from('\n')]),
    ),
    expected: ['file-encoding topics/open-reports.yaml:2:17 expected UTF-8, found a byte that is not'],
  },
  {
    name: 'a control character',
    files: topic(`question: A\u0007?\n`),
    expected: ['file-encoding topics/open-reports.yaml:1:12 expected text, found the control character U+0007'],
  },
  {
    name: 'a character that turns the direction of writing',
    files: topic(`question: "A \u202e?"\ndescription: B.\n${HISTORY}`),
    expected: ['file-encoding topics/open-reports.yaml:1:14 expected text, found the invisible character U+202E'],
  },
  {
    name: 'the same, written as an escape',
    files: topic(`question: "A \\u202e?"\ndescription: B.\n${HISTORY}`),
    expected: ['field-value topics/open-reports.yaml:1:1 expected plain text, found the invisible character U+202E'],
  },
  {
    name: 'half of a character',
    files: topic(`question: "A \\uD800?"\ndescription: B.\n${HISTORY}`),
    expected: [
      'field-value topics/open-reports.yaml:1:1 expected plain text, found U+D800, which is half of a character',
    ],
  },
  {
    name: 'half of a character in an address',
    files: { 'organizations/quay.yaml': `name: Quay\nkind: vendor\nurl: "https://quay.example/\\uDC00"\n${HISTORY}` },
    expected: [
      'field-value organizations/quay.yaml:3:1 expected an address, found in it U+DC00, which is half of a character',
    ],
  },
  {
    name: 'an address with signs that no address has',
    files: {
      'organizations/quay.yaml':
        `name: Quay\nkind: vendor\nurl: ` + `'https://quay.example/>)[x](javascript:alert(1))|a"b'\n${HISTORY}`,
    },
    expected: [
      'field-value organizations/quay.yaml:3:1 expected an address, found in it >, which addresses do not hold',
    ],
  },
  {
    name: 'a control character in a body',
    files: control('\nOne \u009b2J two.\n'),
    expected: ['file-encoding controls/open-reports.mdx:7:5 expected text, found the control character U+009B'],
  },
  {
    name: 'a name in several lines',
    files: {
      'organizations/quay.yaml': `name: Quay\nshortName: "Quay\\nER  - \\nTY  - BOOK"\nkind: vendor\n${HISTORY}`,
    },
    expected: ['field-value organizations/quay.yaml:2:1 expected text on one line, found a line break'],
  },
  {
    name: 'a language that is none',
    files: { 'site.yaml': 'title: Small\ndescription: Small.\nurl: https://small.example\nlanguage: "en\\nAU  - X"\n' },
    expected: ['field-value site.yaml:4:1 expected a language tag, found "en\nAU  - X"'],
  },
  {
    name: 'a federated site whose host would be read as a directive or a variable',
    files: {
      'site.yaml':
        'title: Small\ndescription: Small.\nurl: https://small.example\nfederation: [{ name: A, ' +
        'url: "https://a;script-src-attr/" }, { name: B, url: "https://b$host/" }]\n',
    },
    expected: [
      'field-value site.yaml:4:25 expected a host of ASCII letters, ' +
        'digits, "." and "-", found "https://a;script-src-attr/"',
      'field-value site.yaml:4:73 expected a host of ASCII letters, digits, "." and "-", found "https://b$host/"',
    ],
  },
  {
    name: 'a file of ten million bytes',
    files: topic('x'.repeat(10_000_000)),
    expected: ['file-size topics/open-reports.yaml:1:1 expected at most 1,048,576 bytes, found 10,000,000'],
  },
  {
    name: 'an empty file',
    files: topic(''),
    expected: ['file-empty topics/open-reports.yaml:1:1 expected a record, found an empty file'],
  },
  {
    name: 'a file of spaces',
    files: topic(' \n\n'),
    expected: ['file-empty topics/open-reports.yaml:1:1 expected a record, found an empty file'],
  },
  {
    name: 'a record with a text, but no front matter',
    files: { 'controls/open-reports.mdx': 'Words.\n' },
    expected: [
      'front-matter controls/open-reports.mdx:1:1 expected front matter ' +
        'between two lines of ---, found no --- on the first line',
    ],
  },
  {
    name: 'a javascript: address in a field',
    files: { 'organizations/quay.yaml': `name: Quay\nkind: vendor\nurl: "javascript:alert(1)"\n${HISTORY}` },
    expected: [
      'field-value organizations/quay.yaml:3:1 expected an address that ' +
        'begins with https:// or http://, found "javascript:alert(1)"',
    ],
  },
  {
    name: 'a javascript: address in a body',
    files: control('\n[a](java&#115;cript:alert)\n'),
    expected: ['body-url controls/open-reports.mdx:7:1 "javascript:" addresses are not allowed'],
  },
  {
    name: 'a file of another kind',
    files: { 'topics/notes.md': 'Notes.\n', 'notes.txt': 'Notes.\n' },
    expected: [
      'unexpected-file notes.txt:1:1 expected a folder of records (incidents, summits, statements, commitments, ' +
        'inquiries, proceedings, organizations, topics, controls, sources, citations) or site.yaml, found "notes.txt".',
      'unexpected-file topics/notes.md:1:1 expected <id>.yaml here, found "notes.md"',
    ],
  },
  {
    name: 'a name that is no id',
    files: { 'topics/Open Reports.yaml': TOPIC },
    expected: [
      'file-name topics/Open Reports.yaml:1:1 expected a name of lowercase ' +
        'ASCII words and digits joined by "-", found "Open Reports"',
    ],
  },
  {
    name: 'a site.yaml that lets bodies run as code, as an earlier version did',
    files: { 'site.yaml': 'title: Small\ndescription: Small.\nurl: https://small.example\ntrustedMdx: true\n' },
    expected: [
      'unknown-key site.yaml:4:1 expected one of the known keys, found "trustedMdx": bodies are never run as code',
    ],
  },
  {
    name: 'a site.yaml with a wrong key',
    files: { 'site.yaml': 'title: Small\ndescription: Small.\nurl: https://small.example\nlicense: MIT\n' },
    expected: ['unknown-key site.yaml:4:1 expected one of the known keys, found "license".'],
  },
]
