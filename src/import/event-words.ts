import type { EventKind, MilestoneName } from './draft.ts'
import { either } from './patterns.ts'

/** Alternatives as whole words. */
const words = (...alternatives: readonly string[]): RegExp => new RegExp(`\\b(?:${alternatives.join('|')})\\b`)

const OUTAGE = '(?:impact|outage|incident|downtime|disruption|degradation)s?'
const USER = '(?:customers?|users?|clients?|merchants?)'
const FOUND = '(?:found|identified|discovered|located|determined|confirmed|pinpointed|isolated|understood)'
const FINDS = '(?:identif(?:y|ies|ied)|found|discover(?:s|ed)?|determine[sd]?|confirm(?:s|ed)?|isolate[sd]?|trace[sd]?)'
const CAUSE = '(?:root cause|cause|culprit|issue|problem|source)'
const WAS = '(?:was |is |has been |of \\w{1,30} ){0,3}'
const SAYS =
  '(?:reports?|reported|writes?|wrote|complain(?:s|ed)?|contact(?:s|ed)?|call(?:s|ed)?|opens?|opened|raise[sd]?)'
const FIRES = '(?:fires?|fired|triggers?|triggered|goes off|went off|received|raised|sent)'
const SHIPPED = '(?:deployed|released|applied|merged|shipped|rolled out|pushed|implemented|live)'

/** What entries of timelines say, in lower case; the first that fits counts. */
export const EVENT_WORDS: readonly (readonly [EventKind, RegExp])[] = [
  ['investigation', /^(?:investigating|identified)\b/],
  ['onset', /^first (?:empty|failed|failing|errors?|timeouts?|crash\w*|slow|[45]\d\d|[45]xx)\b/],
  ['followUp', /\bincident (?:is |was )?closed\b/],
  ['followUp', words('retro(?:spective)?|post-?mortem|debrief|follow-?up|pir|review (?:meeting|held)')],
  ['followUp', words('post-incident review|rca (?:meeting|published|shared)')],
  [
    'onset',
    either('', `\\b${OUTAGE} (?:begins?|began|starts?|started|onset)\\b`, `^(?:start|beginning) of (?:the )?${OUTAGE}`),
  ],
  ['recovery', either('', `\\b${OUTAGE} (?:ends?|ended|over|is over|resolved|completed)\\b`, '\\ball[- ]clear\\b')],
  ['recovery', new RegExp(`^end of (?:the )?${OUTAGE}`)],
  [
    'communication',
    words('status ?page|public(?:ly)? (?:statement|post(?:ed)?)|tweet(?:s|ed)?|blog post', 'press release'),
  ],
  ['communication', words(`sent to (?:all )?(?:affected )?(?:teams|${USER})|apolog(?:y|ies) sent|announce[sd]?`)],
  [
    'communication',
    words(
      `customer communications?|${USER} (?:were |are )?(?:notified|informed|alerted)`,
      'communicat(?:ed|ions?) (?:to|sent)',
    ),
  ],
  ['communication', words(`(?:notif(?:y|ies|ied)|alert(?:s|ed)?) (?:all )?(?:affected )?${USER}`)],
  ['contact', words(`${USER}(?: \\w+){0,4} ${SAYS}|${USER} (?:reports?|complaints?|tickets?)|support tickets?`)],
  ['investigation', words(`${CAUSE} ${WAS}${FOUND}|found as the cause`)],
  [
    'investigation',
    words(`${FINDS}\\b.{0,80}\\b(?:as (?:the )?(?:likely |probable )?(?:root )?cause|(?:root )?cause|culprit)`),
  ],
  ['detection', words(`(?:alert(?:s|ed|ing)?|alarms?)\\b(?: \\S+){0,6} ${FIRES}|paged|becomes? aware`, 'became aware')],
  [
    'detection',
    words('(?:fires?|fired|triggered|receives?|received|got) (?:an? |the )?(?:\\S+ ){0,3}(?:alerts?|page|alarm)'),
  ],
  [
    'detection',
    words(
      '(?:alarms?|monitors?|pagerduty|pingdom|sentry|datadog)\\b.{0,40}(?:alert|fire|trigger|page|report|detect)\\w*',
    ),
  ],
  [
    'detection',
    words(
      '(?:is|are|was|were|gets?|got) (?:\\w+ly )?alerted',
      'alert(?:s|ed) (?:\\S+ ){0,2}(?:on-?call|engineers?|teams?|staff|operators?|responders?|us)',
    ),
  ],
  ['detection', words('detect(?:s|ed|ion)?|notice[sd]?|spotted|observe[sd]?|discover(?:s|ed)?|first report')],
  ['detection', words('reports? (?:missing|that|of|seeing|an?|issues?|errors?|problems?)|reported')],
  ['detection', /^(?:i['’]?m |i am |we['’]?re |we are )?seeing\b|^alerts?\b|\balerts?(?::|$)/],
  ['escalation', words('escalat\\w+|incident (?:declared|opened|raised|created|channel|called)|war ?room')],
  [
    'escalation',
    words('declare[sd]? (?:an? )?(?:\\S+ )?incident|sev-?\\d declared|bridge (?:opened|call)', 'pulls? in|pulled in'),
  ],
  [
    'escalation',
    words(
      'joins? (?:the )?(?:call|incident|bridge|investigation)',
      'joined (?:the )?(?:call|incident|bridge|investigation)',
    ),
  ],
  [
    'escalation',
    words('on-?call (?:paged|engaged|joins?|joined)|calls? in|called in|brought in|acknowledge[sd]?', 'acks?|acked'),
  ],
  ['escalation', words('takes (?:over|command)|took (?:over|command)|incident command(?:er)?')],
  ['decision', words('decide[sd]?|decision|agree[sd]? (?:to|on|that)|chose|opted')],
  [
    'recovery',
    words('recover(?:s|ed|y|ing)?|restored?|resolved?|back to normal|back (?:up|online)|worked off', 'drained'),
  ],
  [
    'recovery',
    words(
      'returns? to normal|returned to normal|traffic (?:is |was )?normal|normal (?:again|levels?)|healthy(?: again)?',
      'operational|caught up',
    ),
  ],
  [
    'recovery',
    words(
      'errors? (?:stop|stops|stopped|ceased?|gone)|error rates? (?:\\S+ ' +
        ')?(?:below|drops?|dropped|falls?|fell|returns?|returned|declin\\w+|normal\\w*)',
      'stabili[sz]ed?',
    ),
  ],
  [
    'recovery',
    words(
      '(?:works?|working|prints?|up|online|available|reachable|fresh|green|flow(?:s|ing)?) again',
      'fully (?:up|available)',
    ),
  ],
  ['recovery', words('services? (?:is |are |was |were )?(?:up|available|online)')],
  [
    'mitigation',
    words('roll(?:s|ed|ing)?[- ]?back|rollback|revert(?:s|ed|ing)?|mitigat\\w+|work-?around', 'hot-?fix\\w*|fixed'),
  ],
  [
    'mitigation',
    words(
      `fix(?:es|ed)? ${WAS}${SHIPPED}`,
      'deploy(?:s|ed|ing)? (?:a |the )?(?:hot ?)?(?:fix|patch|mitigation|workaround)',
    ),
  ],
  [
    'mitigation',
    words(
      'fail(?:s|ed)?[- ]?over|restart(?:s|ed|ing)?|reboot(?:s|ed|ing)?|disable[sd]?',
      'turn(?:s|ed) off|switched off',
    ),
  ],
  [
    'mitigation',
    words(
      'timeouts? (?:is |was |were ' +
        ')?(?:raised|increased)|scale[sd]?|increase[sd]?|renew(?:s|ed)?|restor(?:e|es|ing)|block(?:s|ed)|throttl\\w+',
      'rate[- ]limit\\w*',
    ),
  ],
  [
    'mitigation',
    words('drain(?:s|ing)|delete[sd]?|reset(?:s|ting)?|switch(?:es|ed)? (?:to|over|back)', 'remov(?:es?|ed|ing)'),
  ],
  [
    'mitigation',
    words(
      'patch(?:es|ed)?|purge[sd]?|clear(?:s|ed)|re-?route[sd]?',
      'appl(?:y|ied|ies) (?:a |the )?(?:fix|patch|change)',
    ),
  ],
  ['mitigation', words('manual(?:ly)? (?:configuration|change|intervention)\\w*')],
  [
    'onset',
    words('expire[sd]?|fails?|failed|failing|failures?|crash(?:es|ed|ing)?', '(?:go|goes|went|going) (?:down|offline)'),
  ],
  ['onset', words('outage|unavailable|unreachable|errors?|erroring|timeouts?|timing out|saturat\\w+', 'exhaust\\w+')],
  ['onset', words('degrad\\w+|stops?|stopped|hangs?|hung|spik(?:e|es|ed|ing)|drops?|dropped|latency', 'deadlock\\w*')],
  [
    'onset',
    words(
      'unresponsive|5\\d\\d|404|corrupt\\w*|lost|down|unstable|slow(?:s|ed)?',
      'out of (?:memory|disk|space)|oom\\w*',
    ),
  ],
  [
    'investigation',
    words('investigat\\w+|debug\\w*|look(?:s|ed|ing)? into|analy[sz]\\w+|inspect\\w*', 'check(?:s|ed|ing)?'),
  ],
  [
    'investigation',
    words('suspect\\w*|diagnos\\w+|trac(?:es?|ed|ing)|logs?|tests?|tested|verif\\w+|confirm\\w*', 'reproduc\\w+'),
  ],
  ['investigation', words('identif\\w+|found|finds?|reali[sz]\\w+|queries|queried|troubleshoot\\w*')],
  ['monitoring', words('monitor(?:s|ed|ing)?|watch(?:es|ed|ing)?')],
]

const THING = '(?:problem |issue |incident )?'

/** Words that name a milestone by themselves, in lower case. */
export const MILESTONE_WORDS: readonly (readonly [MilestoneName, RegExp])[] = [
  [
    'began',
    either(
      '',
      `\\b${OUTAGE} (?:begins?|began|starts?|started|onset)\\b`,
      `^(?:start|beginning) of (?:the )?${OUTAGE}`,
      `^${THING}(?:start(?:s|ed)?|began|beg(?:in|an|inning)|onset)$`,
      '^impact start$',
    ),
  ],
  [
    'recovered',
    either(
      '',
      `\\b${OUTAGE} (?:ends?|ended|is over|resolved)\\b`,
      `^end of (?:the )?${OUTAGE}`,
      '\\b(?:fully|completely) (?:restored|recovered|resolved|operational)\\b',
      `^${THING}(?:resolved|resolution|recovered|recovery|fixed|restored|ended|end)$`,
      '\\ball[- ]clear\\b',
      '\\bmarked? (?:as )?resolved\\b',
    ),
  ],
  [
    'detected',
    either(
      '',
      `^${THING}(?:detected|detection)$`,
      '\\b(?:incident|issue|problem|outage) (?:was |is )?(?:first )?detected\\b',
    ),
  ],
  ['acknowledged', /\backnowledge[sd]?\b/],
  [
    'identified',
    either(
      '',
      `\\broot cause ${WAS}(?:found|identified|determined|discovered|confirmed)\\b`,
      '\\bas (?:the )?(?:root )?cause\\b',
      '\\bidentif(?:y|ied|ies) (?:the |that |as )?(?:root )?cause\\b',
      '^(?:cause )?identified$',
    ),
  ],
  [
    'mitigated',
    either(
      '',
      `^${THING}(?:mitigated|mitigation)$`,
      '^mitigated\\b',
      '\\b(?:incident|issue|problem|outage|impact) (?:is |was |has been |fully )?mitigated\\b',
    ),
  ],
  ['closed', /\bincident (?:is |was )?(?:closed|closes)\b|^closed$/],
]
