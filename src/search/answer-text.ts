/** What the records say to a question, above the hits: a sentence that leads to what it was counted from. */
export interface DirectAnswer {
  /** The sentence in English, with places in braces, by which a table of words finds its own. */
  readonly message: string
  /** What stands at the places: at `who` and `topic` a name, at any other words in English. */
  readonly places: Readonly<Record<string, string>>
  /** Query string of the search that shows the records (`?kind=…`), or the route of a page. */
  readonly search?: string
  readonly route?: string
}

/** An answer as a sentence: `t` fills the places of a message, `said` says words that stand at a place. */
export const answerText = (
  { message, places }: Pick<DirectAnswer, 'message' | 'places'>,
  t: (message: string, places: Readonly<Record<string, string>>) => string,
  said: (words: string) => string,
): string =>
  t(
    message,
    Object.fromEntries(
      Object.entries(places).map(([place, words]) => [place, /^(?:who|topic)$/.test(place) ? words : said(words)]),
    ),
  )
