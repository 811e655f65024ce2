/**
 * How a body is written: Markdown as people paste it, or MDX with the prose components, which is strict. Neither runs
 * code.
 */
export type Grammar = 'md' | 'mdx'

/** The grammar of a file, by its ending. */
export const grammarOf = (file: string): Grammar => (file.endsWith('.md') ? 'md' : 'mdx')
