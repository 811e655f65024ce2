/**
 * Words as a part of an address: lower case, marks left out, letters and digits of any script joined by hyphens; "C++"
 * and "C#" stay apart.
 */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/\+/g, ' plus')
    .replace(/#/g, ' sharp')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .normalize('NFC')
