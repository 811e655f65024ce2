import { publishedRecord } from '../published-record.ts'
import { BAR_AT_FOOT } from '../foot-bar.ts'
import { t } from '../words.ts'

const paragraph = (text: string): HTMLParagraphElement =>
  Object.assign(document.createElement('p'), { textContent: text })

/**
 * What a reader is told who came by a citation of another revision; `since` are the entries of the history after it.
 */
export async function note(
  asked: string,
  current: number,
  since: readonly HTMLLIElement[],
  part: string,
): Promise<HTMLElement> {
  const box = Object.assign(document.createElement('section'), {
    id: 'since',
    className: 'note since mb-6',
    ariaLabel: t('Cited revision'),
  })
  if (!/^[1-9]\d{0,5}$/.test(asked) || Number(asked) > current) {
    box.append(
      paragraph(
        t('The citation that led here names a revision that this record does not have. This is revision {n}.', {
          n: current,
        }),
      ),
    )
    return box
  }
  const list = Object.assign(document.createElement('ol'), { className: 'history' })
  list.append(...since.map((item) => item.cloneNode(true)))
  box.append(
    Object.assign(
      paragraph(
        t('You came by a citation of revision {asked}. This is revision {n}.', { asked, n: current }) +
          (await aboutPart(since, part)),
      ),
      { className: 'note-title' },
    ),
    paragraph(t('Changed since:')),
    list,
  )
  return box
}

/** The first sentences of a note, at the foot of the window until it is closed. */
export function bar(told: HTMLElement): HTMLElement {
  const made = Object.assign(document.createElement('section'), {
    className: `${BAR_AT_FOOT} revision`,
    ariaLabel: t('Revision of the citation'),
  })
  const close = Object.assign(document.createElement('button'), { type: 'button', textContent: t('Close') })
  close.addEventListener('click', () => made.remove())
  made.append(
    paragraph(told.querySelector('p')?.textContent ?? ''),
    Object.assign(document.createElement('a'), { href: `#${told.id}`, textContent: t('What changed') }),
    close,
  )
  return made
}

/**
 * Whether some of these revisions changed a part. The page links to the first of many; the JSON of the record names
 * all. Undefined where that cannot be had.
 */
async function changedIn(since: readonly HTMLLIElement[], part: string): Promise<boolean | undefined> {
  if (since.some((item) => item.querySelector(`a[href="#${CSS.escape(part)}"]`))) return true
  const cut = since.filter(({ dataset }) => 'more' in dataset).map(({ value }) => value)
  if (cut.length === 0) return false
  const { history } = await publishedRecord().then(
    ({ data }) => data as { history?: readonly { revision: number; changed?: readonly string[] }[] },
    () => ({ history: undefined }),
  )
  return history?.some(({ revision, changed }) => cut.includes(revision) && changed?.includes(part))
}

async function aboutPart(since: readonly HTMLLIElement[], part: string): Promise<string> {
  if (part === '') return ''
  const found = document.getElementById(part)
  if (!found) return ` ${t('The part cited, {part}, is no longer there.', { part })}`
  if ('withdrawn' in found.dataset) return ` ${t('The part cited, {part}, was withdrawn.', { part })}`
  const changed = await changedIn(since, part)
  if (changed === undefined) return ''
  return changed
    ? ` ${t('The part cited, {part}, was changed since.', { part })}`
    : ` ${t('The part cited, {part}, was not changed since.', { part })}`
}
