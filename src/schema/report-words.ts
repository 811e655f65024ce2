import type { Vocabulary } from './vocabularies.ts'

export const QUALIFIER = {
  about: {
    label: 'about',
    means: 'The figure is approximate.',
    also: ['approximately', 'roughly', 'circa', 'around', '~'],
  },
  atLeast: { label: 'at least', means: 'The figure or more.', also: ['more than', 'over', 'minimum', 'min'] },
  atMost: { label: 'at most', means: 'The figure or less.', also: ['maximum', 'max', 'no more than'] },
  lessThan: { label: 'less than', means: 'Below the figure.', also: ['under', 'fewer than', 'below'] },
  upTo: {
    label: 'up to',
    means: 'As much as the figure in the worst case or place.',
    also: ['as many as', 'as much as'],
  },
} as const satisfies Vocabulary

export const STATISTIC = {
  peak: { label: 'peak', means: 'The greatest value.', also: ['highest'] },
  mean: { label: 'mean', means: 'The arithmetic mean.', also: ['average', 'avg'] },
  median: { label: 'median', means: 'The value in the middle.', also: ['p50'] },
  p95: { label: '95th percentile', means: '95 % of values are no greater.', also: ['95 percentile'] },
  p99: { label: '99th percentile', means: '99 % of values are no greater.', also: ['99 percentile'] },
  total: { label: 'total', means: 'The sum.', also: ['sum', 'overall', 'cumulative'] },
} as const satisfies Vocabulary

export const NATURE = {
  count: {
    label: 'Count',
    means: 'Somebody counted or measured it.',
    also: ['counted', 'measured', 'measurement', 'actual'],
  },
  estimate: {
    label: 'Estimate',
    means: 'Somebody estimated it.',
    also: ['estimated', 'projection', 'model', 'modelled'],
  },
  computed: {
    label: 'Computed',
    means: 'It was computed from other figures or times.',
    also: ['calculated', 'derived'],
  },
} as const satisfies Vocabulary

export const FINDING_KIND = {
  rootCause: {
    label: 'Root cause',
    means: 'Without it the incident would not have happened, in the finder’s view.',
    also: ['cause', 'root causes'],
  },
  trigger: { label: 'Trigger', means: 'What set it off.', also: ['triggering event', 'proximate cause'] },
  contributing: {
    label: 'Contributing factor',
    means: 'It made the incident likelier, larger or longer.',
    also: ['contributing cause', 'contributor', 'factor', 'contributing factors'],
  },
  mitigating: {
    label: 'Mitigating factor',
    means: 'It kept the incident smaller or shorter.',
    also: ['mitigator', 'mitigation', 'mitigated', 'mitigating factors'],
  },
  risk: {
    label: 'Risk',
    means: 'A weakness found on the way that may matter elsewhere.',
    also: ['hazard', 'weakness'],
  },
  wentWell: { label: 'Went well', means: 'What worked.', also: ['what went well', 'positive', 'good'] },
  wentWrong: {
    label: 'Went wrong',
    means: 'What did not work.',
    also: ['what went wrong', 'negative', 'went badly', 'went poorly'],
  },
  lucky: {
    label: 'Where it was lucky',
    means: 'What chance kept from being worse.',
    also: ['luck', 'where we got lucky'],
  },
  lesson: {
    label: 'Lesson',
    means: 'What its owner learned.',
    also: ['learning', 'lesson learned', 'takeaway', 'lessons learned'],
  },
} as const satisfies Vocabulary

export const CONTROL_STATE = {
  absent: { label: 'Absent', means: 'The safeguard was not there.' },
  failed: { label: 'Failed', means: 'It was there and did not work.' },
  partial: { label: 'Partial', means: 'It worked in part, or covered part.' },
  worked: { label: 'Worked', means: 'It was there and worked.' },
  notStated: { label: 'Not stated', means: 'The sources do not say.' },
} as const satisfies Vocabulary

export const ACTION_STATUS = {
  open: {
    label: 'Open',
    means: 'Announced and not begun, as far as known.',
    also: ['planned', 'todo', 'to do', 'new', 'backlog', 'not started', 'proposed', 'accepted'],
  },
  inProgress: {
    label: 'In progress',
    means: 'Begun.',
    also: ['started', 'doing', 'wip', 'in review', 'ongoing', 'active'],
  },
  done: {
    label: 'Done',
    means: 'Done, by whose word is said beside it.',
    also: ['closed', 'complete', 'completed', 'fixed', 'resolved', 'finished', 'shipped', 'merged', 'mitigated'],
  },
  dropped: {
    label: 'Dropped',
    means: 'Given up.',
    also: ['wontfix', "won't fix", 'cancelled', 'canceled', 'rejected', 'declined'],
  },
  unknown: { label: 'Unknown', means: 'The sources do not say.', also: ['tbd', 'not stated', 'n/a'] },
} as const satisfies Vocabulary

export const ACTION_TYPE = {
  prevent: {
    label: 'Prevent',
    means: 'It keeps this from happening again.',
    also: ['prevention', 'preventative', 'preventive'],
  },
  detect: {
    label: 'Detect',
    means: 'It shows sooner that this happens.',
    also: ['detection', 'monitoring', 'alerting'],
  },
  mitigate: {
    label: 'Mitigate',
    means: 'It makes this smaller or shorter.',
    also: ['mitigation', 'mitigative', 'mitigated'],
  },
  repair: { label: 'Repair', means: 'It repairs what broke.', also: ['fix', 'cleanup', 'remediate', 'remediation'] },
  process: {
    label: 'Process',
    means: 'It changes how people work.',
    also: ['documentation', 'training', 'other', 'investigate'],
  },
} as const satisfies Vocabulary

export const PRIORITY = {
  highest: {
    label: 'Highest',
    means: 'Before anything else.',
    also: ['p0', 'urgent', 'critical', 'blocker', 'immediate'],
  },
  high: { label: 'High', means: 'Soon.', also: ['p1', 'important', 'major'] },
  medium: { label: 'Medium', means: 'In its turn.', also: ['p2', 'normal', 'moderate'] },
  low: { label: 'Low', means: 'When there is time.', also: ['p3', 'p4', 'minor', 'nice to have'] },
} as const satisfies Vocabulary

export const CHANGE_KIND = {
  configuration: { label: 'Configuration', means: 'Settings, flags, policies.' },
  code: { label: 'Code', means: 'Program code.' },
  contentData: { label: 'Content data', means: 'Rules, signatures, lists or models read by running software.' },
  schema: { label: 'Schema', means: 'The shape of data or an interface.' },
  dependency: { label: 'Dependency', means: 'Libraries and services relied on.' },
  infrastructure: { label: 'Infrastructure', means: 'Machines, clusters, cloud resources.' },
  network: { label: 'Network', means: 'Routing, DNS, firewalls, load balancers.' },
  certificate: { label: 'Certificate', means: 'Certificates and keys.' },
  access: { label: 'Access', means: 'Rights, roles, credentials.' },
  dataMigration: { label: 'Data migration', means: 'Moving, changing or deleting stored data.' },
  capacity: { label: 'Capacity', means: 'Limits, quotas, sizes, traffic.' },
  releaseProcess: { label: 'Release process', means: 'How changes are tested and rolled out.' },
  vendorTerms: { label: 'Vendor terms', means: 'Contracts, service levels, liabilities.' },
} as const satisfies Vocabulary

export const RELATION = {
  sameCause: { label: 'Same cause', means: 'Broke in the same way.' },
  confusedWith: { label: 'Confused with', means: 'Often taken for one another.' },
  precededBy: { label: 'Preceded by', means: 'The other came first and bears on this one.' },
  followedBy: { label: 'Followed by', means: 'The other came after and bears on this one.' },
  sameParty: { label: 'Same party', means: 'The same organization was at its origin.' },
} as const satisfies Vocabulary
