import { backToLog } from './view.ts'
import { tidyLogs } from './visibility.ts'

/** The id that the address names. One that is no sound escape is taken as it is written, as browsers take it. */
function named(): string {
  const written = location.hash.slice(1)
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

/** Brings the part that the address names into sight, whatever was left out: who follows a link to it asked for it. */
export function showTarget(): void {
  // Not `:target`: while a page is loading, nothing is that yet.
  const target = document.getElementById(named())
  if (!target?.closest('[hidden]')) return
  const tools = document.querySelector<HTMLElement>('kb-log')
  const section = tools?.closest('section')
  if (tools && section && target.closest('.events')) backToLog(tools, section)
  for (let holder = target.closest<HTMLElement>('[hidden]'); holder; holder = holder.closest<HTMLElement>('[hidden]'))
    holder.hidden = false
  tidyLogs(document)
  target.scrollIntoView()
  document.dispatchEvent(new Event('says'))
}

addEventListener('hashchange', showTarget)
// A link to where the address points already changes nothing of it.
addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a') : null
  if (link?.href === location.href) showTarget()
})
