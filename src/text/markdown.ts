// What would begin a block where it stands first on a line: a list item, a rule, the underline of a heading.
const OPENER = /^( *)(?:(\d{1,9})([.)])(?= |$)|([-+=]))/gm

/** Markdown whose lines begin no list, rule or underlined heading. */
const withoutOpeners = (markdown: string): string =>
  markdown.replace(
    OPENER,
    (_, space: string, number?: string, end?: string, sign?: string) =>
      space + (sign === undefined ? `${number}\\${end}` : `\\${sign}`),
  )

/**
 * A text as Markdown (CommonMark, GFM) that shows it as it is, on one line: the one way for a text to enter Markdown,
 * but for the text of a body, which a library prints (docs/decisions/markdown.md). What looks like a web address is
 * still made a link by GFM, and leads where it says.
 */
export const markdownText = (text: string): string =>
  withoutOpeners(
    text
      .replace(/[\t\n\v\f\r ]+/g, ' ')
      .replace(/[\\`*_[\]<>|~]/g, '\\$&')
      // By themselves these begin or end a heading; within a word, such as a reference, they are read as they are.
      .replace(/(?<!\S)#+(?!\S)/g, '\\$&')
      // An ampersand is a sign of markup only where an entity may follow.
      .replace(/&(?=[#\w])/g, '\\&'),
  )

/**
 * An address as the target of a link, within `( )`, `(< >)` and a cell of a table: it leads to the same place and ends
 * none of them.
 */
export const markdownTarget = (url: string): string =>
  url
    .replace(/[\s<>()[\]|"\\`]/g, (sign) =>
      sign === '(' || sign === ')' ? `%${sign.charCodeAt(0).toString(16)}` : encodeURIComponent(sign),
    )
    .replace(/&(?=#?\w+;)/g, '&amp;')

/** A link in Markdown. */
export const markdownLink = (text: string, url: string): string => `[${markdownText(text)}](${markdownTarget(url)})`
