import type { TimelineForm } from '#exports/timeline-file.ts'
import { publishedRecord } from '../published-record.ts'
import { copyText } from '../copy-text.ts'
import { make } from '../search/make.ts'
import { t } from '../words.ts'

const FORMS: readonly TimelineForm[] = ['md', 'csv', 'ics']

/**
 * The events with certain ids as text: made of the JSON of this page’s incident by the code that the command line uses.
 */
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

/** Makes the buttons of the tools take the events in sight away, each in the form that is its value. */
export function takeAway(tools: HTMLElement, inSight: () => ReadonlySet<string>): void {
  const status = tools.querySelector('.take output')
  const take = async (form: TimelineForm) => {
    const ids = inSight()
    const text = textOf(form, ids)
    const done = await (form === 'ics' ? save(text, 'timeline.ics') : copyText(text)).catch(() => false)
    if (status)
      status.textContent = done
        ? t(form === 'ics' ? '{n} events saved' : '{n} events copied', { n: ids.size })
        : t('This browser does not allow it here, or the data could not be fetched.')
  }
  for (const form of FORMS)
    tools.querySelector(`.take [value=${form}]`)?.addEventListener('click', () => void take(form))
}
