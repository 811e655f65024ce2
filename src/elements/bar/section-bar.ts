import { make } from '../search/make.ts'
import { t } from '../words.ts'

const BAR =
  'section-bar fixed inset-x-0 top-0 z-2 flex min-h-11 items-center gap-x-5 gap-y-1 ' +
  'line-b-rule-strong bg-raised text-note max-sm:flex-wrap print:hidden'
const TITLE =
  'max-w-96 truncate font-bold font-stretch-[88%] text-ink no-underline ' +
  'max-sm:max-w-none max-sm:flex-[1_1_40%] max-sm:pt-1.5'
const MENU =
  'flex flex-auto gap-x-3.5 overflow-x-auto whitespace-nowrap ' +
  '[scrollbar-width:none] max-sm:order-1 max-sm:flex-[1_0_100%]'
const ITEM =
  'block py-2.5 text-ink no-underline aria-[current]:font-bold ' +
  'aria-[current]:[box-shadow:inset_0_-3px_var(--color-signal)] max-sm:pt-1 max-sm:pb-1.5'

/** Where what is read begins: below the bar. */
const READING = 128

const top = (element: Element) => element.getBoundingClientRect().top
/** The last of some elements, in order, that begins above the line at which a reader reads. */
const reached = <E extends Element>(all: readonly E[]): E | undefined =>
  all.findLast((element) => element.checkVisibility() && top(element) <= READING)

/** The links of the page’s own menu, each with the heading it leads to. */
function menu(): { items: HTMLLIElement[]; targets: Map<Element, HTMLAnchorElement> } {
  const targets = new Map<Element, HTMLAnchorElement>()
  const items = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')].map((own) => {
    const link = make('a', { class: ITEM, href: own.hash }, own.textContent ?? '')
    const target = document.getElementById(own.hash.slice(1))
    if (target) targets.set(target, link)
    return make('li', {}, link)
  })
  return { items, targets }
}

/**
 * Puts the bar at the top of the window and keeps it true: which section is read, and which day of the log. It is out
 * of sight, and out of the way of the keyboard, as long as the head of the page is in sight.
 * @param holder holds the strip and, in `data-day`, the day of the incident
 * @param least px scrolled from which the bar is there
 */
export function showBar(holder: HTMLElement, least: number): void {
  const { items, targets } = menu()
  const list = make('ul', { class: MENU }, ...items)
  const day = make('span', { class: 'flex-none text-ink-soft max-sm:pt-1.5' }, holder.dataset['day'])
  const strip = holder.querySelector('svg')
  strip?.setAttribute('aria-hidden', 'true')
  strip?.classList.add('w-36', 'flex-none', 'max-lg:hidden')
  const title = document.querySelector('h1')?.textContent ?? ''
  const bar = make(
    'nav',
    { class: BAR, 'aria-label': t('Sections') },
    make('a', { class: TITLE, href: '#main' }, title),
    day,
    list,
    strip ?? undefined,
    make('a', { class: 'block py-2.5 max-sm:pt-1.5 max-sm:pb-0', href: '#cite', 'data-cite': true }, t('Cite')),
  )
  const sections = [...targets.keys()]
  const days = [...document.querySelectorAll('.events .day')]
  let current: Element | undefined
  const follow = () => {
    bar.hidden = scrollY <= least
    if (bar.hidden) return
    const section = reached(sections)
    const read = section?.id === 'timeline' ? reached(days)?.textContent : undefined
    day.textContent = read ?? holder.dataset['day'] ?? ''
    if (section === current) return
    if (current) targets.get(current)?.removeAttribute('aria-current')
    current = section
    const link = current && targets.get(current)
    link?.setAttribute('aria-current', 'true')
    // Within the menu alone: the page stays where it is.
    if (link) {
      const [own, all] = [link.getBoundingClientRect(), list.getBoundingClientRect()]
      list.scrollLeft += own.left - all.left - (all.width - own.width) / 2
    }
  }
  let waiting = false
  const soon = () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      follow()
    })
  }
  addEventListener('scroll', soon, { passive: true })
  addEventListener('resize', soon, { passive: true })
  document.querySelector('main')?.before(bar)
  follow()
}
