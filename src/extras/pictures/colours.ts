/** The colours of day in styles/tokens.css, as pictures need them (a test holds the two together). */
export const COLOUR = {
  page: '#fbfaf5',
  ink: '#18202a',
  'ink-soft': '#49515b',
  'ink-faint': '#626a73',
  rule: '#d6d4cc',
  'rule-strong': '#80878f',
  signal: '#bb370c',
  detect: '#215d96',
  contain: '#815709',
  recover: '#1b683e',
} as const

/** The colour of each phase, as styles/strip.css gives it. */
export const PHASE_COLOUR = {
  unnoticed: COLOUR.signal,
  diagnosing: COLOUR.detect,
  mitigating: COLOUR.contain,
  recovering: COLOUR.recover,
  'follow-up': COLOUR['ink-faint'],
} as const
