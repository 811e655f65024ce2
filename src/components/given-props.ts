import { AstroError } from 'astro/errors'
import { overrides } from 'virtual:aftermath/overrides'
import type { OverrideProps } from './props.ts'

type Name = keyof OverrideProps

/** Props without which a component cannot be drawn. */
const REQUIRED: { readonly [N in Name]: readonly (keyof OverrideProps[N] & string)[] } = {
  Head: ['site', 'title', 'canonical', 'policy'],
  Header: ['site', 'route'],
  Footer: ['site'],
  Home: ['site', 'view'],
  IncidentHead: ['view', 'contents'],
  Timeline: ['timeline', 'says', 'sources', 'cited'],
  Event: ['event', 'sources'],
  StatementCard: ['statement'],
  Search: ['site', 'hints', 'indexes', 'peers'],
  RecordFoot: ['record'],
}

/**
 * The props of a component of ours that may stand within one of the site’s own.
 * @throws AstroError that names the file of the site, the props that it does not pass on, and what to type.
 */
export function givenProps<N extends Name>(name: N, props: OverrideProps[N]): OverrideProps[N] {
  const missing = REQUIRED[name].filter((prop) => props[prop] === undefined)
  if (missing.length === 0) return props
  const file = overrides[name] ?? 'a page or component of the site'
  throw new AstroError(
    `${file}: expected <${name}> to be given the props ${REQUIRED[name].join(', ')}; found no ${missing.join(', ')}.`,
    `Write <${name} {...Astro.props} /> where ${file} stands in its place, or pass them one by one.`,
  )
}
