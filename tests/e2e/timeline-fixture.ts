import { stringify } from 'yaml'
import { event, groundFiles, incidentFile } from './log-fixture.ts'

const WORDS = (
  'gateway storage index certificate region queue cluster backup router cache ' +
  'schema agent driver sensor payment login mirror quota token switch'
).split(' ')
const history = [{ revision: 1, date: '2026-03-01', type: 'addition', summary: 'First recorded.' }]
const two = (value: number) => String(value).padStart(2, '0')

/** Different words for every record, so that pages do not press better than real ones would. */
const phrase = (seed: number) =>
  [3, 7, 11, 17].map((step) => WORDS[(seed * step + Math.floor(seed / WORDS.length)) % WORDS.length]).join(' ')
const dayOf = (year: number, index: number) => `${year}-${two(1 + (index % 12))}-${two(1 + ((index * 7) % 28))}`

function incident(index: number): [string, string] {
  const day = dayOf(2024, index)
  const at = (minutes: number) => `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}Z`
  const steps = [0, 5 + ((index * 13) % 90), 100 + ((index * 29) % 300), 420 + ((index * 53) % 900)].map((minutes) =>
    Math.min(minutes, 1439),
  )
  const names = ['began', 'detected', 'mitigated', 'recovered']
  const milestones = names.map((name, place) => ({
    id: `m-${name}`,
    name,
    at: at(steps[place] ?? 0),
    sources: ['acme-note'],
  }))
  return [
    `incidents/${day}-stop-${index}.mdx`,
    incidentFile(
      `The ${phrase(index)} stopped, case ${index}`,
      [event('e-stop', at(0), { kind: 'onset', actor: 'acme' })],
      milestones,
    ),
  ]
}

function commitment(index: number): [string, string] {
  const log = [
    {
      id: 'l-done',
      at: dayOf(2025, index + 5),
      assertedBy: 'acme',
      claimed: 'done',
      note: 'Done.',
      sources: ['acme-note'],
    },
  ]
  const text = `Test the ${phrase(index + 1000)} before release ${index}.`
  return [
    `commitments/acme-promise-${index}.yaml`,
    stringify(
      {
        org: 'acme',
        text,
        force: 'commitment',
        made: '2025-01-01',
        due: dayOf(2025, index),
        log,
        sources: ['acme-note'],
        history,
      },
      { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
    ),
  ]
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

/**
 * A content folder whose book of everything holds 2,000 entries: 500 incidents, all drawn, in 2024, and 500 promises
 * made, due and delivered in 2025.
 */
export const timelineFiles = (): Record<string, string> => ({
  ...groundFiles,
  ...Object.fromEntries(numbers(500).map(incident)),
  ...Object.fromEntries(numbers(500).map(commitment)),
})
