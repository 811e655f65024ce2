/**
 * An address that leads elsewhere. `from` may hold placeholders (`:id`, one segment) and end in `*`, which `to` repeats
 * (`:splat`).
 */
export interface Redirect {
  readonly from: string
  readonly to: string
}

const segments = (path: string): string[] => path.split('/').filter((segment) => segment !== '')

/**
 * What the placeholders of a pattern stand for in a path; undefined where it does not match. A last slash makes no
 * difference.
 */
function match(pattern: string, path: string): ReadonlyMap<string, string> | undefined {
  const [expected, found] = [segments(pattern), segments(path)]
  const values = new Map<string, string>()
  for (const [index, segment] of expected.entries()) {
    if (segment === '*') return values.set('splat', found.slice(index).join('/') + (path.endsWith('/') ? '/' : ''))
    const given = found[index]
    if (given === undefined) return undefined
    if (segment.startsWith(':')) values.set(segment.slice(1), given)
    else if (segment !== given) return undefined
  }
  return expected.length === found.length ? values : undefined
}

/**
 * Where a path leads by a list of redirects, the first that matches, as hosts read them (Netlify, Cloudflare Pages);
 * undefined where none does. Both are without the path prefix of the site.
 */
export function forwarded(redirects: readonly Redirect[], path: string): string | undefined {
  for (const { from, to } of redirects) {
    const values = match(from, path)
    if (values)
      return to.replace(/:([a-z]+)/g, (whole, name: string) => values.get(name) ?? whole).replace(/\/\/$/, '/')
  }
  return undefined
}
