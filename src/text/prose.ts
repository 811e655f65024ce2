/** What an attribute of a prose component holds; decides how its value is checked. */
export type ProseValue = 'text' | 'tlp' | 'reference' | 'quotation' | 'source' | 'image'

export interface ProseAttribute {
  readonly required: boolean
  readonly value: ProseValue
  readonly means: string
}

/** One component that a body may use. */
export interface ProseComponent {
  /** `block` stands alone between empty lines, `inline` within a sentence, `either` both. */
  readonly place: 'block' | 'inline' | 'either'
  /** Whether it encloses text. */
  readonly encloses: boolean
  readonly attributes: Readonly<Record<string, ProseAttribute>>
  readonly means: string
  readonly example: string
}

const required = (value: ProseValue, means: string): ProseAttribute => ({ required: true, value, means })
const optional = (value: ProseValue, means: string): ProseAttribute => ({ required: false, value, means })

/**
 * Everything beyond Markdown that a body may contain. The checker, its messages, the renderer and the guide read this
 * one table.
 */
export const PROSE: Readonly<Record<string, ProseComponent>> = {
  Ref: {
    place: 'inline',
    encloses: false,
    attributes: { to: required('reference', 'a record, or a part of one: id, id#part or #part') },
    means: 'A link that prints the title of a record or the label of a part.',
    example: '<Ref to="2024-07-19-channel-file-291#e-revert" />',
  },
  Quote: {
    place: 'block',
    encloses: false,
    attributes: { of: required('quotation', 'a quotation of a statement: statement-id#k-name') },
    means: 'A quotation, word for word, with who said it and where, taken from the statement record.',
    example: '<Quote of="2024-09-12-eset-summit#k-remain" />',
  },
  Src: {
    place: 'inline',
    encloses: false,
    attributes: { id: required('source', 'the id of a source record') },
    means: 'A mark that leads to the source a sentence rests on.',
    example: '<Src id="crowdstrike-rca" />',
  },
  Note: {
    place: 'block',
    encloses: true,
    attributes: { title: optional('text', 'a few words above the note') },
    means: 'A remark by the editor, set apart from the account.',
    example: '<Note title="Two counts">\n\nThe figures count different things.\n\n</Note>',
  },
  Restricted: {
    place: 'either',
    encloses: true,
    attributes: { tlp: required('tlp', 'a TLP 2.0 label') },
    means: 'A passage that is taken out of every build below its level, and carries its label where it is shown.',
    example: '<Restricted tlp="AMBER">\n\nNot for publication.\n\n</Restricted>',
  },
  Figure: {
    place: 'block',
    encloses: false,
    attributes: {
      src: required('image', 'a picture file beside the record'),
      alt: required('text', 'what the picture shows, for those who cannot see it'),
      caption: optional('text', 'a line beneath the picture'),
    },
    means: 'A picture with a caption.',
    example:
      '<Figure src="crash-loop.png" alt="A blue screen on a departures board" caption="An airport on 19 July." />',
  },
  abbr: {
    place: 'inline',
    encloses: true,
    attributes: { title: required('text', 'the words in full') },
    means: 'An abbreviation with its words in full.',
    example: '<abbr title="Windows Hardware Quality Labs">WHQL</abbr>',
  },
  kbd: { place: 'inline', encloses: true, attributes: {}, means: 'A key to press.', example: '<kbd>F8</kbd>' },
  sub: { place: 'inline', encloses: true, attributes: {}, means: 'Lowered text.', example: 'CO<sub>2</sub>' },
  sup: { place: 'inline', encloses: true, attributes: {}, means: 'Raised text.', example: '10<sup>6</sup>' },
  br: {
    place: 'inline',
    encloses: false,
    attributes: {},
    means: 'A line break.',
    example: 'first line<br />second line',
  },
}

/** The component of that exact name; own entries only, so that `constructor` is not one. */
export const proseComponent = (name: string): ProseComponent | undefined =>
  Object.hasOwn(PROSE, name) ? PROSE[name] : undefined
