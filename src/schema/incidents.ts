import { z } from 'zod'
import { actors, asserters, line, list, ownPart, ref, sources, text, time, topics, url } from './fields.ts'
import { readGlob } from './glob.ts'
import * as words from './incident-words.ts'
import { claim, heading, item, part, record } from './shape.ts'
import type { RuleId } from './rule-table.ts'
import { oneOf } from './vocabularies.ts'

const involved = item({
  org: ref('organizations', 'The organization.'),
  role: oneOf(words.ROLE, 'Its role in this incident, which is also its lane’s class on the timeline.'),
})

const product = item({
  name: line(120, 'Product or service as its maker names it.'),
  org: ref('organizations', 'Its maker.').optional(),
  versions: line(200, 'Versions concerned.').optional(),
})

const milestone = part('m', {
  name: oneOf(words.MILESTONE, 'Which milestone.'),
  at: time('When it was reached.'),
  definition: line(200, 'What counts as reaching it; required where a name occurs twice.').optional(),
  headline: z.boolean().default(false).describe('The reading that strips and metrics use where a name occurs twice.'),
  event: ownPart('The timeline event that marks it.').optional(),
  sources: z
    .array(ref('sources', 'Id of a source.'))
    .default([])
    .describe('Sources; those of its event serve where there are none.'),
  note: text(5000, 'What a reader should know about this reading.').optional(),
}).refine((m) => m.event !== undefined || m.sources.length > 0, {
  error: 'a milestone needs the event that marks it, or sources',
  params: {
    rule: 'milestone-without-evidence' satisfies RuleId,
    fix: 'add event: with the id of the event, or sources:',
  },
})

const event = claim('e', {
  at: time('When it happened.'),
  kind: oneOf(words.EVENT_KIND, 'What sort of event.'),
  actor: actors('Who acted.').optional(),
  component: line(120, 'Team or system that acted.').optional(),
  title: line(300, 'What happened, in one line, past tense.'),
  text: text(5000, 'More, in one to three sentences.').optional(),
  knownAt: time('When it became known, where that was later.').optional(),
})

const impact = claim('i', {
  measure: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'a measure is a slug of lowercase words joined by "-"' })
    .describe('Slug shared by rival figures for the same thing; they stand side by side and are never added.'),
  what: line(200, 'What is counted.'),
  value: z.number().optional().describe('The figure; or min and max.'),
  min: z.number().optional().describe('Lower end of a range.'),
  max: z.number().optional().describe('Upper end of a range.'),
  qualifier: oneOf(words.QUALIFIER, 'How exact the figure is.').optional(),
  unit: line(40, 'Unit; for money the ISO 4217 code (USD).').optional(),
  of: line(200, 'The whole that a share is taken of.').optional(),
  scope: line(200, 'Where, whom or what the figure covers.').optional(),
  asOf: time('When the figure was so.').optional(),
  assertedBy: asserters,
  disputedBy: list(
    item({
      org: ref('organizations', 'Who disputes it.'),
      statement: ref('statements', 'Where it does.').optional(),
      sources,
    }),
    'Who disputes the figure.',
  ),
  note: text(5000, 'What a reader should know about the figure.').optional(),
}).refine((i) => (i.value === undefined) !== (i.min === undefined && i.max === undefined), {
  error: 'a figure has either value, or min and max (one of them for an open range)',
})

const glob = line(120, 'A glob: * and ? within a name, ** for any folders, [abc], {a,b}.').superRefine(
  (value, context) => {
    const read = readGlob(value)
    if ('problem' in read)
      context.addIssue({ code: 'custom', message: `${read.problem} in "${value}"`, params: { fix: read.fix } })
  },
)

const prompt = part('q', {
  ask: line(300, 'The question a reviewer should ask.'),
  because: ownPart('The event, finding or other part that motivates it.'),
  appliesWhen: z
    .strictObject({
      paths: list(glob, 'Globs of file paths it applies to.'),
      terms: list(line(60, 'A word or phrase.'), 'Words in the change that call for it.'),
      changes: list(oneOf(words.CHANGE_KIND, 'A kind of change.'), 'Kinds of change it applies to.'),
    })
    .describe('When a review should ask it.'),
})

/** What broke: a postmortem with a typed timeline; the narrative is the body. */
export const incidents = record('incidents', {
  ...heading,
  shortTitle: line(40, 'Short title for lists, strips and citations: “Cloudflare WAF regex, 2019”.').optional(),
  kind: oneOf(words.INCIDENT_KIND, 'What sort of incident.'),
  severity: oneOf(words.SEVERITY, 'How far it reached.'),
  organizations: list(involved, 'Organizations involved, with their roles.'),
  products: list(product, 'Products and services involved.'),
  topics,
  causes: list(oneOf(words.CAUSE, 'A cause.'), 'Causes, from the closed list.'),
  milestones: list(milestone, 'Milestones, each with its event or sources.'),
  timeline: list(event, 'Events in the order they happened.'),
  impact: list(impact, 'Figures, each with who asserts it.'),
  findings: list(
    claim('f', { kind: oneOf(words.FINDING_KIND, 'What sort of finding.'), text: text(5000, 'The finding.') }),
    'What was found.',
  ),
  controls: list(
    item({
      control: ref('controls', 'The safeguard.'),
      state: oneOf(words.CONTROL_STATE, 'What became of it in this incident.'),
      note: text(5000, 'How that showed.').optional(),
      sources,
    }),
    'Safeguards and how they fared.',
  ),
  actions: list(
    claim('a', {
      owner: ref('organizations', 'Who is to do it.'),
      text: text(5000, 'What is to be done.'),
      status: oneOf(words.ACTION_STATUS, 'Status as its owner last gave it.'),
      due: time('When it is due.').optional(),
      url: url('Where it is tracked.').optional(),
      commitment: ref('commitments', 'The public promise it became.').optional(),
    }),
    'Action items of the owner’s own report.',
  ),
  prompts: list(prompt, 'Questions for reviewers.'),
  related: list(
    item({
      incident: ref('incidents', 'The other incident.'),
      how: oneOf(words.RELATION, 'How they are related.'),
      note: text(300, 'In what respect.').optional(),
    }),
    'Related incidents.',
  ),
})
