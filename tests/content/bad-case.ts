/** One way to get content wrong, and all that the check says of it. */
export interface Case {
  readonly name: string
  /** Files written over the small folder. */
  readonly files: Readonly<Record<string, string | Uint8Array>>
  /** Each finding as `rule file:line:column message`. */
  readonly expected: readonly string[]
}

export const HISTORY = 'history: [{ revision: 1, date: "2026-03-01", type: addition, summary: First recorded. }]\n'
export const TOPIC = `question: Should reports be open?\ndescription: Whether they are.\n${HISTORY}`

/** A topic of a given text, the simplest record there is. */
export const topic = (text: string | Uint8Array) => ({ 'topics/open-reports.yaml': text })

/** A control with a given body and more front matter, the simplest record with a text. */
export const control = (body: string, front = '') => ({
  'controls/open-reports.mdx': `---\ntitle: Open reports\nsummary: Reports are public.\n${front}${HISTORY}---\n${body}`,
})
