import { withinSentence } from '#text/strings/within.ts'
import { positionLine, positionSentence, type PositionWords } from '#views/position-line.ts'
import { carryChoice, fromAddress, keepInAddress } from './address.ts'
import { saveCsv } from './csv-file.ts'
import { quoteButton } from './quote-button.ts'
import { type Chosen, countWith, isChosen, type Row } from './statements/narrow.ts'
import { counted, hasTable, t } from './words.ts'

const PAGE = 20
// The page says stances in its language already.
const POSITION_WORDS: PositionWords = {
  t,
  stance: (words) => (hasTable ? withinSentence(words, document.documentElement.lang) : words.toLowerCase()),
}
const DAY = 86_400_000

interface Result extends Row {
  readonly item: HTMLElement
}

const textOf = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll(selector)]
    .map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim())
    .join(' ')

/** The quotations of a result, each in its own marks but for the first and the last sign. */
const quotesOf = (item: ParentNode) =>
  [...item.querySelectorAll('blockquote')]
    .map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim())
    .join('” “')

const resultOf = (item: HTMLElement): Result => ({
  item,
  text: (item.textContent ?? '').toLocaleLowerCase(),
  org: item.dataset['org'] ?? '',
  year: item.dataset['year'] ?? '',
  answers: (item.dataset['p'] ?? '').split(' ').flatMap((pair): [string, string][] => {
    const [topic, stance] = pair.split(':')
    return topic && stance ? [[topic, stance]] : []
  }),
})

/**
 * The search of statements, over the list that is there without scripts: narrows it by words and facets that the
 * address keeps, shows a part at a time, copies quotations, draws the position of one organization on one topic, and
 * saves the view as CSV.
 */
class Statements extends HTMLElement {
  #results: readonly Result[] = []
  #shown = PAGE

  connectedCallback(): void {
    const form = this.querySelector('form')
    const input = this.querySelector<HTMLInputElement>('input[type=search]')
    const narrow = this.querySelector<HTMLDetailsElement>('details.narrow')
    if (!form || !input || !narrow) return
    this.#results = [...this.querySelectorAll<HTMLElement>('.results > li')].map(resultOf)
    for (const part of [form, narrow]) part.hidden = false
    // Beside the results where there is room, folded where there is none.
    narrow.open = matchMedia('(width >= 60rem)').matches
    input.value = fromAddress('q')
    for (const facet of this.#facets()) {
      const asked = new Set(fromAddress(facet.dataset['facet'] ?? '').split(','))
      for (const box of facet.querySelectorAll('input')) box.checked = asked.has(box.value)
      facet.addEventListener('change', () => this.#changed())
      facet.querySelector('[data-unfold]')?.addEventListener('click', (event) => {
        facet.toggleAttribute('data-open', true)
        if (event.target instanceof HTMLElement) event.target.hidden = true
        facet.querySelector<HTMLElement>('.fold input')?.focus()
      })
    }
    form.addEventListener('submit', (event) => event.preventDefault())
    input.addEventListener('input', () => this.#changed())
    this.querySelector('[data-more] button')?.addEventListener('click', () => this.#more())
    this.querySelector('[data-csv]')?.addEventListener('click', () => this.#save())
    this.querySelector('[data-all]')?.addEventListener('click', () => {
      for (const box of this.querySelectorAll<HTMLInputElement>('.narrow input')) box.checked = false
      input.value = ''
      this.#changed()
      input.focus()
    })
    for (const { item } of this.#results) this.#addCopy(item)
    const kept: unknown = (history.state as { shown?: unknown } | null)?.shown
    if (typeof kept === 'number') this.#shown = kept
    this.#show()
  }

  #facets(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-facet]')]
  }

  #chosen(): Chosen {
    const values = this.#facets().map((facet): [string, ReadonlySet<string>] => [
      facet.dataset['facet'] ?? '',
      new Set([...facet.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value)),
    ])
    const typed = this.querySelector<HTMLInputElement>('input[type=search]')?.value ?? ''
    return { words: typed.toLocaleLowerCase().split(/\s+/).filter(Boolean), values: Object.fromEntries(values) }
  }

  #changed(): void {
    this.#shown = PAGE
    const { values } = this.#chosen()
    keepInAddress('q', this.querySelector<HTMLInputElement>('input[type=search]')?.value ?? '')
    for (const [name, own] of Object.entries(values)) keepInAddress(name, [...own].join(','))
    this.#show()
  }

  #more(): void {
    const next = this.#found()[this.#shown]?.item
    this.#shown += PAGE
    // Whoever comes back finds as many results as there were, and the place among them.
    history.replaceState({ ...(history.state as object | null), shown: this.#shown }, '')
    this.#show()
    next?.querySelector<HTMLElement>('a, button')?.focus()
  }

  #found(): readonly Result[] {
    const chosen = this.#chosen()
    return this.#results.filter((result) => isChosen(result, chosen))
  }

  #show(): void {
    const chosen = this.#chosen()
    const found = this.#found()
    const seen = new Set(found.slice(0, this.#shown))
    for (const result of this.#results) result.item.hidden = !seen.has(result)
    const narrowed = chosen.words.length > 0 || Object.values(chosen.values).some(({ size }) => size > 0)
    const silences = found.filter(({ answers }) => answers.some(([, stance]) => stance === 'silence')).length
    const status = this.querySelector('[role=status]')
    if (status)
      status.textContent =
        found.length === 0
          ? t('No statement and no silence on record fits. That means that nothing is written down here.')
          : [counted(found.length - silences, 'statement'), silences > 0 && counted(silences, 'silence')]
              .filter(Boolean)
              .join(', ') + (narrowed ? ` ${t('of')} ${this.#results.length}` : '')
    for (const part of this.querySelectorAll<HTMLElement>('[data-view]')) part.hidden = false
    for (const part of this.querySelectorAll<HTMLElement>('[data-all]')) part.hidden = !narrowed
    const more = this.querySelector<HTMLElement>('[data-more]')
    if (more) {
      more.hidden = found.length <= this.#shown
      const button = more.querySelector('button')
      if (button)
        button.textContent = t('Show {n} more of {all}', {
          n: Math.min(PAGE, found.length - this.#shown),
          all: found.length - this.#shown,
        })
    }
    carryChoice()
    this.#count(chosen)
    this.#line(found, chosen)
  }

  #count(chosen: Chosen): void {
    for (const facet of this.#facets()) {
      const name = facet.dataset['facet'] ?? ''
      const counted = [...facet.querySelectorAll<HTMLElement>('.bar')].map((bar) => {
        const box = bar.querySelector('input')
        return { bar, box, n: countWith(this.#results, chosen, name, box?.value ?? '') }
      })
      const most = Math.max(1, ...counted.map(({ n }) => n))
      for (const { bar, box, n } of counted) {
        bar.hidden = n === 0 && !box?.checked
        const output = bar.querySelector('output')
        if (output) output.textContent = String(n)
        bar.querySelector('rect')?.setAttribute('width', `${Math.round((100 * n) / most)}%`)
      }
    }
  }

  #line(found: readonly Result[], { values }: Chosen): void {
    const place = this.querySelector<HTMLElement>('.position-of')
    if (!place) return
    const [topic] = values['topic'] ?? []
    place.hidden = values['org']?.size !== 1 || values['topic']?.size !== 1
    if (place.hidden) return place.replaceChildren()
    const points = found
      .flatMap(({ item, answers }) => {
        const index = answers.findIndex(([own]) => own === topic)
        const stance = answers[index]?.[1]
        const at = Date.parse(item.dataset['at'] ?? '')
        return stance === undefined || stance === 'silence' || Number.isNaN(at)
          ? []
          : [
              {
                at,
                mark: stance,
                words: textOf(item, `.stances > li:nth-child(${index + 1}) .stance`),
                day: textOf(item, '[data-day]'),
              },
            ]
      })
      .toSorted((a, b) => a.at - b.at)
    const now = Date.parse(this.dataset['today'] ?? '') + DAY
    const words = Object.assign(document.createElement('p'), { textContent: positionSentence(points, POSITION_WORDS) })
    const drawing = new DOMParser().parseFromString(
      positionLine(points, now, POSITION_WORDS).replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"'),
      'image/svg+xml',
    ).documentElement
    place.replaceChildren(...(points.length > 0 ? [drawing] : []), words)
  }

  #addCopy(item: HTMLElement): void {
    const quote = quotesOf(item)
    const last = item.querySelector<HTMLElement>(':scope > p:last-of-type')
    if (quote === '' || !last) return
    const [who, source] = [textOf(item, '[data-who]'), textOf(item, ':scope > p:last-of-type > span')]
    const button = quoteButton(
      { quote, who, source, address: item.querySelector('a')?.href ?? '' },
      t('Copy quote of {who}', { who: `${textOf(item, '[data-who] > b')}, ${textOf(item, '[data-day]')}` }),
    )
    last.append(' ', button)
  }

  #save(): void {
    const rows = this.#found().map(({ item, org }) => [
      item.dataset['at'] ?? '',
      org,
      textOf(item, '[data-who]'),
      quotesOf(item),
      [...item.querySelectorAll('.stances > li')]
        .map((answer) => textOf(answer, 'span:last-child') + ': ' + textOf(answer, '.stance'))
        .join('; '),
      textOf(item, 'a'),
      textOf(item, ':scope > p:last-of-type > span'),
      item.querySelector('a')?.href ?? '',
    ])
    saveCsv(
      [['date', 'organization', 'who', 'quotation', 'positions', 'title', 'source', 'url'], ...rows],
      'statements.csv',
    )
  }
}

customElements.define('kb-statements', Statements)
