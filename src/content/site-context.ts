import { withSeverities } from '#schema/extend.ts'
import type { Site } from '#schema/site.ts'
import type { SiteContext } from '#knowledge/knowledge.ts'
import type { Settings } from './settings.ts'

/**
 * The context of a site in one run: the settings of the run together with what `site.yaml` says. The public address
 * carries the path prefix.
 */
export function siteContextOf(settings: Settings, site: Site): SiteContext {
  const origin = settings.site ?? site.url?.replace(/\/+$/, '')
  const base = settings.base === '/' ? '' : settings.base
  return {
    site,
    address: origin === undefined ? undefined : origin + base,
    base,
    folder: settings.content,
    schemas: withSeverities(settings.schemas, site),
    menu: settings.menu,
    csaf: settings.csaf,
    audience: settings.audience,
    now: settings.now,
    today: settings.today,
  }
}
