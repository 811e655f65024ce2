import type { Citable } from './cite-part.ts'
import { oneLine } from '#text/words.ts'
import { addressNote, circumstances, edition } from './cite-words.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const nameOf = ({ part, title }: Citable): string => part?.label ?? title
const dateOf = ({ revised }: Citable): number[] => revised.split('-').map(Number)

/** What reference managers have no field for: what it is a part of, when it happened, which revision. */
const noteOf = (cited: Citable): string =>
  [
    cited.part && `In: ${cited.title}`,
    circumstances(cited),
    `${edition(cited)}${addressNote(cited)}`,
    cited.marking,
    `Incident-Ref: ${cited.reference}`,
  ]
    .filter(Boolean)
    .join('; ')

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const escapeTex = (text: string) => text.replace(/[\\{}&%$#_~^]/g, (character) => TEX[character] ?? character)

/** A BibTeX entry (`@misc`, with the `url`, `date` and `langid` fields of biblatex, which BibTeX passes over). */
export function asBibtex(cited: Citable): string {
  const [year = 0, month = 1, day = 1] = dateOf(cited)
  const fields = [
    ['author', `{${escapeTex(cited.publisher)}}`],
    ['title', `{${escapeTex(nameOf(cited))}}`],
    ['howpublished', escapeTex(cited.site)],
    ['year', String(year)],
    ['day', String(day)],
    ['date', cited.revised],
    ['version', String(cited.revision)],
    ['url', cited.url],
    ['note', escapeTex(noteOf(cited))],
  ]
  const lines = fields.map(([key, value]) => `  ${key} = {${value}},`)
  // The month is a macro of every BibTeX style, and so without braces.
  return [`@misc{${cited.reference.replace(/[#@]/g, '.')},`, ...lines, `  month = ${MONTHS[month - 1]}`, '}'].join('\n')
}

/** CSL-JSON (citationstyles.org schema 1.0): a list of one item. */
export function asCsl(cited: Citable): string {
  const item = {
    id: cited.reference,
    type: 'webpage',
    title: nameOf(cited),
    author: [{ literal: cited.publisher }],
    'container-title': cited.site,
    genre: cited.part?.word ?? cited.kindWord,
    issued: { 'date-parts': [dateOf(cited)] },
    version: String(cited.revision),
    URL: cited.url,
    language: cited.language,
    note: noteOf(cited),
  }
  return JSON.stringify([item], null, 2)
}

/**
 * The name of an organization as an author in RIS, where a comma would part a family name from a given one and no sign
 * can take that away: without its commas. The field of the publisher has it as it is.
 */
const corporate = (name: string): string => oneLine(name.replaceAll(',', ' '))

/** RIS, as reference managers import it: one field per line, ended by `ER`. */
export function asRis(cited: Citable): string {
  const fields = [
    ['TY', 'ELEC'],
    ['ID', cited.reference],
    ['TI', nameOf(cited)],
    ['AU', corporate(cited.publisher)],
    ['PB', cited.publisher],
    ['T2', cited.site],
    ['PY', String(dateOf(cited)[0])],
    ['DA', cited.revised.replaceAll('-', '/')],
    ['ET', String(cited.revision)],
    ['UR', cited.url],
    ['LA', cited.language],
    ['N1', noteOf(cited)],
    ['ER', ''],
  ]
  return fields.map(([tag, value]) => `${tag}  - ${value}`).join('\n')
}
