import type { FoundPart, Knowledge } from '#knowledge/knowledge.ts'
import { occurred } from '#knowledge/dates.ts'
import { absolute, routes } from '#urls.ts'
import type { AnyEntry } from '#schema/entry.ts'
import { kinds } from '#schema/kinds.ts'
import { printReference } from '#schema/references.ts'
import { PART_KINDS, type PartLetter } from '#schema/shape.ts'
import { beginning, oneLine } from '#text/words.ts'
import { formatText } from '#time/format.ts'
import { labelOf, orgName, partLabel } from '#views/label.ts'
import { disclosureOf } from './twin.ts'

/** Everything a citation says, before it takes a form. All text is plain and on one line: forms are made of lines. */
export interface Citable {
  /** `id#part@r3`: always with the revision that is cited. */
  readonly reference: string
  /** Title of the record. */
  readonly title: string
  /** `incident`, `statement` … */
  readonly kindWord: string
  readonly part?: { readonly word: string; readonly label: string }
  /** When it happened, in words. */
  readonly when?: string
  /** Organizations it is about or that speak in it, in words. */
  readonly by?: string
  readonly site: string
  readonly publisher: string
  readonly language: string
  /** Address with the pinned revision; relative where the site does not know its own. */
  readonly url: string
  readonly local: boolean
  readonly revision: number
  /** Day of that revision, `2026-01-31`. */
  readonly revised: string
  /** TLP label of what is cited, or else of the build that it is cited from; absent where both are CLEAR. */
  readonly marking?: string
}

const LONGEST = 240

/** A label on one line, cut at a word where it is too long to be quoted whole. */
function short(text: string): string {
  const line = oneLine(text)
  return line.length <= LONGEST ? line : `${beginning(line, LONGEST).replace(/\s+\S*$/, '')} …`
}

const texts = (value: unknown): string[] => [value].flat().filter((item): item is string => typeof item === 'string')
const names = (knowledge: Knowledge, ids: readonly string[]) =>
  ids.map((id) => (id === 'editor' ? 'the editors' : orgName(knowledge, id)))

function organizationsOf(knowledge: Knowledge, entry: AnyEntry): string[] {
  switch (entry.kind) {
    case 'incidents':
      return names(
        knowledge,
        entry.data.organizations.filter(({ role }) => role === 'origin').map(({ org }) => org),
      )
    case 'summits':
      return names(knowledge, [entry.data.host])
    case 'statements':
      return entry.data.org === undefined ? texts(entry.data.speaker?.name) : names(knowledge, [entry.data.org])
    case 'commitments':
    case 'inquiries':
      return names(knowledge, [entry.data.org])
    case 'sources':
      return [entry.data.publisher]
    default:
      return []
  }
}

/** Who acts in a part: its actor, owner or asserter, in this order; else the organizations of its record. */
function by(knowledge: Knowledge, entry: AnyEntry, part: FoundPart | undefined): string | undefined {
  const own = texts(part?.data['actor'] ?? part?.data['owner'] ?? part?.data['assertedBy'])
  const found = own.length > 0 ? names(knowledge, own) : organizationsOf(knowledge, entry)
  return found.length === 0 ? undefined : oneLine(found.join(', '))
}

function address(entry: AnyEntry, part: string | undefined, revision: number): string {
  return routes.pinned(entry.kind, entry.id, revision, part)
}

/**
 * What a citation of a record, or of one part of it, says. `revision` is the one to pin: the current one unless an older one is
 * asked for; it must be in the record's history, else the answer is undefined.
 */
export function citable(
  knowledge: Knowledge,
  entry: AnyEntry,
  part?: FoundPart,
  revision = entry.data.revision,
): Citable | undefined {
  const { data, id } = entry
  const cited = data.history.find((one) => one.revision === revision)
  if (!cited) return undefined
  const at = texts(part?.data['at'])[0] ?? texts(part?.data['asOf'])[0] ?? occurred(entry)
  const who = by(knowledge, entry, part)
  const level = [texts(part?.data['tlp'])[0], data.tlp].find((tlp) => tlp !== undefined && tlp !== 'CLEAR')
  const marking = level === undefined ? disclosureOf(knowledge).disclosure : `TLP:${level}`
  return {
    reference: printReference({ id, revision, ...(part === undefined ? {} : { part: part.id }) }),
    title: short(labelOf(knowledge, entry)),
    kindWord: kinds[entry.kind].singular,
    ...(part === undefined
      ? {}
      : { part: { word: PART_KINDS[part.id[0] as PartLetter], label: short(partLabel(part)) } }),
    ...(at === undefined ? {} : { when: formatText(at) }),
    ...(who === undefined ? {} : { by: who }),
    site: oneLine(knowledge.site.title),
    publisher: oneLine(knowledge.site.publisher ?? knowledge.site.title),
    language: oneLine(knowledge.site.language),
    url: absolute(knowledge, address(entry, part?.id, revision)),
    local: knowledge.address === undefined,
    revision,
    revised: cited.date,
    ...(marking === undefined ? {} : { marking }),
  }
}
