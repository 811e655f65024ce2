import { z } from 'astro/zod'
import { isCssColor } from '#text/css-color.ts'

/** Roles of colours that a site may set, as in styles/tokens.css. */
export const COLORS = [
  'page',
  'raised',
  'sunk',
  'ink',
  'ink-soft',
  'ink-faint',
  'rule',
  'rule-strong',
  'link',
  'visited',
  'signal',
  'detect',
  'contain',
  'recover',
  'contact',
  'word',
] as const

const color = z.string().refine(isCssColor, {
  error: ({ input }) =>
    `expected a colour of CSS such as #0a5c36, teal or oklch(42% 0.11 255), found "${String(input)}"`,
})

const family = z.string().regex(/^[^;{}<>\\]+$/, {
  error: 'expected names of fonts as CSS lists them, such as "Inter", Arial, sans-serif, without ; { } < > or \\',
})

/** Colours and fonts of a site in place of ours. */
export const tokensSchema = z.strictObject({
  colors: z
    .partialRecord(z.enum(COLORS), z.union([color, z.strictObject({ light: color, dark: color })]))
    .default({})
    .describe('Colour of each role: one for both themes, or { light, dark }.'),
  fonts: z
    .partialRecord(z.enum(['prose', 'ui', 'mono']), family)
    .default({})
    .describe('Fonts of running text, of the interface, and of code, each a list as in CSS.'),
})

export type Tokens = z.output<typeof tokensSchema>

/** The style sheet of tokens: declarations that win over ours, which stand in a layer. Empty where a site sets none. */
export function tokensCss({ colors, fonts }: Tokens): string {
  const lines = [
    ...Object.entries(colors).map(([role, value]) => {
      const text = typeof value === 'string' ? value : `light-dark(${value.light}, ${value.dark})`
      return `  --color-${role}: ${text};`
    }),
    ...Object.entries(fonts).map(([use, value]) => `  --font-${use}: ${value};`),
  ]
  return lines.length === 0 ? '' : `:root {\n${lines.join('\n')}\n}\n`
}

// Bounded, so that no long line of a sheet costs more than its length.
const DECLARED = /--color-([a-z-]{1,20})\s{0,9}:([^;}]{0,200})/g

/** What is wrong with the colours that a style sheet sets for roles of ours: its line, the role and what was found. */
export function wrongColors(css: string): { readonly line: number; readonly role: string; readonly found: string }[] {
  // Comments keep their lines, so that places stay true.
  const text = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
  return [...text.matchAll(DECLARED)].flatMap(({ 1: role = '', 2: value = '', index }) =>
    COLORS.some((known) => known === role) && !isCssColor(value.trim())
      ? [{ line: text.slice(0, index).split('\n').length, role, found: value.trim() }]
      : [],
  )
}
