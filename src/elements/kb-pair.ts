import { arrange, type Zero, ZEROS } from '#views/arrange.ts'
import { type SpanName, SPANS } from '#views/arrange-axis.ts'
import type { PublishedRecord } from '#exports/published.ts'
import { comparable, type Comparable } from '#views/comparable.ts'
import { fromAddress, keepInAddress } from './address.ts'
import { alignedHtml, besideHtml } from './compare/comparison-html.ts'
import { ready, said, t } from './words.ts'

const isZero = (name: string): name is Zero => Object.hasOwn(ZEROS, name)
const isSpan = (name: string): name is SpanName => Object.hasOwn(SPANS, name)

const spanOf = (name: string): SpanName => (isSpan(name) ? name : 'all')

/** Compares the two incidents that the address names, and follows the form. */
class Pair extends HTMLElement {
  /** Number of the latest choice. */
  #runs = 0

  connectedCallback(): void {
    const form = this.querySelector('form')
    if (!form) return
    const selects = [...form.querySelectorAll('select')]
    const spans = [...form.querySelectorAll<HTMLInputElement>('[name=span]')]
    for (const select of selects) select.value = fromAddress(select.name) || (select.options[0]?.value ?? '')
    for (const span of spans) span.checked = span.value === spanOf(fromAddress('span'))
    form.addEventListener('submit', (event) => event.preventDefault())
    form.addEventListener('input', () => {
      for (const { name, value } of selects) keepInAddress(name, value)
      const span = spans.find(({ checked }) => checked)?.value ?? 'all'
      keepInAddress('span', span === 'all' ? '' : span)
      void this.show()
    })
    void this.show()
  }

  /** An incident as data; undefined where there is none, whether the host says so or answers with some page. */
  private async read(id: string): Promise<Comparable | undefined> {
    const response = await fetch(`${this.dataset['base'] ?? '/'}incidents/${encodeURIComponent(id)}.json`)
    const isData = response.headers.get('content-type')?.includes('json') ?? false
    return response.ok && isData ? comparable((await response.json()) as PublishedRecord, this.severities) : undefined
  }

  /** The scale of severities of the owner, as the page gives it. */
  private get severities(): Parameters<typeof comparable>[1] {
    return JSON.parse(this.dataset['severities'] ?? '[]') as Parameters<typeof comparable>[1]
  }

  private say(words: string): void {
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = words
  }

  #offerPicture(drawn: boolean): void {
    const control = this.querySelector<HTMLElement>('[data-picture]')
    if (control) control.hidden = !drawn
  }

  private async show(): Promise<void> {
    const result = this.querySelector('[data-result]')
    const ids = [fromAddress('a'), fromAddress('b')] as const
    if (!result) return
    const run = ++this.#runs
    result.replaceChildren()
    this.#offerPicture(false)
    if (ids.includes('')) return this.say('')
    this.say(t('Loading …'))
    const [a, b] = await Promise.all(ids.map((id) => this.read(id).catch(() => undefined)))
    await ready
    // A slow answer to an earlier choice comes too late.
    if (run !== this.#runs) return
    if (!a || !b)
      return this.say(
        t('The incident {id} could not be read. Choose another, or try again.', { id: a ? ids[1] : ids[0] }),
      )
    const [asked, to] = [
      fromAddress('align'),
      (route: string) => (this.dataset['base'] ?? '/').replace(/\/$/, '') + route,
    ]
    const zero = isZero(asked) ? asked : 'began'
    const span = spanOf(fromAddress('span'))
    const arrangement = arrange([a, b], zero, span)
    this.say(
      arrangement
        ? said(`Both from ${ZEROS[zero]}${span === 'all' ? '' : `, ${SPANS[span].words} of them`}`)
        : said(`Not both of them record the ${ZEROS[zero]}: choose another alignment.`),
    )
    const aligned = arrangement ? alignedHtml([a, b], arrangement, to).text : ''
    result.innerHTML = aligned + besideHtml([a, b], to).text
    this.#offerPicture(arrangement !== undefined)
  }
}

customElements.define('kb-pair', Pair)
