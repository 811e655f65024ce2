import { z } from 'zod'

/**
 * Addresses that are captures themselves, each by the form that its archive documents. A short link or a search of an
 * archive is none.
 */
const CAPTURE_FORMS: readonly RegExp[] = [
  /^https?:\/\/web\.archive\.org\/web\/\d{14}(?:[a-z]{2}_)?\/.+/i,
  /^https?:\/\/webarchive\.nationalarchives\.gov\.uk\/(?:ukgwa\/)?\d{14}\/.+/i,
  /^https?:\/\/arquivo\.pt\/wayback\/\d{14}\/.+/i,
  /^https?:\/\/archive\.(?:today|ph|is|li|vn|fo|md)\/\d{4}(?:\.\d{2}){2}-\d{6}\/.+/i,
  /^https?:\/\/perma\.cc\/[A-Z0-9]{4}-[A-Z0-9]{4}$/i,
]

/** The archived copy that an address names by itself, because it is one; undefined for any other. */
export const captureByRule = (url: string): string | undefined =>
  CAPTURE_FORMS.some((form) => form.test(url)) ? url : undefined

const answerSchema = z.object({
  archived_snapshots: z.object({
    closest: z.object({ available: z.boolean(), url: z.string(), status: z.string().optional() }).optional(),
  }),
})

/**
 * An address without what makes no difference to what it shows: scheme, `www.`, case of the host, last slash, fragment.
 */
function plain(address: string): string | undefined {
  const full = /^https?:/i.test(address) ? address : `http://${address}`
  if (!URL.canParse(full)) return undefined
  const { hostname, pathname, search } = new URL(full)
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`
}

/** What an archive answered to the question for a copy. */
export type Asked =
  | { readonly is: 'found'; readonly address: string }
  | { readonly is: 'none' }
  | { readonly is: 'silent'; readonly why: string }

/**
 * Reads the answer of the availability interface of the Wayback Machine for one address. A copy is taken only where the
 * answer says that it is there, that its page answered with success, and where the capture is of that very address.
 */
export function captureFrom(answer: unknown, url: string): Asked {
  const read = answerSchema.safeParse(answer)
  if (!read.success) return { is: 'silent', why: 'the archive answered in another form' }
  const { closest } = read.data.archived_snapshots
  if (!closest?.available || !/^2\d\d$/.test(closest.status ?? '200')) return { is: 'none' }
  const [, captured] = /^https?:\/\/web\.archive\.org\/web\/\d{14}\/(.+)$/i.exec(closest.url) ?? []
  if (captured === undefined || plain(captured) === undefined || plain(captured) !== plain(url)) return { is: 'none' }
  return { is: 'found', address: closest.url.replace(/^http:/i, 'https:') }
}
