import { daysIn, type DayOrder, isoDay } from './days.ts'
import { oneLine } from './document.ts'
import type { DraftFields, ImportSettings, Note } from './draft.ts'
import { lengthFigure } from './figures.ts'
import { detectedByOf, type Label, severityOf, stateOf } from './labels.ts'
import { readStamp, type Stamp } from './stamp.ts'
import { shorten } from './summary.ts'
import { plainText } from './words.ts'
import { type AmbiguousZone, type ClockZone, readZone, zonesIn } from './zones.ts'

/** What the head of a document says, out of its front matter and of lines such as `Date: 2025-03-04`. */
export interface Header {
  readonly fields: Pick<
    DraftFields,
    'severity' | 'state' | 'detectedBy' | 'identifiers' | 'people' | 'products' | 'tags'
  >
  title?: string
  summary?: string
  /** The day of the incident, with where it was read. */
  day?: string
  start?: Stamp
  end?: Stamp
  detected?: Stamp
  acknowledged?: Stamp
  mitigated?: Stamp
  /** The start is the day and time of a line such as `Date:`, which may be that of the document. */
  startIsDate?: boolean
  zone?: ClockZone | AmbiguousZone
  readonly figures: NonNullable<ReturnType<typeof lengthFigure>>[]
  readonly findings: { kind: 'rootCause' | 'trigger'; text: string }[]
  readonly notes: Note[]
  /** Fields of the front matter that have no place in a record. */
  readonly left: Record<string, unknown>
}

const NOTHING = /^(?:n\/?a|none|-|–|—|tbd|tba|\?+|unknown|yyyy-mm-dd|\[.*\]|<.*>|\{\{.*\}\}|_+|…|\.\.\.)?$/i
const names = (value: string) =>
  value
    .replace(/\([^()]{0,200}\)/g, (words) => words.replaceAll(',', ';'))
    .split(/,|;(?![^()]{0,200}\))|\s&\s|\band\b|\n/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && !NOTHING.test(name))
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Reads the labels of one document. */
export class HeaderReader {
  readonly header: Header = { fields: {}, figures: [], findings: [], notes: [], left: {} }
  private readonly settings: ImportSettings
  private readonly order: DayOrder | undefined

  constructor(settings: ImportSettings, order: DayOrder | undefined) {
    this.settings = settings
    this.order = order
  }

  /** Takes one label with its value; gives the texts of the record that hold it, or nothing where it has no place. */
  take(label: Label, words: string, written: string, urls: readonly string[], line?: number): string[] | undefined {
    const { header } = this
    const { fields } = header
    const clean = plainText(written)
    if (NOTHING.test(clean)) return undefined
    switch (label) {
      case 'title':
        header.title ??= oneLine(clean)
        return [clean]
      case 'date':
        return this.takeDate(clean, line)
      case 'start':
      case 'detected':
      case 'acknowledged':
      case 'mitigated':
      case 'end': {
        const read = readStamp(clean, this.order)
        if (!read && label === 'detected') return this.take('detectedBy', words, written, urls, line)
        if (!read || (header[label] && !(label === 'start' && header.startIsDate))) return undefined
        // "Start time (ET): 14:05"
        const [zone] = read.zone || !read.time ? [] : zonesIn(words)
        const stamp = zone ? { ...read, zone } : read
        header[label] = stamp
        if (label === 'start') header.startIsDate = false
        if (label === 'start' && stamp.day && !stamp.day.ambiguous) header.day ??= isoDay(stamp.day) ?? ''
        return [stamp.written]
      }
      case 'duration': {
        const figure = lengthFigure(capital(words.trim()), clean)
        if (!figure) return undefined
        header.figures.push(figure)
        return [clean.split('(')[0] ?? clean]
      }
      case 'author':
        return this.takePeople(
          clean,
          /owner|reporter|reported/i.test(words) ? capital(words.toLowerCase().replace(/s$/, '').trim()) : 'Author',
        )
      case 'commander':
        return this.takePeople(clean, 'Incident commander')
      case 'person':
        return this.takePeople(clean, capital(words.toLowerCase().replace(/s$/, '').trim()))
      case 'severity':
        return this.takeSeverity(clean, line)
      case 'state': {
        const state = stateOf(clean)
        if (state && state !== 'resolved') fields.state = state
        return state && /^\w+$/.test(clean) ? [clean] : []
      }
      case 'identifier':
        return this.takeIdentifier(words, clean, urls)
      case 'product': {
        const products = names(clean).filter((name) => name.length <= 120)
        if (products.length === 0) return undefined
        fields.products = [...(fields.products ?? []), ...products.map((name) => ({ name }))]
        return products
      }
      case 'summary':
        if (header.summary !== undefined) return undefined
        header.summary = shorten(oneLine(clean))
        return [header.summary]
      case 'tags': {
        const tags = names(clean).filter((tag) => tag.length <= 40)
        fields.tags = [...(fields.tags ?? []), ...tags]
        return tags
      }
      case 'zone': {
        const zone = readZone(clean) ?? zonesIn(clean)[0]
        if (!zone) return undefined
        header.zone ??= zone
        return [clean]
      }
      case 'rootCause':
      case 'trigger':
        header.findings.push({ kind: label, text: clean })
        return [clean]
      case 'detectedBy': {
        const by = detectedByOf(clean)
        if (by) fields.detectedBy ??= by
        return []
      }
      case 'impact':
      case 'resolution':
        return undefined
    }
  }

  private takeDate(words: string, line: number | undefined): string[] | undefined {
    const stamp = readStamp(words, this.order)
    if (stamp?.time && stamp.day && !this.header.start) {
      const { endTime, endDay, ...start } = stamp
      this.header.start = start
      this.header.startIsDate = endTime === undefined
      if (endTime) {
        const day = endDay ? { ...endDay, written: stamp.written } : stamp.day
        this.header.end ??= { ...start, day, time: endTime }
      }
    }
    const day = daysIn(words, this.order)[0]
    const iso = day && isoDay(day)
    if (!day || iso === undefined) return undefined
    if (day.ambiguous) {
      const [month, date] = [String(day.month).padStart(2, '0'), String(day.day).padStart(2, '0')]
      this.header.notes.push({
        ...(line === undefined ? {} : { line }),
        message: `the date "${day.written}" may be ${day.year}-${month}-${date} or ${day.year}-${date}-${month}`,
        fix:
          `write it as ${day.year}-${month}-${date} or ` +
          `${day.year}-${date}-${month} in the document, and import it again`,
      })
      return undefined
    }
    this.header.day ??= iso
    return stamp?.rest === '' ? [stamp.written] : [day.written]
  }

  private takePeople(words: string, role: string): string[] | undefined {
    const people = names(words)
    if (people.length === 0 || people.some((name) => name.length > 80)) return undefined
    const found = people.map((name) => {
      const own = /^([^()]{1,80})\(([^()]{2,80})\)$/.exec(name)
      return own ? { name: own[1]?.trim() ?? name, role: own[2] ?? role } : { name, role }
    })
    this.header.fields.people = [...(this.header.fields.people ?? []), ...found]
    return [...found.flatMap(({ name, role: of }) => [name, of])]
  }

  private takeSeverity(words: string, line: number | undefined): string[] | undefined {
    const read = severityOf(words, this.settings.severities)
    const { fields } = this.header
    if (!read || fields.severity !== undefined) return undefined
    fields.severity = read.severity
    if (read.exact) return [words]
    this.header.notes.push({
      ...(line === undefined ? {} : { line }),
      message: `the severity "${words.slice(0, 60)}" is recorded as ${read.severity}, and stays in the body as written`,
      fix: 'change severity in the record, or list your own scale under severities in site.yaml',
    })
    return []
  }

  private takeIdentifier(words: string, value: string, urls: readonly string[]): string[] | undefined {
    const cve = /^CVE-\d{4}-\d{4,}$/.exec(value)
    const isCode = /^[\w#./-]{1,80}$/.test(value) && /\d/.test(value)
    const url = urls.find((one) => /^https?:/.test(one))
    if (!cve && !isCode) return undefined
    if (/^https?:/.test(value)) return undefined
    const identifier = {
      type: cve ? 'CVE' : /ticket|jira|issue|github/i.test(words) ? 'ticket' : 'other',
      value,
      ...(url === undefined ? {} : { url }),
    }
    this.header.fields.identifiers = [...(this.header.fields.identifiers ?? []), identifier]
    return [value, url ?? '']
  }
}
