import type { TimelineForm } from '#exports/timeline-file.ts'
import { publishedRecord } from '../published-record.ts'
import { copyText } from '../copy-text.ts'
import { button, make } from '../search/make.ts'

const FORMS = { md: 'Copy as Markdown', csv: 'Copy as CSV', ics: 'Save calendar' } as const satisfies Record<
  TimelineForm,
  string
>

/** The events with certain ids as text: made of the JSON of this page’s incident by the code that the command line uses. */
async function textOf(form: TimelineForm, ids: ReadonlySet<string>): Promise<string> {
  const [{ timelineFile }, incident] = await Promise.all([import('#exports/timeline-file.ts'), publishedRecord()])
  return timelineFile(form, incident, ids)
}

async function save(text: Promise<string>, name: string): Promise<boolean> {
  const address = URL.createObjectURL(new Blob([await text], { type: 'text/calendar' }))
  make('a', { href: address, download: name }).click()
  URL.revokeObjectURL(address)
  return true
}

/** Buttons that take the events in sight away, in each form. */
export function takeAway(inSight: () => ReadonlySet<string>): HTMLElement {
  const status = make('output', { class: 'soft' })
  const take = async (form: TimelineForm) => {
    const ids = inSight()
    const text = textOf(form, ids)
    const done = await (form === 'ics' ? save(text, 'timeline.ics') : copyText(text)).catch(() => false)
    status.textContent = done
      ? `${ids.size} events ${form === 'ics' ? 'saved' : 'copied'}`
      : 'This browser does not allow it here, or the data could not be fetched.'
  }
  const buttons = (Object.keys(FORMS) as TimelineForm[]).map((form) => button(FORMS[form], () => void take(form)))
  return make('div', { class: 'take' }, ...buttons, status)
}
