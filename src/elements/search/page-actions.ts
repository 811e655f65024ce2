import { tokensIn } from '#search/tokens.ts'
import { t } from '../words.ts'

/** Something that can be chosen in the dialog: a place on this page, or what a control of this page does. */
export interface Choice {
  readonly text: string
  /** Address within the page; without one, `act` is called. */
  readonly href?: string
  readonly act?: () => void
}

const click = (selector: string, text: string): Choice[] => {
  const control = document.querySelector<HTMLElement>(selector)
  return control ? [{ text, act: () => control.click() }] : []
}

function themes(): Choice[] {
  const select = document.querySelector<HTMLSelectElement>('kb-theme select')
  return [...(select?.options ?? [])].map(({ value, text }) => ({
    text: `${t('Theme')}: ${text.toLowerCase()}`,
    act: () => {
      if (!select) return
      select.value = value
      select.dispatchEvent(new Event('change'))
    },
  }))
}

/** What the controls of this page do, by the words of the controls. */
const actions = (): Choice[] => [
  ...click('main a[data-cite], kb-cite button', t('Copy citation')),
  ...click('kb-log button', t('Filter the timeline or change its clock')),
  ...themes(),
]

/** Sections of this page that a reader can go to, in its order. */
const sections = (): Choice[] =>
  [...document.querySelectorAll<HTMLElement>('main :is(h2, h3)')].flatMap((heading) => {
    const holder = heading.id === '' ? heading.closest<HTMLElement>('section[id]') : heading
    const text = heading.textContent?.trim() ?? ''
    return holder && text !== '' && holder.checkVisibility() ? [{ text, href: `#${holder.id}` }] : []
  })

const words = (text: string) => tokensIn(text).flatMap(({ pieces }) => pieces.map(({ key }) => key))

/** Choices of which a word begins with each typed word. */
function fitting(choices: readonly Choice[], typed: readonly string[]): Choice[] {
  return choices.filter(({ text }) => {
    const own = words(text)
    return typed.every((word) => own.some((other) => other.startsWith(word)))
  })
}

const SHOWN = 6

/** What of this page fits what was typed; its sections and actions where nothing was. */
export function ofThisPage(typed: string): {
  readonly sections: readonly Choice[]
  readonly actions: readonly Choice[]
} {
  const wanted = words(typed)
  return {
    sections: fitting(sections(), wanted).slice(0, SHOWN),
    actions: fitting(actions(), wanted).slice(0, SHOWN),
  }
}
