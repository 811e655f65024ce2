import { z } from 'zod'
import {
  day,
  defaultSources,
  type FieldMeta,
  line,
  list,
  ownPart,
  ref,
  sources,
  text,
  time,
  topics,
  url,
} from './fields.ts'
import { readGlob } from './glob.ts'
import * as words from './incident-words.ts'
import { claim, heading, item, part, record } from './shape.ts'
import { actors, asserters, owner } from './parties.ts'
import { severity } from './severity.ts'
import { oneOf } from './vocabularies.ts'

const involved = item({
  org: ref('organizations', 'The organization.'),
  role: oneOf(words.ROLE, 'Its role in this incident, which is also its lane’s class on the timeline.'),
})

const product = item({
  name: line(120, 'Product or service as its maker names it.'),
  org: ref('organizations', 'Its maker.').optional(),
  versions: line(200, 'Versions concerned.').optional(),
  formerNames: list(
    line(120, 'A name.'),
    'Other names under which records listed it before; the addresses of these lead to its page.',
  ),
  aliases: list(
    line(120, 'A name.'),
    'Other names it goes by: records that use one of them name the same product, and searches for it find it.',
  ),
})

const milestone = part('m', {
  name: oneOf(words.MILESTONE, 'Which milestone.'),
  at: time('When it was reached; inherited from its event, and not written where there is one.').optional(),
  definition: line(200, 'What counts as reaching it; required where a name occurs twice.').optional(),
  headline: z.boolean().default(false).describe('The reading that strips and metrics use where a name occurs twice.'),
  event: ownPart('The timeline event that marks it and gives its time.')
    .optional()
    .meta({ evidence: true } satisfies FieldMeta),
  sources: sources.describe('Sources; those of its event serve where there are none.'),
  note: text(5000, 'What a reader should know about this reading.').optional(),
}).refine((m) => m.event !== undefined || m.at !== undefined, {
  error: 'a milestone needs its time, or the event that gives it',
  params: { fix: 'add event: with the id of the event, or at: with the time' },
})

const outage = item({
  began: ownPart('The milestone at which it began.'),
  recovered: ownPart('The milestone at which it was over.').optional(),
  note: text(1000, 'What set it apart from the others.').optional(),
})

const event = claim('e', {
  at: time('When it happened.'),
  kind: oneOf(words.EVENT_KIND, 'What sort of event.'),
  actor: actors('Who acted.').optional(),
  component: line(120, 'Team or system that acted.').optional(),
  status: oneOf(words.COMPONENT_STATUS, 'What the component did from then on.').optional(),
  title: line(300, 'What happened, in one line, past tense.'),
  text: text(5000, 'More, in one to three sentences.').optional(),
  knownAt: time('When it became known, where that was later.').optional(),
}).refine((e) => e.status === undefined || e.component !== undefined, {
  error: 'a status is that of a component: expected "component", found none',
  path: ['status'],
  params: { fix: 'add component: with the name of the team or system' },
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
  statistic: oneOf(words.STATISTIC, 'Which statistic of many values it is.').optional(),
  nature: oneOf(words.NATURE, 'How the figure came about.').optional(),
  unit: line(40, 'Unit; for money the ISO 4217 code (USD).').optional(),
  of: line(200, 'The whole that a share is taken of.').optional(),
  scope: line(200, 'Where, whom or what the figure covers.').optional(),
  asOf: time('When the figure was so.').optional(),
  assertedBy: asserters.optional(),
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

const PATTERNS: Readonly<Partial<Record<keyof typeof words.IDENTIFIER_TYPE, { form: RegExp; sample: string }>>> = {
  CVE: { form: /^CVE-\d{4}-\d{4,}$/, sample: 'CVE-2024-3094' },
  GHSA: { form: /^GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}$/, sample: 'GHSA-rxwq-x6h5-x525' },
  EUVD: { form: /^EUVD-\d{4}-\d+$/, sample: 'EUVD-2024-0001' },
  VU: { form: /^VU#\d+$/, sample: 'VU#123456' },
}

const identifier = item({
  type: oneOf(words.IDENTIFIER_TYPE, 'What register it is from.'),
  value: line(80, 'The identifier as it is written there.'),
  url: url('Its page there.').optional(),
}).superRefine(({ type, value }, context) => {
  const pattern = PATTERNS[type]
  if (pattern && !pattern.form.test(value))
    context.addIssue({
      code: 'custom',
      path: ['value'],
      message: `expected an identifier such as ${pattern.sample}, found "${value}"`,
      params: { fix: `write it as ${pattern.sample}, or type: other` },
    })
})

/** What broke: a postmortem with a typed timeline; the narrative is the body. */
export const incidents = record('incidents', {
  ...heading,
  shortTitle: line(40, 'Short title for lists, strips and citations: “Cloudflare WAF regex, 2019”.').optional(),
  kind: oneOf(words.INCIDENT_KIND, 'What sort of incident.'),
  severity: severity('How far it reached, by the built-in scale or that of site.yaml.'),
  state: oneOf(words.STATE, 'Whether it goes on.').default('resolved'),
  published: day('Day on which its owner published the record, where its id has none.').optional(),
  identifiers: list(identifier, 'What it is called in registers, trackers and courts.'),
  people: list(
    item({ name: line(120, 'Name.'), role: line(160, 'Role in the incident.').optional() }),
    'People who dealt with it, where they agreed to be named.',
  ),
  detectedBy: oneOf(words.DETECTED_BY, 'Who or what noticed it.').optional(),
  organization: ref('organizations', 'Who acts, owns and asserts wherever this record does not say.').optional(),
  sources: defaultSources,
  organizations: list(involved, 'Organizations involved, with their roles.'),
  products: list(product, 'Products and services involved.'),
  topics,
  causes: list(oneOf(words.CAUSE, 'A cause.'), 'Causes, from the closed list.'),
  milestones: list(milestone, 'Milestones, each with its event or sources.'),
  outages: list(outage, 'Each time that it was down, where it came back and broke again.'),
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
      owner: owner('Who is to do it: an organization, or somebody by name.').optional(),
      text: text(5000, 'What is to be done.'),
      type: oneOf(words.ACTION_TYPE, 'What it is for.').optional(),
      priority: oneOf(words.PRIORITY, 'How soon, in its owner’s view.').optional(),
      status: oneOf(words.ACTION_STATUS, 'Status as its owner last gave it.').default('unknown'),
      statusBy: asserters.optional().describe('By whose word the status is so, where it is not the owner’s.'),
      due: time('When it is due.').optional(),
      ticket: line(80, 'Its ticket.').optional(),
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
