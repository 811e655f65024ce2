import type { Vocabulary } from './vocabularies.ts'

export const INCIDENT_KIND = {
  fault: { label: 'Fault', means: 'Something broke without an attacker.' },
  attack: { label: 'Attack', means: 'Somebody broke it on purpose.' },
  vulnerability: { label: 'Vulnerability', means: 'A weakness came to light and had to be dealt with.' },
  disaster: { label: 'Disaster', means: 'A physical event outside the system.' },
} as const satisfies Vocabulary

export const SEVERITY = {
  critical: { label: 'Critical', means: 'Wide harm beyond the systems that failed.' },
  major: { label: 'Major', means: 'A principal service was down or data were lost for many.' },
  minor: { label: 'Minor', means: 'Limited in reach or time.' },
} as const satisfies Vocabulary

export const ROLE = {
  origin: { label: 'Origin', means: 'The incident began in its product or service.' },
  platform: { label: 'Platform', means: 'Its platform carried the incident.' },
  supplier: { label: 'Supplier', means: 'It supplied a part that took part.' },
  affected: { label: 'Affected', means: 'It or its users were harmed.' },
  responder: { label: 'Responder', means: 'It helped to stop or repair.' },
  regulator: { label: 'Regulator', means: 'It oversees, inquires or judges.' },
  reporter: { label: 'Reporter', means: 'It found or reported the incident.' },
} as const satisfies Vocabulary

export const CAUSE = {
  'change-config': { label: 'Configuration change', means: 'A change of settings.' },
  'change-code': { label: 'Code change', means: 'A change of program code.' },
  'content-update': { label: 'Content update', means: 'Data such as signatures or rules pushed to running software.' },
  capacity: { label: 'Capacity', means: 'Demand beyond what the system could carry.' },
  dependency: { label: 'Dependency', means: 'Another system that was relied on.' },
  dns: { label: 'DNS', means: 'Name resolution.' },
  routing: { label: 'Routing', means: 'Network routing, such as BGP.' },
  certificate: { label: 'Certificate', means: 'A certificate or key.' },
  'data-loss': { label: 'Data loss', means: 'Data were deleted or damaged.' },
  access: { label: 'Access', means: 'Rights or credentials too wide, wrong or missing.' },
  intrusion: { label: 'Intrusion', means: 'Somebody got in who should not.' },
  'supply-chain': { label: 'Supply chain', means: 'A trusted part or its delivery was the way in.' },
  hardware: { label: 'Hardware', means: 'A machine or part of one.' },
  power: { label: 'Power', means: 'Electric supply or cooling.' },
  time: { label: 'Time', means: 'Clocks, leap seconds, expiry by date.' },
  'human-process': { label: 'Process', means: 'How people and procedures were set up.' },
  unknown: { label: 'Unknown', means: 'Not known or not published.' },
} as const satisfies Vocabulary

export const MILESTONE = {
  introduced: { label: 'Introduced', means: 'The fault or weakness entered the system.' },
  began: { label: 'Began', means: 'Harm began.' },
  reported: { label: 'Reported', means: 'Somebody outside reported it.' },
  detected: { label: 'Detected', means: 'The owner’s people or monitors noticed.' },
  acknowledged: { label: 'Acknowledged', means: 'Somebody took charge of it.' },
  publicWord: { label: 'First public word', means: 'The first public statement by a party involved.' },
  identified: { label: 'Identified', means: 'The cause was known.' },
  disclosed: { label: 'Disclosed', means: 'The weakness or intrusion was made public.' },
  fixAvailable: { label: 'Fix available', means: 'A remedy could be had.' },
  mitigated: { label: 'Mitigated', means: 'The harm stopped spreading.' },
  recovered: { label: 'Recovered', means: 'Service was back, by the definition given.' },
  closed: { label: 'Closed', means: 'The owner declared it over.' },
} as const satisfies Vocabulary

export const EVENT_KIND = {
  context: { label: 'Context', means: 'What was true or happened before or around it.' },
  onset: { label: 'Onset', means: 'It broke, or a part of it did.' },
  detection: { label: 'Detection', means: 'It was noticed or understood.' },
  escalation: { label: 'Escalation', means: 'It grew, or more people were called.' },
  contact: { label: 'Contact', means: 'One party spoke to another.' },
  publicWord: { label: 'Public word', means: 'Somebody spoke in public.' },
  containment: { label: 'Containment', means: 'The harm was stopped or limited.' },
  recovery: { label: 'Recovery', means: 'Something came back.' },
  followUp: { label: 'Follow-up', means: 'What came after: reports, fixes, inquiries, courts.' },
} as const satisfies Vocabulary

export const QUALIFIER = {
  about: { label: 'about', means: 'The figure is approximate.' },
  atLeast: { label: 'at least', means: 'The figure or more.' },
  atMost: { label: 'at most', means: 'The figure or less.' },
  lessThan: { label: 'less than', means: 'Below the figure.' },
} as const satisfies Vocabulary

export const FINDING_KIND = {
  rootCause: { label: 'Root cause', means: 'Without it the incident would not have happened, in the finder’s view.' },
  contributing: { label: 'Contributing factor', means: 'It made the incident likelier, larger or longer.' },
  mitigating: { label: 'Mitigating factor', means: 'It kept the incident smaller or shorter.' },
  risk: { label: 'Risk', means: 'A weakness found on the way that may matter elsewhere.' },
} as const satisfies Vocabulary

export const CONTROL_STATE = {
  absent: { label: 'Absent', means: 'The safeguard was not there.' },
  failed: { label: 'Failed', means: 'It was there and did not work.' },
  partial: { label: 'Partial', means: 'It worked in part, or covered part.' },
  worked: { label: 'Worked', means: 'It was there and worked.' },
  notStated: { label: 'Not stated', means: 'The sources do not say.' },
} as const satisfies Vocabulary

export const ACTION_STATUS = {
  planned: { label: 'Planned', means: 'Announced.' },
  inProgress: { label: 'In progress', means: 'Begun.' },
  done: { label: 'Done', means: 'Done, as its owner or evidence says.' },
  dropped: { label: 'Dropped', means: 'Given up.' },
  unknown: { label: 'Unknown', means: 'The sources do not say.' },
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
