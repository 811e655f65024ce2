/** Why an item is out of sight: the choice made in the log's controls, or whose word it is. */
type Reason = 'choice' | 'says'

/** Takes an item out of sight for one reason, or lets it back in as far as that reason goes: another may still hold. */
export function leaveOut(item: HTMLElement, reason: Reason, out: boolean): void {
  item.toggleAttribute(`data-no-${reason}`, out)
  item.hidden = item.matches('[data-no-choice], [data-no-says]')
}

/**
 * Brings what stands around the events of a log in line with those left in sight: headings, lists, silences. Among some
 * of its events nothing is folded, so that what was asked for is seen; once all are back, so are the folds.
 */
export function tidyLogs(root: ParentNode): void {
  const tools = root.querySelector<HTMLElement>('kb-log')
  // A silence is one of the whole record: among some of its events it would be a false one.
  const partial = root.querySelector('.log > .part[hidden]') !== null
  for (const gap of root.querySelectorAll<HTMLElement>('.log > .gap')) gap.hidden = partial
  for (const holder of root.querySelectorAll<HTMLElement>('.events .group, .events .folded, .events .log')) {
    holder.hidden = holder.querySelector('.part:not([hidden])') === null
    const label = holder.previousElementSibling
    if (label instanceof HTMLElement && label.matches('.during')) label.hidden = holder.hidden
  }
  if (!tools || partial === tools.hasAttribute('data-partial')) return
  tools.toggleAttribute('data-partial', partial)
  for (const fold of root.querySelectorAll<HTMLDetailsElement>('.events .fold'))
    fold.open = partial || tools.dataset['view'] === 'all'
}

/** Has the lanes follow the log: a mark whose event is out of sight is, too, and so is a party that has none left. */
export function thinLanes(root: ParentNode): void {
  for (const row of root.querySelectorAll<HTMLElement>('.lanes tbody tr')) {
    const marks = [...row.querySelectorAll('a[aria-labelledby]')]
    const left = marks.filter((mark) => {
      const out = document.getElementById(mark.getAttribute('aria-labelledby') ?? '')?.closest('.part[hidden]')
      if (out) mark.setAttribute('display', 'none')
      else mark.removeAttribute('display')
      return !out
    })
    row.hidden = left.length === 0
  }
}
