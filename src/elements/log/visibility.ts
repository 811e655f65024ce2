/** Why an item is out of sight: the choice made in the log's controls, or whose word it is. */
type Reason = 'choice' | 'says'

/** Takes an item out of sight for one reason, or lets it back in as far as that reason goes: another may still hold. */
export function leaveOut(item: HTMLElement, reason: Reason, out: boolean): void {
  item.toggleAttribute(`data-no-${reason}`, out)
  item.hidden = item.matches('[data-no-choice], [data-no-says]')
}

/** Brings what stands around the events of a log in line with those left in sight: headings, lists, silences. */
export function tidyLogs(root: ParentNode): void {
  // A silence is one of the whole record: among some of its events it would be a false one.
  const partial = root.querySelector('.log > .part[hidden]') !== null
  for (const gap of root.querySelectorAll<HTMLElement>('.log > .gap')) gap.hidden = partial
  for (const list of root.querySelectorAll<HTMLElement>('.log:has(> .part)')) {
    const empty = list.querySelector('.part:not([hidden])') === null
    list.hidden = empty
    if (list.previousElementSibling instanceof HTMLElement) list.previousElementSibling.hidden = empty
  }
}
