import { either } from './patterns.ts'
/** What a section of a postmortem is about, as the common templates name it. */
export type SectionKind =
  | 'summary'
  | 'impact'
  | 'rootCause'
  | 'trigger'
  | 'contributing'
  | 'mitigating'
  | 'detection'
  | 'resolution'
  | 'timeline'
  | 'actions'
  | 'wentWell'
  | 'wentWrong'
  | 'lucky'
  | 'lessons'
  | 'people'

// The first that fits counts, so that "What went wrong" is no cause and "Impact timeline" is a timeline.
const KINDS: readonly (readonly [RegExp, SectionKind])[] = [
  [
    either(
      '',
      String.raw`\btime ?lines?\b|^chronology|^sequence of events|^(?:event|incident|response) log$|^log of events`,
      String.raw`^what happened when|^history of events|^events$|^updates$`,
    ),
    'timeline',
  ],
  [
    either(
      '',
      String.raw`\baction(?:s|able)?(?: |-)?(?:items?|plan|points?|register)?$|^action items|^actions\b`,
      String.raw`follow(?:ing)?[- ]?ups?\b|^next steps|corrective|preventati?ve (?:measures|actions)|^prevention`,
      String.raw`^remediations$|^remediation (?:items|actions|plan)|^(?:planned )?improvements|^to ?dos?$|^tasks\b`,
      String.raw`^what (?:are|will) we (?:do|doing)|^work items|^tickets|^jira`,
    ),
    'actions',
  ],
  [
    either(
      '',
      String.raw`went well|^what worked|^successes|^positives|^(?:the )?good$|went right|^what we did well`,
      String.raw`^things that worked|^did well`,
    ),
    'wentWell',
  ],
  [
    either(
      '',
      String.raw`went (?:wrong|poorly|badly|less well)`,
      String.raw`(?:did ?n[o'’]t|did not|could have) (?:go|gone|be|been|work) ?(?:so |as |done )?(?:well|` +
        String.raw`better|smoothly)?`,
      String.raw`^what (?:was|is) bad|^(?:the )?bad$|^challenges|^what failed|needs? improvement`,
      String.raw`^where we (?:struggled|failed)|could be improved|^what (?:didn['’]t|did not) work`,
    ),
    'wentWrong',
  ],
  [/\bluck(?:y|ily)?\b/, 'lucky'],
  [/^(?:key )?lessons?\b|^learnings|^takeaways|^key takeaways|^what (?:we|did we) learn/, 'lessons'],
  [
    either(
      '',
      String.raw`^root causes?\b|^(?:the |technical |underlying |primary )?(?:root )?causes?$|^cause of`,
      String.raw`^why (?:did|was|were)\b.*(?:happen|occur|fail|break|outage)|^underlying cause`,
      String.raw`^analysis of (?:the )?(?:root )?cause|\broot cause\b`,
    ),
    'rootCause',
  ],
  [/^triggers?\b|^what triggered/, 'trigger'],
  [/^contributing|^(?:other )?factors$|^contributors$/, 'contributing'],
  [/^mitigators$|^mitigating (?:factors|circumstances)/, 'mitigating'],
  [/^detection\b|^how (?:was|were|did|we) .*(?:detect|notice|discover|found)|^how we found/, 'detection'],
  [
    either(
      '',
      String.raw`^resolution\b|^recovery\b|^mitigation\b|^remediation\b|^fix$|^(?:the )?solution$`,
      String.raw`^how (?:was|did|we) .*(?:fix|resolve|recover|mitigate)|^resolution and recovery`,
    ),
    'resolution',
  ],
  [
    either(
      '',
      String.raw`^(?:customer|user|business|client|service|overall)? ?(?:impact|effects?|radius|damage)\b`,
      String.raw`^(?:estimated|blast)? ?(?:impact|effects?|radius|damage)\b|^impact|^who was affected`,
      String.raw`^affected (?:users|customers|services|systems)|^scope(?: of impact)?$`,
    ),
    'impact',
  ],
  [
    either(
      '',
      String.raw`^(?:executive |incident |issue |event |problem )*(?:summary|overview|synopsis|abstract)\b`,
      String.raw`^(?:high[- ]level |brief )*(?:summary|overview|synopsis|abstract)\b|^tl;? ?dr|^description$`,
      String.raw`^what happened\??$|^problem$|^in short|^at a glance`,
    ),
    'summary',
  ],
  [
    either(
      '',
      String.raw`^participants|^responders|^people(?: involved)?$|^attendees|^who was involved`,
      String.raw`^(?:incident )?(?:response )?team$|^roles$|^authors?$`,
    ),
    'people',
  ],
]

/** What a heading says its section is about; undefined where it is none of the usual. */
export function sectionOf(title: string): SectionKind | undefined {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s'’;:?&/()-]/gu, ' ')
    .replace(/^\s*(?:section\s+)?(?:\d+(?:\.\d+)*|[ivx]+)[.):]?\s+/, '')
    .replace(/\([^()]{0,100}\)/g, '')
    .replace(/[:?.]{1,3}\s?$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  // A chain of whys tells one cause in several steps, and is best read whole.
  if (words === '' || words.length > 70 || /\bwhys\b/.test(words)) return undefined
  return KINDS.find(([pattern]) => pattern.test(words))?.[1]
}

const USUAL = either(
  'gi',
  String.raw`\b(?:how['’]d|timelines?|time|line|events?|chronology|sequence|incident|response|log|history)\b`,
  String.raw`\b(?:updates|what|where|how|when|why|we|our|the|a|an|and|so|as|could|of|in|to|did|do|does|are)\b`,
  String.raw`\b(?:is|was|were|will|been|be|it|this|that|all|times?|zone|local|went|going|gone|go|goes|well)\b`,
  String.raw`\b(?:wrong|poorly|badly|less|better|right|worked|failed|good|bad|could|have|has|did ?n[o'’]?t)\b`,
  String.raw`\b(?:not|improved?|improvements?|improving|luck|lucky|got|lessons?|learn(?:ed|t|ings?)?)\b`,
  String.raw`\b(?:takeaways?|key|root|causes?|analysis|trigger(?:s|ed)?|contributing|contributors|mitigators|` +
    String.raw`mitigating|circumstances|factors?|conditions?)\b`,
  String.raw`\b(?:underlying|technical|primary|five|whys|action(?:s|able)?|items?|plan|points?|follow)\b`,
  String.raw`\b(?:following|ups?|next|steps|corrective|preventati?ve|prevention|measures|remediation)\b`,
  String.raw`\b(?:planned|tasks?|todos?|work|tickets|jira|summary|executive|overview|description|synopsis)\b`,
  String.raw`\b(?:abstract|tl|dr|happen(?:ed|s)?|in|short|impact|customer|user|effects?|participants?)\b`,
  String.raw`\b(?:responders?|people|involved|attendees|who|team|roles|authors?|future|short|long|term)\b`,
  String.raw`\b(?:immediate|completed?|things|needs?)\b`,
)

/** Whether a heading says no more than what its section is: the fields of a record then say it too. */
export const isUsual = (title: string, besides: readonly string[] = []): boolean => {
  let left = title
  for (const words of besides) left = left.replaceAll(words, ' ')
  return !/\p{L}/u.test(left.replace(USUAL, ' ').replace(/\b\d+(?:\.\d+)*[.)]?/g, ' '))
}
