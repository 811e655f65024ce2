import { resolve } from 'node:path'
import { SCHEMAS, type Schemas } from '#schema/extend.ts'
import type { Menu } from '#schema/menu.ts'
import { siteSchema } from '#schema/site.ts'
import { TLP, type Tlp } from '#schema/vocabularies.ts'
import { isProblem, parseMoment } from '#time/moment.ts'

/**
 * How one run was asked for: by environment, each with a command-line flag of the same meaning (architecture,
 * “Contract”).
 */
export interface Settings {
  /** Absolute path of the content folder. */
  readonly content: string
  /** Absolute path of the folder that is built. */
  readonly out: string
  readonly audience: Tlp
  /** Origin that citations use, without a trailing slash; undefined if neither set here nor in `site.yaml`. */
  readonly site: string | undefined
  /** Path prefix, `/` or `/some/path`. */
  readonly base: string
  /** “Now” in ms since 1970, and the day it falls on. */
  readonly now: number
  readonly today: string
  /**
   * Whether pictures of records are drawn, for links that unfurl. Only a build does (AFTERMATH_OG=0: not even that).
   */
  readonly pictures: boolean
  /** Whether a build writes a CSAF document of each incident. */
  readonly csaf: boolean
  /** Schemas of the records, with the fields that the site adds. */
  readonly schemas: Schemas
  /** What the site adds to its main menu, and the kinds of records that it does not keep. */
  readonly menu: Menu
}

/** A setting that cannot be used: says which, what was expected, what was found. */
export class SettingError extends Error {}

type Given = Readonly<Partial<Record<'content' | 'out' | 'audience' | 'site' | 'base' | 'now', string | undefined>>>

function readNow(value: string | undefined, clock: number): number {
  if (!value) return Date.parse(`${new Date(clock).toISOString().slice(0, 10)}T00:00Z`)
  const parsed = parseMoment(value)
  if (isProblem(parsed) || parsed.interval || parsed.earliest === null || !/^\d{4}-\d{2}-\d{2}/.test(value))
    throw new SettingError(
      'AFTERMATH_NOW (--now): expected a day such as 2026-01-31 or a ' +
        `date-time such as 2026-01-31T09:00Z, found "${value}"`,
    )
  return parsed.earliest
}

function readSiteAddress(value: string | undefined): string | undefined {
  if (!value) return undefined
  // As `url` of site.yaml: it goes into headers, redirects and feeds.
  if (!siteSchema.shape.url.safeParse(value).success)
    throw new SettingError(`AFTERMATH_SITE (--site): expected an address such as https://example.org, found "${value}"`)
  return value.replace(/\/+$/, '')
}

// What stands in addresses as it is (RFC 3986, unreserved), and means nothing in headers, redirects and settings of
// servers.
const BASE = /^(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._~-]+)+$/

function readBase(value: string | undefined): string {
  const base = `/${(value ?? '').replace(/^\/+|\/+$/g, '')}`
  if (base !== '/' && !BASE.test(base))
    throw new SettingError(
      'AFTERMATH_BASE (--base): expected a path of letters, digits, ' +
        `"-", ".", "_" and "~" such as /kb, found "${value}"`,
    )
  return base
}

const isTlp = (value: string): value is Tlp => Object.hasOwn(TLP, value)

/**
 * Settings from flags, then environment, then defaults. `cwd` resolves relative paths; `clock` is the present in ms.
 * Throws a SettingError that names the setting and what to type.
 */
export function readSettings(
  flags: Given,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
  clock: number,
): Settings {
  const given = (name: keyof Given) => flags[name] ?? env[`AFTERMATH_${name.toUpperCase()}`]
  const audience = given('audience') || 'CLEAR'
  if (!isTlp(audience))
    throw new SettingError(
      `AFTERMATH_AUDIENCE (--audience): expected one of ${Object.keys(TLP).join(', ')}, found "${audience}"`,
    )
  const now = readNow(given('now'), clock)
  const base = readBase(given('base'))
  return {
    content: resolve(cwd, given('content') || 'content'),
    out: resolve(cwd, given('out') || 'dist'),
    audience,
    site: readSiteAddress(given('site')),
    base,
    now,
    today: new Date(now).toISOString().slice(0, 10),
    pictures: env['AFTERMATH_OG'] === '1',
    csaf: false,
    schemas: SCHEMAS,
    menu: { added: [], hidden: [] },
  }
}
