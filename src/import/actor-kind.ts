import { either } from './patterns.ts'

const PERSON_WORDS = /^(?:@[\w.-]+|\p{Lu}\p{L}+(?: \p{Lu}\.?)?(?: \p{Lu}\p{L}+){1,2})$/u
const TEAM_WORDS = either(
  'i',
  String.raw`\b(?:teams?|squad|group|on-?call|sre|ops|devops|engineering|engineers|platform|department)\b`,
  String.raw`\b(?:infra(?:structure)?|support|security|qa|dev(?:elopers|s)?|backend|frontend|payments|data)\b`,
  String.raw`\b(?:product|network|facilities|finance|legal|sales|marketing|billing|accounting|noc|soc)\b`,
  String.raw`\b(?:management)\b`,
)
const ROLE_WORDS =
  /\b(?:manager|engineer|developer|commander|officer|lead|employee|colleague|analyst|admin(?:istrator)?)\b/i

/** Whether a name without a record is that of a person or of a team, as far as its words tell. */
export function actorKind(name: string): 'person' | 'team' | 'group' | 'customer' {
  if (/^(?:customers?|users?|clients?)$/i.test(name)) return 'customer'
  if (ROLE_WORDS.test(name) && !/s$/i.test(name)) return 'person'
  if (TEAM_WORDS.test(name)) return 'team'
  if (/,|&| and |\//.test(name)) return 'group'
  return PERSON_WORDS.test(name) || /^@|^[a-z][a-z.]+$/.test(name)
    ? 'person'
    : /^\p{Lu}[\p{L}]+$/u.test(name)
      ? 'person'
      : 'team'
}
