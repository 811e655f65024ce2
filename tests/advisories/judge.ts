import { z } from 'zod'

/** A published advisory that touches a locked package. */
export interface Advisory {
  /** As its address ends: `GHSA-xxxx-xxxx-xxxx`. */
  readonly id: string
  readonly package: string
  readonly severity: string
  readonly title: string
  readonly url: string
}

/** An advisory that does not touch us, and why. */
export const exceptions = z.array(
  z.strictObject({ id: z.string().regex(/^GHSA(-[0-9a-z]{4}){3}$/), package: z.string(), reason: z.string().min(20) }),
)
export type Exception = z.infer<typeof exceptions>[number]

const advisory = z.object({ name: z.string(), title: z.string(), url: z.string(), severity: z.string() })
// What `npm audit --json` prints, version 2: `via` names the advisories of a package, and by a plain name a package
// that brings them.
const report = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisory])) })),
})

/**
 * The advisories in what `npm audit --json` prints, each once per package; undefined where it is no report, as when a
 * registry does not answer.
 */
export function advisoriesOf(text: string): readonly Advisory[] | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  const { data } = report.safeParse(json)
  const all =
    data && Object.values(data.vulnerabilities).flatMap(({ via }) => via.filter((one) => typeof one !== 'string'))
  return (
    all && [
      ...new Map(
        all.map(({ name, title, url, severity }) => [
          `${name} ${url}`,
          { id: url.slice(url.lastIndexOf('/') + 1), package: name, severity, title, url },
        ]),
      ).values(),
    ]
  )
}

/**
 * What is to be done, a line each: advisories that nobody has answered for, and exceptions that are no longer needed.
 */
export function toDo(found: readonly Advisory[], excepted: readonly Exception[]): string[] {
  const covers = (exception: Exception) => (one: Advisory) =>
    one.id === exception.id && one.package === exception.package
  return [
    ...found
      .filter((one) => !excepted.some((exception) => covers(exception)(one)))
      .map(
        ({ id, package: name, severity, title, url }) =>
          `${name}: ${title} (${severity}, ${url}). Take a version without it, ` +
          `or list ${id} with the reason why it does not touch us.`,
      ),
    ...excepted
      .filter((exception) => !found.some(covers(exception)))
      .map(
        ({ id, package: name }) => `${name}: ${id} is listed, and touches no locked version. Delete it from the list.`,
      ),
  ]
}
