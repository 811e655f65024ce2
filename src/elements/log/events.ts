/** One event of the log on the page: what a reader can choose it by. */
export interface LogEvent {
  readonly item: HTMLElement
  readonly id: string
  readonly kind: string
  readonly kindLabel: string
  /** Organizations by id, with their names. */
  readonly actors: readonly (readonly [id: string, name: string])[]
  /** Its words, lower case. */
  readonly words: string
  /** When it happened or, if later, became known, as it was written. */
  readonly known: string
}

const lastPart = (address: string) => address.split('/').filter(Boolean).at(-1) ?? ''

function knownOf(item: HTMLElement): string {
  const time = item.querySelector<HTMLElement>('.t time, .t [data-at]')
  const at = time?.dataset['at'] ?? time?.getAttribute('datetime') ?? ''
  return item.dataset['known'] ?? at
}

/** Reads the log as it stands in the page. */
export const readEvents = (log: ParentNode): LogEvent[] =>
  [...log.querySelectorAll<HTMLElement>('.log > .part')].map((item) => {
    const by = item.querySelector('.by')
    return {
      item,
      id: item.querySelector('h4')?.id ?? '',
      kind: item.classList[1] ?? '',
      kindLabel: by?.querySelector('b')?.textContent ?? '',
      actors: [...(by?.querySelectorAll('a') ?? [])].map(
        (link) => [lastPart(link.pathname), link.textContent ?? ''] as const,
      ),
      words: (item.querySelector('.x')?.textContent ?? '').toLocaleLowerCase(),
      known: knownOf(item),
    }
  })
