import type { Page } from '@playwright/test'

/** The most presses of the Tab key from one heading to the next, on any page. */
export const MOST = 40

/**
 * Where a page asks for more presses of the Tab key than `most` from one heading to the next: a way past counts as
 * one press, what lies between it and its end as none.
 */
export const tabRuns = (page: Page, most = MOST): Promise<string[]> =>
  page.evaluate((limit) => {
    const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]'
    const found: string[] = []
    const radios = new Set<string>()
    let [run, heading, end] = [0, 'the top', null as Element | null]
    const tell = () => run > limit && found.push(`${location.pathname}${location.search} ${heading}: ${run} stops`)
    for (const element of document.querySelectorAll(`:is(main, footer) :is(h1, h2, h3, ${FOCUSABLE}), footer`)) {
      if (end && !(end.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) continue
      end = null
      if (element.matches('h1, h2, h3, footer')) {
        tell()
        ;[run, heading] = [0, element.id || element.tagName]
      }
      if (!element.matches(FOCUSABLE) || !element.checkVisibility({ visibilityProperty: true })) continue
      if (!(element instanceof HTMLElement || element instanceof SVGElement) || element.tabIndex < 0) continue
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        if (radios.has(element.name)) continue
        radios.add(element.name)
      }
      run += 1
      if (element.matches('a.past')) end = document.querySelector(element.getAttribute('href') ?? '')
    }
    tell()
    return found
  }, most)
