import type { Tlp } from '#schema/vocabularies.ts'

/** What a page may load beside the site itself. */
export interface PolicyOptions {
  /** Origins of federated sites, whose indexes the search asks. */
  readonly peers: readonly string[]
  /** Whether the page runs the search engine, which is WebAssembly. */
  readonly engine: boolean
}

/**
 * The Content-Security-Policy of a page: itself, no inline script or style, no eval; WebAssembly and other origins
 * where search needs them.
 */
export const contentPolicy = ({ peers, engine }: PolicyOptions): string =>
  [
    "default-src 'none'",
    `script-src 'self'${engine ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `connect-src ${["'self'", ...(engine ? peers : [])].join(' ')}`,
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ')

// Names that every browser knows; the clipboard serves the copy controls.
const FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
  'xr-spatial-tracking',
]

/**
 * Response headers that every address of the site has. Pages narrow the policy further by themselves; that nobody may
 * frame them only a header can say.
 */
export const siteHeaders = (audience: Tlp, peers: readonly string[]): readonly (readonly [string, string])[] => [
  ['Content-Security-Policy', `${contentPolicy({ peers, engine: true })}; frame-ancestors 'none'`],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
  ['Permissions-Policy', [...FEATURES.map((feature) => `${feature}=()`), 'clipboard-write=(self)'].join(', ')],
  ['X-Content-Type-Options', 'nosniff'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  // What anybody may fetch anyway, the pages of another site may read too: that is how several sites are searched at
  // once.
  ...(audience === 'CLEAR'
    ? [['Access-Control-Allow-Origin', '*'] as const]
    : [['X-Robots-Tag', 'noindex, nofollow'] as const]),
]
