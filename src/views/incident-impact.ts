import type { Knowledge } from '#knowledge/knowledge.ts'
import { sayersOf } from '#knowledge/asserters.ts'
import type { Entry } from '#schema/entry.ts'
import { NATURE } from '#schema/incident-words.ts'
import { evidence } from './evidence.ts'
import { figureLine } from './figure-line.ts'
import { formatFigure } from './figure.ts'
import { linkTo, whoLinks } from './label.ts'
import { claimView } from './record.ts'

type Impact = Entry<'incidents'>['data']['impact'][number]

/** One figure with who asserts it and who disputes it. */
function figureView(knowledge: Knowledge, figure: Impact) {
  return {
    id: figure.id,
    what: figure.what,
    figure: formatFigure(figure),
    of: figure.of,
    scope: figure.scope,
    asOf: figure.asOf,
    /** How the figure came about, in a word. */
    nature: figure.nature === undefined ? undefined : NATURE[figure.nature].label,
    assertedBy: whoLinks(knowledge, figure.assertedBy),
    says: sayersOf(knowledge, figure),
    disputedBy: figure.disputedBy.map(({ org, statement, sources }) => ({
      who: whoLinks(knowledge, [org]),
      statement: statement === undefined ? undefined : linkTo(knowledge, statement),
      evidence: evidence(knowledge, sources),
    })),
    note: figure.note,
    ...claimView(knowledge, figure),
  }
}

/** The figures of an incident: rivals for the same measure stand together, in the order first given. */
export function impactView(knowledge: Knowledge, { data }: Entry<'incidents'>) {
  return [...Map.groupBy(data.impact, ({ measure }) => measure)].map(([measure, figures]) => ({
    measure,
    what: figures[0]?.what ?? measure,
    figures: figures.map((figure) => figureView(knowledge, figure)),
    /** Where rivals lie on the one line of their measure. */
    line: figureLine(figures),
  }))
}

export type ImpactView = ReturnType<typeof impactView>[number]
