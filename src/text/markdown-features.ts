/**
 * How bodies are parsed, wherever they are: CommonMark with GitHub's tables, strike-through and task lists, inside MDX.
 */
export const MARKDOWN_FEATURES = { frontmatter: false, gfm: true } as const
