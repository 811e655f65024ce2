import { stringify as write } from 'yaml'

// Quoted and unfolded: what looks like a date must not become one.
const stringify = (value: unknown) =>
  write(value, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 })

const note = { title: 'Note', type: 'webpage', publisher: 'Acme', kind: 'primary', url: 'https://acme.example/note' }
const history = [{ revision: 1, date: '2026-03-01', type: 'addition', summary: 'First recorded.' }]

/** An event as an author writes it; what a test does not care about is filled in. */
export const event = (id: string, at: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  at,
  kind: 'context',
  title: `Event ${id}`,
  sources: ['acme-note'],
  ...more,
})

/** The file of an incident with a timeline. */
export const incidentFile = (
  title: string,
  timeline: readonly unknown[],
  milestones: readonly unknown[] = [],
): string =>
  `---\n${stringify({ title, summary: `${title}.`, kind: 'fault', severity: 'minor', milestones, timeline, history })}---\n`

/** The files of a content folder that every incident here rests on. */
export const groundFiles: Readonly<Record<string, string>> = {
  'site.yaml': 'title: Odd logs\ndescription: Timelines at their edges.\n',
  'sources/acme-note.yaml': stringify({ ...note, history }),
  ...Object.fromEntries(
    ['acme', 'bolt', 'court'].map((id) => [
      `organizations/${id}.yaml`,
      stringify({ name: id.replace(/^./, (letter) => letter.toUpperCase()), kind: 'vendor', history }),
    ]),
  ),
}

const many = (count: number, at: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => event(`e-${index}`, at(index), { actor: 'acme' }))
const minute = (index: number) =>
  `2026-01-05T${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}Z`

/** Timelines at their edges, by id. */
export const ODD = {
  '2026-01-05-none': [],
  '2026-01-05-one': [event('e-only', '2026-01-05T08:00Z', { kind: 'onset', actor: 'acme' })],
  '2026-01-05-many': many(200, minute),
  '2026-01-05-same': many(12, () => '2026-01-05T08:00Z'),
  '2026-01-05-three': [
    event('e-acme', '2026-01-05T08:00Z', { actor: 'acme' }),
    event('e-two', '2026-01-05T09:00Z/..', { actor: ['acme', 'bolt'] }),
    event('e-by', '../2026-02', { actor: 'court' }),
    event('e-years', '2006/2026', { actor: 'court' }),
  ],
  '2026-01-05-open': [
    event('e-by', '../2026-01-05', { actor: 'acme' }),
    event('e-from', '2026-01-05/..', { actor: 'acme' }),
    event('e-from-2', '2026-01-06T08:00Z/..'),
  ],
  '1996-years': [
    event('e-first', '1996'),
    event('e-middle', '2010-05'),
    event('e-last', '2026-01-05T08:00Z', { actor: 'acme' }),
  ],
  '2026-01-05-30-seconds': [
    event('e-first', '2026-01-05T08:00:00Z', { kind: 'onset' }),
    event('e-last', '2026-01-05T08:00:30Z', { kind: 'recovery', actor: 'acme' }),
  ],
  '2026-01-05-out-of-order': [event('e-late', '2026-01-05T09:00Z'), event('e-early', '2026-01-05T08:00Z')],
  '2026-01-05-long': [
    event('e-long', '2026-01-05T08:00Z', { title: 'Longwordwithoutanybreak'.repeat(13), actor: 'acme' }),
    event('e-rtl', '2026-01-05T09:00Z', { title: 'توقفت الخدمة في الساعة 09:00 (خادم A)', actor: 'acme' }),
  ],
  '2026-01-05-nepal': [
    event('e-nepal', '2026-01-05T05:45+05:45', { actor: 'acme' }),
    event('e-utc', '2026-01-05T00:30Z'),
  ],
} as const satisfies Readonly<Record<string, readonly unknown[]>>

/** The whole content folder, as files. */
export const oddFiles = (): Record<string, string> => ({
  ...groundFiles,
  ...Object.fromEntries(
    Object.entries(ODD).map(([id, timeline]) => [`incidents/${id}.mdx`, incidentFile(`The log ${id}`, timeline)]),
  ),
})
