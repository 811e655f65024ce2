import type { Vocabulary } from './vocabularies.ts'

export const INCIDENT_KIND = {
  fault: {
    label: 'Fault',
    means: 'Something broke without an attacker.',
    also: ['outage', 'failure', 'incident', 'bug'],
  },
  attack: {
    label: 'Attack',
    means: 'Somebody broke it on purpose.',
    also: ['breach', 'intrusion', 'ransomware', 'security incident', 'compromise'],
  },
  vulnerability: {
    label: 'Vulnerability',
    means: 'A weakness came to light and had to be dealt with.',
    also: ['cve', 'weakness', 'disclosure'],
  },
  disaster: {
    label: 'Disaster',
    means: 'A physical event outside the system.',
    also: ['fire', 'flood', 'earthquake', 'storm'],
  },
  nearMiss: {
    label: 'Near miss',
    means: 'It could have done harm and did not.',
    also: ['close call', 'near hit', 'averted'],
  },
  maintenance: {
    label: 'Maintenance',
    means: 'Planned work with an effect on users.',
    also: ['planned', 'scheduled', 'scheduled maintenance', 'change window'],
  },
} as const satisfies Vocabulary

export const SEVERITY = {
  critical: {
    label: 'Critical',
    means: 'Wide harm beyond the systems that failed.',
    also: ['sev0', 'sev1', 'severity 1', 'p0', 'p1', 'blocker', 'catastrophic', 's1', 'priority 1'],
  },
  major: {
    label: 'Major',
    means: 'A principal service was down or data were lost for many.',
    also: ['sev2', 'severity 2', 'p2', 'high', 's2', 'priority 2'],
  },
  minor: {
    label: 'Minor',
    means: 'Limited in reach or time.',
    also: ['sev3', 'sev4', 'severity 3', 'p3', 'p4', 'medium', 'moderate', 'low', 's3', 'priority 3'],
  },
  none: { label: 'None', means: 'Nobody was harmed.', also: ['no impact', 'informational', 'info', 'sev5', 'p5'] },
  unknown: { label: 'Unknown', means: 'Not known, or not stated.', also: ['tbd', 'not stated', 'unclassified', 'n/a'] },
} as const satisfies Vocabulary

export const STATE = {
  scheduled: {
    label: 'Scheduled',
    means: 'It is planned and has not begun.',
    also: ['planned', 'upcoming'],
  },
  investigating: {
    label: 'Investigating',
    means: 'It goes on, and its cause is not known.',
    also: ['open', 'new', 'triage', 'active', 'ongoing'],
  },
  identified: {
    label: 'Identified',
    means: 'It goes on, and its cause is known.',
    also: ['fixing', 'in progress', 'mitigating'],
  },
  monitoring: {
    label: 'Monitoring',
    means: 'A fix is in place and is being watched.',
    also: ['mitigated', 'watching', 'stable', 'verifying'],
  },
  resolved: {
    label: 'Resolved',
    means: 'It is over.',
    also: ['closed', 'done', 'postmortem', 'completed', 'recovered', 'fixed', 'in review'],
  },
} as const satisfies Vocabulary
export type State = keyof typeof STATE

export const DETECTED_BY = {
  monitoring: {
    label: 'Monitoring',
    means: 'A monitor or alert showed it.',
    also: ['alert', 'alarm', 'automated', 'synthetic'],
  },
  customer: {
    label: 'A customer',
    means: 'A customer or user reported it.',
    also: ['user', 'support ticket', 'client'],
  },
  staff: {
    label: 'Staff',
    means: 'Somebody of its owner noticed.',
    also: ['employee', 'engineer', 'internal', 'manual'],
  },
  thirdParty: {
    label: 'A third party',
    means: 'Somebody else noticed: a researcher, a vendor, the press.',
    also: ['external', 'researcher', 'vendor', 'partner'],
  },
  unknown: { label: 'Unknown', means: 'The sources do not say.', also: ['not stated'] },
} as const satisfies Vocabulary

export const IDENTIFIER_TYPE = {
  CVE: { label: 'CVE', means: 'Common Vulnerabilities and Exposures.' },
  GHSA: { label: 'GHSA', means: 'GitHub Security Advisory.' },
  OSV: { label: 'OSV', means: 'Open Source Vulnerabilities.' },
  EUVD: { label: 'EUVD', means: 'European Vulnerability Database.' },
  VU: { label: 'VU#', means: 'Vulnerability note of the CERT Coordination Center.', also: ['cert'] },
  AIID: { label: 'AIID', means: 'AI Incident Database.' },
  advisory: {
    label: 'Advisory',
    means: 'An advisory of the maker, by its own number.',
    also: ['bulletin', 'security bulletin'],
  },
  ticket: {
    label: 'Ticket',
    means: 'A ticket of a tracker.',
    also: ['issue', 'jira', 'case', 'pagerduty', 'statuspage'],
  },
  docket: { label: 'Docket', means: 'A number of a court or authority.', also: ['court case', 'file number'] },
  other: { label: 'Identifier', means: 'Any other identifier.' },
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
  introduced: { label: 'Introduced', means: 'The fault or weakness entered the system.', also: ['deployed', 'merged'] },
  began: { label: 'Began', means: 'Harm began.', also: ['start', 'started', 'onset', 'begin', 'impact start'] },
  reported: { label: 'Reported', means: 'Somebody outside reported it.' },
  detected: {
    label: 'Detected',
    means: 'The owner’s people or monitors noticed.',
    also: ['noticed', 'alerted', 'discovered'],
  },
  acknowledged: { label: 'Acknowledged', means: 'Somebody took charge of it.', also: ['ack', 'declared', 'triaged'] },
  communicated: {
    label: 'First public word',
    means: 'The first public statement by a party involved.',
    also: ['publicWord', 'public word', 'announced', 'first communication', 'status page posted'],
  },
  identified: {
    label: 'Identified',
    means: 'The cause was known.',
    also: ['diagnosed', 'cause found', 'root cause found'],
  },
  disclosed: { label: 'Disclosed', means: 'The weakness or intrusion was made public.' },
  fixAvailable: { label: 'Fix available', means: 'A remedy could be had.' },
  mitigated: { label: 'Mitigated', means: 'The harm stopped spreading.', also: ['contained', 'stabilized', 'stopped'] },
  recovered: {
    label: 'Recovered',
    means: 'Service was back, by the definition given.',
    also: ['resolved', 'restored', 'end', 'ended', 'fixed', 'impact end'],
  },
  closed: { label: 'Closed', means: 'The owner declared it over.', also: ['declared over', 'all clear'] },
} as const satisfies Vocabulary

export const EVENT_KIND = {
  context: {
    label: 'Context',
    means: 'What was true or happened before or around it.',
    also: ['background', 'scheduled'],
  },
  onset: {
    label: 'Onset',
    means: 'It broke, or a part of it did.',
    also: ['start', 'trigger', 'impact', 'began', 'failure'],
  },
  detection: { label: 'Detection', means: 'It was noticed.', also: ['detected', 'alert', 'noticed', 'reported'] },
  investigation: {
    label: 'Investigation',
    means: 'Its cause was looked for or found.',
    also: ['investigating', 'identified', 'diagnosis', 'analysis', 'debugging', 'triage', 'verifying'],
  },
  escalation: {
    label: 'Escalation',
    means: 'It grew, or more people were called.',
    also: ['escalated', 'paged', 'declared', 'page'],
  },
  decision: { label: 'Decision', means: 'Somebody decided what to do.', also: ['decided', 'approval', 'approved'] },
  contact: { label: 'Contact', means: 'One party spoke to another.', also: ['call', 'notified', 'informed'] },
  communication: {
    label: 'Communication',
    means: 'Somebody spoke in public.',
    also: [
      'publicWord',
      'public word',
      'announcement',
      'status update',
      'update',
      'statement',
      'status page',
      'communicated',
    ],
  },
  mitigation: {
    label: 'Mitigation',
    means: 'The harm was stopped or limited, or that was tried.',
    also: [
      'containment',
      'mitigated',
      'mitigating',
      'contained',
      'fix',
      'rollback',
      'workaround',
      'remediation',
      'in progress',
    ],
  },
  monitoring: {
    label: 'Monitoring',
    means: 'What was done was watched for its effect.',
    also: ['watching', 'observed'],
  },
  recovery: {
    label: 'Recovery',
    means: 'Something came back.',
    also: ['recovered', 'resolved', 'restored', 'resolution', 'completed', 'end'],
  },
  followUp: {
    label: 'Follow-up',
    means: 'What came after: reports, fixes, inquiries, courts.',
    also: ['postmortem', 'review', 'after', 'closed', 'aftermath', 'report'],
  },
} as const satisfies Vocabulary

export const COMPONENT_STATUS = {
  operational: { label: 'Operational', means: 'It works.', also: ['ok', 'up', 'healthy'] },
  degraded: {
    label: 'Degraded',
    means: 'It works slowly or not for all.',
    also: ['degraded performance', 'slow', 'impaired', 'minor outage'],
  },
  partialOutage: { label: 'Partial outage', means: 'It is down for some.', also: ['partial'] },
  outage: { label: 'Outage', means: 'It is down.', also: ['major outage', 'down', 'unavailable', 'full outage'] },
  maintenance: {
    label: 'Maintenance',
    means: 'It is down for planned work.',
    also: ['under maintenance', 'scheduled maintenance'],
  },
} as const satisfies Vocabulary

// The words of figures, findings, safeguards, actions and prompts.
export * from './report-words.ts'
