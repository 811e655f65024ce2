/** Somewhere a body may lead to. */
export interface BodyTarget {
  /** What a reader sees: the title of a record, the label of a part, the number of a source. */
  readonly label: string
  readonly href: string
}

/** A source as a body cites it. */
export interface BodySource extends BodyTarget {
  /** The title of the publication, for those who hear or hover over the mark. */
  readonly title: string
}

/** A quotation as a body shows it. */
export interface BodyQuotation extends BodyTarget {
  /** The words, verbatim; `label` says who said them, where and when. */
  readonly words: string
  /** Language of the words, when it is not that of the site (BCP 47). */
  readonly lang?: string
}

/** A picture as it is published. */
export interface BodyPicture {
  readonly src: string
  /** In CSS pixels. */
  readonly width?: number
  readonly height?: number
}

/**
 * What a body needs from the rest of the site. A look-up gives undefined for what a build does not show; then nothing
 * is printed of it, and a link keeps its words alone.
 */
export interface BodyContext {
  reference(ref: string): BodyTarget | undefined
  quotation(ref: string): BodyQuotation | undefined
  source(id: string): BodySource | undefined
  picture(file: string): BodyPicture | undefined
}
