const SOUND: Readonly<Record<string, string>> = {
  question: '"Who tests the filter?"',
  label: '"Filters"',
  description: '"Whether somebody does."',
  history: '[{ revision: 1, date: "2026-01-01", type: addition, summary: First recorded. }]',
}

/**
 * A hostile piece of YAML in a record that is sound without it: its own fields take the place of those of the record,
 * `a` stands for a field of text, and what has no field becomes the value of one. Whatever is then refused is refused
 * for that piece.
 */
export function inRecord(source: string): string {
  const piece =
    /^(?:[[{'"|>]|- |\? \?|!!)/.test(source) && !/^["']?\w+["']?:/.test(source)
      ? `label: ${/^[-?]/.test(source) ? '\n  ' : ''}${source}`
      : source.replace(/^(-{3} |\t)?a:/m, '$1label:')
  const own = new Set([...piece.matchAll(/^(\w+):/gm)].map(([, key]) => key))
  const sound = Object.entries(SOUND)
    .filter(([key]) => !own.has(key))
    .map(([key, value]) => `${key}: ${value}`)
  // A document cannot begin after another has, so the rest of the record follows the piece.
  return [...(piece === '' ? [] : [piece]), ...sound, ''].join('\n')
}
