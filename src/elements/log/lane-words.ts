/** Gives each mark of the lanes its words where a pointer rests on it: when, which sort, what, as the log has them. */
export function tellMarks(lanes: ParentNode): void {
  for (const link of lanes.querySelectorAll<SVGAElement>('td a')) {
    const event = document.getElementById(link.href.baseVal.slice(1))?.closest('li')
    if (!event || link.querySelector('title')) continue
    const [when, kind, what] = ['.t', '.by b', 'h4'].map((part) => event.querySelector(part)?.textContent ?? '')
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title')
    title.append(`${when}. ${kind}: ${what}`)
    link.prepend(title)
  }
}
