/**
 * What a search can be narrowed by. The names are those of the query language (`org:eset`) and of the parameters in the
 * page's address; `hint` explains the operator beside the search box.
 */
export const FACETS = {
  kind: { label: 'Kind', hint: 'kind of record', example: 'statement' },
  org: { label: 'Organization', hint: 'organization that spoke, promised or took part', example: 'eset' },
  speaker: { label: 'Speaker', hint: 'person who spoke', example: '"adam meyers"' },
  incident: {
    label: 'About incident',
    hint: 'records about an incident, by its id or words of its title',
    example: 'channel-file-291',
  },
  product: { label: 'Product', hint: 'product or service that an incident involved', example: 'windows' },
  topic: { label: 'Topic', hint: 'topic', example: 'kernel-access' },
  stance: { label: 'Stance', hint: 'position taken on a topic', example: 'opposes' },
  outcome: { label: 'Outcome', hint: 'what became of a question or a commitment', example: 'declined' },
  cause: { label: 'Cause', hint: 'cause of an incident', example: 'dns' },
  severity: { label: 'Severity', hint: 'severity of an incident', example: 'critical' },
  control: { label: 'Control', hint: 'safeguard', example: 'staged-rollout' },
  field: { label: 'Own fields', hint: 'value of a field that this site adds to records', example: 'gold' },
  year: { label: 'Year', hint: 'year', example: '2024' },
  site: { label: 'Site', hint: 'knowledge base, where several are searched at once', example: 'aftermath' },
  level: { label: 'Disclosure level', hint: 'disclosure level, in builds that have any', example: 'amber' },
} as const

export type FacetName = keyof typeof FACETS

export const FACET_NAMES = Object.keys(FACETS) as readonly FacetName[]

export const isFacet = (name: string): name is FacetName => Object.hasOwn(FACETS, name)
