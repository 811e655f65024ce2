/** The forms a timeline can be taken away in. */
export type TimelineForm = 'md' | 'csv' | 'ics'

const unfolded = (block: string) => block.replace(/\r?\n[ \t]/g, '')

const pickLines = (text: string, header: number, keep: (line: string) => boolean) =>
  text
    .split(/(?<=\n)/)
    .filter((line, index) => index < header || line.trim() === '' || keep(line))
    .join('')

/**
 * Of a whole timeline in one of its forms, the events with these ids. The forms are made so that an event is one line or one block
 * that names its id: a reader's choice of events needs no second way of writing them.
 */
export function pickEvents(form: TimelineForm, text: string, ids: ReadonlySet<string>): string {
  switch (form) {
    case 'csv':
      return pickLines(text, 1, (line) => ids.has(line.slice(0, line.indexOf(','))))
    case 'md':
      return pickLines(text, 2, (line) => [...ids].some((id) => line.includes(`#${id}>)`)))
    case 'ics':
      return text
        .split(/(?=BEGIN:VEVENT)|(?<=END:VEVENT\r\n)/)
        .filter(
          (block) =>
            !block.startsWith('BEGIN:VEVENT') || ids.has(/^UID:([^.\r\n]+)\./m.exec(unfolded(block))?.[1] ?? ''),
        )
        .join('')
    default:
      return form satisfies never
  }
}
