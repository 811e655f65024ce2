/** Which view of a log is shown: what tells its course, all of it, or its lanes. */
const buttons = (tools: HTMLElement) => [...tools.querySelectorAll<HTMLButtonElement>('.views button')]

/** Opens or folds what lies between the key events. */
export function foldEvents(section: HTMLElement, open: boolean): void {
  for (const fold of section.querySelectorAll<HTMLDetailsElement>('.events .fold')) fold.open = open
}

/**
 * Shows one view of a log: `key`, `all` or `lanes`. What is out of view can still be found by a search within the page,
 * which brings the log back.
 */
export function showView(tools: HTMLElement, section: HTMLElement, view: string): void {
  tools.dataset['view'] = view
  for (const button of buttons(tools)) button.ariaPressed = String(button.value === view)
  const events = section.querySelector<HTMLElement>('.events')
  const lanes = section.querySelector<HTMLDetailsElement>('.lanes-fold')
  if (lanes) lanes.open = view === 'lanes'
  if (!events) return
  if (view === 'lanes') events.setAttribute('hidden', 'until-found')
  else {
    events.removeAttribute('hidden')
    foldEvents(section, view === 'all')
  }
}

/** Goes back to the log where something in it is asked for while the lanes are shown. */
export function backToLog(tools: HTMLElement, section: HTMLElement): void {
  if (tools.dataset['view'] === 'lanes') showView(tools, section, buttons(tools)[0]?.value ?? 'all')
}
