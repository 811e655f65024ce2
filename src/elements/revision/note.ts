const paragraph = (text: string): HTMLParagraphElement =>
  Object.assign(document.createElement('p'), { textContent: text })

/**
 * What a reader is told who came by a citation of another revision; `since` are the entries of the history after it.
 */
export function note(asked: string, current: number, since: readonly HTMLLIElement[], part: string): HTMLElement {
  const box = Object.assign(document.createElement('section'), {
    id: 'since',
    className: 'note since mb-6',
    ariaLabel: 'Cited revision',
  })
  if (!/^[1-9]\d{0,5}$/.test(asked) || Number(asked) > current) {
    box.append(
      paragraph(
        `The citation that led here names a revision that this record does not have. This is revision ${current}.`,
      ),
    )
    return box
  }
  const list = Object.assign(document.createElement('ol'), { className: 'history' })
  list.append(...since.map((item) => item.cloneNode(true)))
  box.append(
    Object.assign(
      paragraph(`You came by a citation of revision ${asked}. This is revision ${current}.${aboutPart(since, part)}`),
      { className: 'note-title' },
    ),
    paragraph('Changed since:'),
    list,
  )
  return box
}

/** The first sentences of a note, at the foot of the window until it is closed. */
export function bar(told: HTMLElement): HTMLElement {
  const made = Object.assign(document.createElement('section'), {
    className: 'cite-bar revision',
    ariaLabel: 'Revision of the citation',
  })
  const close = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Close' })
  close.addEventListener('click', () => made.remove())
  made.append(
    paragraph(told.querySelector('p')?.textContent ?? ''),
    Object.assign(document.createElement('a'), { href: `#${told.id}`, textContent: 'What changed' }),
    close,
  )
  return made
}

function aboutPart(since: readonly HTMLLIElement[], part: string): string {
  if (part === '') return ''
  const found = document.getElementById(part)
  if (!found) return ` The part cited, ${part}, is no longer there.`
  if ('withdrawn' in found.dataset) return ` The part cited, ${part}, was withdrawn.`
  const changed = since.some((item) => item.querySelector(`a[href="#${CSS.escape(part)}"]`))
  return changed ? ` The part cited, ${part}, was changed since.` : ` The part cited, ${part}, was not changed since.`
}
