import { EVENT_KIND, STATE, type State } from '#schema/incident-words.ts'
import { meant } from '#schema/vocabularies.ts'
import { partsOf } from '#schema/walk.ts'
import { didYouMean } from '#text/suggest.ts'
import { shortened } from '#text/words.ts'
import { compareTexts, isProblem, parseMoment } from '#time/moment.ts'
import { type Command, SETTING_FLAGS } from '../command.ts'
import { UsageError } from '../context.ts'
import { addRevision, editRecord, presentMoment } from '../edit/edit-record.ts'

const { content, now } = SETTING_FLAGS

// What an update tells of, by the state that it brings.
const KIND_OF_STATE: Readonly<Record<State, keyof typeof EVENT_KIND>> = {
  scheduled: 'communication',
  investigating: 'investigation',
  identified: 'investigation',
  monitoring: 'monitoring',
  resolved: 'recovery',
}

/** A value of a vocabulary by its own name or another that is usual. Throws a UsageError that names those there are. */
function wordOf<V extends Readonly<Record<string, { readonly label: string; readonly means: string }>>>(
  vocabulary: V,
  written: string,
  flag: string,
): keyof V & string {
  const found = Object.hasOwn(vocabulary, written) ? written : meant(vocabulary, written)
  if (found !== undefined) return found
  const names = Object.keys(vocabulary)
  throw new UsageError(
    `expected one of ${names.join(', ')} after --${flag}, found "${written}".${didYouMean(written, names)}`,
  )
}

const TITLE = 200

/** The first sentence of an update as the title of its event, cut at a word where it is too long. */
function titleOf(text: string): string {
  const [sentence = text] = /^.*?[.!?](?=\s|$)/s.exec(text) ?? [text]
  return shortened(sentence.replace(/[.]$/, ''), TITLE)
}

/** An id for an event from the first words of its title, free in the record. */
function eventId(title: string, taken: ReadonlySet<string>): string {
  const words =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  const base = `e-${words.slice(0, 5).join('-') || 'update'}`
  let id = base
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
  return id
}

export const updateCommand: Command = {
  name: 'update',
  summary: 'Add an update to an incident that goes on, or close it.',
  positionals: ['ID', 'TEXT'],
  flags: {
    state: {
      value: 'STATE',
      means: 'Where the incident stands from now on: scheduled, investigating, identified, monitoring, resolved.',
    },
    at: { value: 'MOMENT', means: 'When it happened (default: now), such as 2026-01-31T09:05Z.' },
    kind: { value: 'KIND', means: 'Kind of the event (default: communication, or what the state means).' },
    source: { value: 'ID', means: 'Source of the event, where the record needs one.' },
    content,
    now,
  },
  notes: [
    'The text becomes an event of the timeline, its first sentence the title, and a revision, ' +
      'so that feeds carry it with its time. --state resolved closes the incident. The same ' +
      'text of the same minute is added once.',
  ],
  async run(context, given) {
    const [id = '', written = ''] = given.positionals
    const text = written.replace(/\s+/g, ' ').trim()
    if (text === '') throw new UsageError('expected the text of the update after the id, found nothing')
    const { state: stateWord, kind: kindWord, source } = given.flags
    const state = stateWord === undefined ? undefined : wordOf(STATE, stateWord, 'state')
    const kind =
      kindWord === undefined ? (state ? KIND_OF_STATE[state] : 'communication') : wordOf(EVENT_KIND, kindWord, 'kind')
    const present = presentMoment(context, given)
    const at = given.flags['at'] ?? present
    const moment = parseMoment(at)
    if (isProblem(moment)) throw new UsageError(`expected a time after --at, such as ${present}, found "${at}"`)
    return editRecord(context, given, id, (edited) => {
      const { entry } = edited
      if (entry.kind !== 'incidents')
        throw new UsageError(`expected the id of an incident, found "${id}", which is one of ${entry.kind}`)
      const title = titleOf(text)
      const more = title === text || `${title}.` === text ? undefined : text
      const twin = entry.data.timeline.find(
        (other) =>
          compareTexts(other.at, at) === 0 &&
          other.title === title &&
          other.text === more &&
          (source === undefined || other.sources.includes(source)),
      )
      // A command that is given twice, by a hand or by a script that tries again, adds nothing the second time.
      if (twin && (state === undefined || state === entry.data.state))
        return `${entry.id}#${twin.id} is already there: an event of the same minute with the same text`
      const event = eventId(title, new Set(partsOf(entry.data).map((part) => part.id)))
      const later = entry.data.timeline.findIndex((other) => compareTexts(other.at, at) > 0)
      edited.text.insert('timeline', later === -1 ? entry.data.timeline.length : later, {
        id: event,
        at,
        kind,
        title,
        ...(more === undefined ? {} : { text: more }),
        ...(source === undefined ? {} : { sources: [source] }),
      })
      if (state !== undefined) edited.text.set('state', state)
      const words = state === undefined ? text : `${STATE[state].label}: ${text}`
      const summary = shortened(words, 300)
      const revision = addRevision(edited, present, { type: 'addition', summary, changed: [event] })
      return (
        `${entry.id}#${event}, revision ` +
        `${revision}${state === undefined ? '' : `, ${STATE[state].label.toLowerCase()}`}`
      )
    })
  },
}
