const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const SHORT = new Map(MONTHS.map((month) => [month.slice(0, 3), month]))

/** Names of months and the order of a day, as keys of a table of words. */
export const DATE_MESSAGES = [...MONTHS, '{day} {month} {year}', '{day} {month}', '{month} {year}'] as const

/** A day, a month of a year, or a day of a month, in English. */
export const DATE = new RegExp(
  `(?:\\b(\\d{1,2}) )?\\b(${[...MONTHS, ...SHORT.keys()].join('|')})\\b(?: (\\d{4}))?`,
  'g',
)

/** A text with its dates (`19 July 2024`, `19 Jul`, `July 2024`) in the words and the order of a language. */
export function datesIn(text: string, words: Readonly<Record<string, string | undefined>>): string {
  return text.replace(DATE, (whole, day: string | undefined, name: string, year: string | undefined) => {
    // "May" and "March" alone are as likely other words.
    if (day === undefined && year === undefined) return whole
    const full = SHORT.get(name) ?? name
    const month = words[full] ?? full
    const form = `${day === undefined ? '' : '{day} '}{month}${year === undefined ? '' : ' {year}'}`
    const shown = name === full ? month : month.slice(0, 3)
    return (words[form] ?? form)
      .replace('{day}', day ?? '')
      .replace('{month}', shown)
      .replace('{year}', year ?? '')
  })
}
