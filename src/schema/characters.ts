/** A character that no text may hold, where it stands, and what to say of it. */
export interface Stray {
  readonly index: number
  /** `the invisible character U+200B`. */
  readonly found: string
  readonly fix: string
}

// Signs that joiners and variation selectors have a meaning after: letters and marks of scripts that use them, emoji,
// symbols.
const OTHERS = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Inherited}]`
const HOST = String.raw`[[\p{L}\p{M}\p{S}\p{Emoji}]--${OTHERS}]`
const JOINER = String.raw`\u200c\u200d`
const SELECTOR = String.raw`\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}`

/**
 * The one list of what texts, addresses and bodies may not hold.
 *
 * - Controls (C0 but tab and line feed, C1) and the separators U+2028 and U+2029: formats made of lines would read them
 *   as the end of a line.
 * - Halves of characters and noncharacters: no encoder of UTF-8 and no reader of XML takes them. Nor U+FFFD: it says
 *   that a character was lost, and is what an entity for one of these becomes.
 * - What Unicode itself calls ignorable, and anchors of annotations: text that reviewers do not see, that searches
 *   miss, or (direction marks, embeddings, isolates) that shows in another order than it is stored. Zero-width spaces,
 *   soft hyphens and tags are among them; the price of the last is the flags of parts of countries.
 * - Joiners and variation selectors only where they do something: Persian, Indic scripts, Han and emoji need them; in
 *   Latin, Greek and Cyrillic words they would only make two words that look alike differ.
 */
const STRAY = new RegExp(
  [
    String.raw`[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ufffd\p{Noncharacter_Code_Point}\p{Surrogate}]`,
    String.raw`[\p{Default_Ignorable_Code_Point}--[${JOINER}${SELECTOR}]]`,
    String.raw`(?<![${HOST}\ufe0f])[${JOINER}]`,
    String.raw`(?<!${HOST})[${SELECTOR}]`,
  ].join('|'),
  'v',
)

// Of these alone consist most texts, and to see that takes a fiftieth of the time; a test holds the two expressions
// together.
const UNSUSPECTED =
  /[^\t\n -~\u00a0-\u00ac\u00ae-\u034e\u0350-\u061b\u2010-\u2027\u2030-\u205f\u3000-\u3163\u3165-\ud7ff]/

const UNSHOWN = new RegExp(`${STRAY.source}|[\\n\\t]`, 'gv')

/**
 * A text for one line of a terminal or a log, with every character that no text may hold, and every line break, written
 * out (`\u{1b}`): else what an author wrote could move a terminal’s cursor, or begin a line that a runner takes for a
 * command.
 */
export const visible = (text: string): string =>
  text.replace(UNSHOWN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)

/** The first character of a text that it may not hold; undefined for a text as it should be. */
export function findStray(text: string): Stray | undefined {
  const match = UNSUSPECTED.test(text) ? STRAY.exec(text) : null
  if (match === null) return undefined
  const [character] = match
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  const { index } = match
  if (/\p{Surrogate}/u.test(character))
    return {
      index,
      found: `${code}, which is half of a character`,
      fix: 'write the whole character, or delete the half',
    }
  if (/[\u2028\u2029]/.test(character))
    return { index, found: `the line separator ${code}`, fix: 'put a line break or a space in its place' }
  if (character === '\ufffd')
    return {
      index,
      found: `${code}, which stands where a character was lost`,
      fix: 'write the character that was meant',
    }
  if (/\p{Noncharacter_Code_Point}/u.test(character))
    return { index, found: `${code}, which is no character`, fix: 'delete it' }
  return {
    index,
    found: `the ${/\p{Cc}/u.test(character) ? 'control' : 'invisible'} character ${code}`,
    fix: 'delete the character',
  }
}
