import { pickEvents, type TimelineForm } from '#text/timeline-pick.ts'
import { copyText } from '../copy-text.ts'
import { button, make } from '../search/make.ts'

const FORMS = { md: 'Copy as Markdown', csv: 'Copy as CSV', ics: 'Save calendar' } as const satisfies Record<
  TimelineForm,
  string
>

async function textOf(form: TimelineForm, link: HTMLAnchorElement, ids: ReadonlySet<string>): Promise<string> {
  const response = await fetch(link.href)
  if (!response.ok) throw new Error(`${link.href} answered ${response.status}`)
  return pickEvents(form, await response.text(), ids)
}

async function save(text: Promise<string>, name: string): Promise<boolean> {
  const address = URL.createObjectURL(new Blob([await text], { type: 'text/calendar' }))
  make('a', { href: address, download: name }).click()
  URL.revokeObjectURL(address)
  return true
}

/** Buttons that take the events in sight away, in each form that the page links to as a file. */
export function takeAway(root: ParentNode, inSight: () => ReadonlySet<string>): HTMLElement {
  const status = make('output', { class: 'soft' })
  const take = async (form: TimelineForm, link: HTMLAnchorElement) => {
    const ids = inSight()
    const text = textOf(form, link, ids)
    const done = await (form === 'ics' ? save(text, 'timeline.ics') : copyText(text)).catch(() => false)
    status.textContent = done
      ? `${ids.size} events ${form === 'ics' ? 'saved' : 'copied'}`
      : 'This browser does not allow it here; the files below hold the whole timeline.'
  }
  const buttons = (Object.keys(FORMS) as TimelineForm[]).flatMap((form) => {
    const link = root.querySelector(`a[href$="timeline.${form}"]`)
    return link instanceof HTMLAnchorElement ? [button(FORMS[form], () => void take(form, link))] : []
  })
  return make('div', { class: 'take' }, ...buttons, status)
}
