/** One line of a table: the last cell takes the room that is left and wraps; what stands below wraps under it. */
export interface Row {
  readonly cells: readonly string[]
  readonly below?: readonly string[]
  /** A line of its own across all columns. */
  readonly whole?: boolean
}

/** What a record is made of on a terminal, before it is laid out to a width. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'label' | 'text'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }

export const heading = (text: string): Block => ({ kind: 'heading', text })
export const text = (words: string): Block => ({ kind: 'text', text: words })
export const rows = (all: readonly Row[]): Block => ({ kind: 'rows', rows: all })

/** A heading with its rows; nothing where there are none. */
export const section = (title: string, all: readonly Row[]): Block[] =>
  all.length === 0 ? [] : [heading(title), rows(all)]

/** A row from cells and what stands below, without what is not there. */
export const row = (cells: readonly (string | undefined)[], ...below: readonly (string | undefined)[]): Row => ({
  cells: cells.map((cell) => cell ?? ''),
  below: below.filter((line) => line !== undefined).filter((line) => line !== ''),
})

/** A line across all columns, such as the day that the rows below it share. */
export const line = (words: string): Row => ({ cells: [words], whole: true })
