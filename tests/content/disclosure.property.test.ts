import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import fc from 'fast-check'
import { link } from '#knowledge/knowledge.ts'
import { outgoing } from '#knowledge/backlinks.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { TLP, type Tlp, tlpRank } from '#schema/vocabularies.ts'
import { isObject, partsOf } from '#schema/walk.ts'
import { redact } from '#content/redact.ts'
import { readContent } from '#content/read.ts'
import { runs } from '../everything.ts'
import { contentFolder, SMALL } from '../content-folder.ts'
import { SCHEMAS } from '#schema/extend.ts'
import { siteSchema } from '#schema/site.ts'

const LEVELS = Object.keys(TLP) as Tlp[]
const EVERYTHING = { level: 'RED', now: Number.POSITIVE_INFINITY, drafts: true } as const
const whole = readContent(SMALL, EVERYTHING).entries

/** Every object of a record that may carry a level, the record itself first. */
function leveled(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(leveled)
  return isObject(value) ? [...('tlp' in value ? [value] : []), ...Object.values(value).flatMap(leveled)] : []
}

const places = whole.flatMap((entry) =>
  leveled(structuredClone(entry.data)).map((_, index) => ({ id: entry.id, index })),
)

/**
 * The small folder with some levels raised, drafts and embargoes set, and a word of its own in every restricted place.
 */
function marked(changes: readonly { at: number; level: Tlp; how: 'tlp' | 'draft' | 'embargo' }[]): {
  entries: AnyEntry[]
  canaries: Map<string, Tlp | 'hidden'>
} {
  const canaries = new Map<string, Tlp | 'hidden'>()
  const entries = whole.map((entry) => ({ ...entry, data: structuredClone(entry.data) }) as AnyEntry)
  for (const [n, { at, level, how }] of changes.entries()) {
    const place = places[at % places.length]
    const entry = entries.find(({ id }) => id === place?.id)
    const object = leveled(entry?.data)[place?.index ?? 0]
    if (!entry || !object) continue
    const canary = `canary${n}`
    if (place?.index === 0 && how === 'draft') Object.assign(object, { recordStatus: 'draft', statusReason: canary })
    else if (place?.index === 0 && how === 'embargo')
      Object.assign(object, { embargoUntil: '2030-01-01T00:00Z', statusReason: canary })
    // Raised, never lowered: several changes may meet in one place.
    else
      Object.assign(object, {
        tlp: tlpRank(object['tlp'] as Tlp) > tlpRank(level) ? object['tlp'] : level,
        [`note`]: canary,
      })
    canaries.set(canary, place?.index === 0 && how !== 'tlp' ? 'hidden' : level)
  }
  return { entries, canaries }
}

const change = fc.record({
  at: fc.nat(),
  level: fc.constantFrom(...LEVELS),
  how: fc.constantFrom('tlp' as const, 'tlp' as const, 'draft' as const, 'embargo' as const),
})
const some = fc.array(change, { maxLength: 12 })
const NOW = Date.UTC(2026, 5, 1)

test('nothing above the audience, under embargo or in draft remains anywhere in what is read', () => {
  fc.assert(
    fc.property(some, fc.constantFrom(...LEVELS), (changes, level) => {
      const { entries, canaries } = marked(changes)
      const left = redact(entries, { level, now: NOW, drafts: false })
      const text = JSON.stringify(left)
      for (const [canary, needed] of canaries)
        if (needed === 'hidden' || tlpRank(needed) > tlpRank(level)) assert.ok(!text.includes(`"${canary}"`), canary)
      for (const entry of left)
        for (const { tlp } of leveled(entry.data)) assert.ok(tlpRank(tlp as Tlp) <= tlpRank(level))
      for (const { data } of left) assert.ok(data.recordStatus !== 'draft' && data.embargoUntil === undefined)
    }),
    { numRuns: runs(300) },
  )
})

test('no reference to anything removed is left, and no claim without a source', () => {
  fc.assert(
    fc.property(some, fc.constantFrom(...LEVELS), (changes, level) => {
      const { entries } = marked(changes)
      const left = redact(entries, { level, now: NOW, drafts: false })
      const knowledge = link(left, {
        site: siteSchema.parse({ title: 'S', description: 'S', account: 'compiled' }),
        address: undefined,
        base: '',
        folder: '/content',
        schemas: SCHEMAS,
        menu: { added: [], hidden: [] },
        audience: level,
        now: NOW,
        today: '2026-06-01',
      })
      const gone = entries.filter(({ id }) => !knowledge.find(id)).map(({ id }) => id)
      for (const entry of left) {
        for (const { id, targetPart } of outgoing(entry))
          assert.ok(
            knowledge.resolve(targetPart === undefined ? id : `${id}#${targetPart}`),
            `${entry.id} refers to ${id}#${targetPart}`,
          )
        for (const id of gone)
          assert.ok(
            !JSON.stringify(entry.data).includes(`"${id}"`) && !(entry.body ?? '').includes(`(${id}`),
            `${entry.id} names ${id}`,
          )
        for (const { data } of partsOf(entry.data))
          if (Array.isArray(data['sources']) && !('event' in data)) assert.ok(data['sources'].length > 0)
      }
    }),
    { numRuns: runs(300) },
  )
})

test('cutting again removes nothing more', () => {
  fc.assert(
    fc.property(some, fc.constantFrom(...LEVELS), (changes, level) => {
      const audience = { level, now: NOW, drafts: false }
      const once = redact(marked(changes).entries, audience)
      assert.deepEqual(redact(once, audience), once)
    }),
    { numRuns: runs(100) },
  )
})

test('an embargo ends at its instant, and what is no instant ends it late or never', () => {
  const shownAt = (embargoUntil: string, now: number) =>
    redact(
      whole.map((entry) =>
        entry.id === 'acme-staged-updates' ? ({ ...entry, data: { ...entry.data, embargoUntil } } as AnyEntry) : entry,
      ),
      { level: 'CLEAR', now, drafts: false },
    ).some(({ id }) => id === 'acme-staged-updates')
  const end = Date.UTC(2027, 0, 1)
  assert.deepEqual([shownAt('2027-01-01T00:00Z', end - 1), shownAt('2027-01-01T00:00Z', end)], [false, true])
  for (const until of ['../2027-01-01T00:00Z', '2024-01-01/2027-01-01T00:00Z', '2024-01-01T00:00Z/..'])
    assert.equal(shownAt(until, end - 1), false, until)
})

test('for RED, with drafts and after every embargo, nothing is removed', () => {
  fc.assert(
    fc.property(some, (changes) => {
      const { entries } = marked(changes)
      assert.deepEqual(redact(entries, EVERYTHING), entries)
    }),
    { numRuns: runs(100) },
  )
})

test('a block that names something removed goes with its picture and its mentions', (t) => {
  const history = 'history: [{ revision: 1, date: "2026-03-01", type: addition, summary: First recorded. }]'
  const folder = contentFolder(t, {
    'topics/secret-topic.yaml':
      `question: Is the saffron badger awake?\ndescription: It sleeps.\ntlp: ` + `RED\n${history}\n`,
    'summits/2026-03-01-review/index.mdx': `---\ntitle: Review\nsummary: They met.\nkind: meeting\ndate: "2026-03-01"\nhost: acme\nattribution: notStated\nparticipants: [{ org: acme, capacity: host, attendance: attended, basis: hostNamed, sources: [acme-report] }]\n${history}\n---\n
Reports are open. <Src id="acme-report" />

Wake [the saffron badger](secret-topic) and ask [Harbor](harbor).

- A list item about [the badger](secret-topic):
  ![A badger](badger.png)
- Another: ![A router](router.png)
`,
    'summits/2026-03-01-review/badger.png': 'x',
    'summits/2026-03-01-review/router.png': 'x',
  })
  const open = readContent(join(folder, 'content'), { level: 'CLEAR', now: NOW, drafts: false }).entries.find(
    ({ id }) => id === '2026-03-01-review',
  )
  assert.ok(open?.kind === 'summits')
  assert.deepEqual(open.assets, ['summits/2026-03-01-review/router.png'])
  assert.deepEqual(
    open.mentions?.map(({ ref }) => ref),
    ['acme-report'],
  )
  assert.ok(!/badger|secret|harbor/.test(JSON.stringify(open)))
})
