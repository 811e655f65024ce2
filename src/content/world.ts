import type { Site } from '#schema/site.ts'
import type { World } from '#knowledge/knowledge.ts'
import type { Settings } from './settings.ts'

/** The world of a run: its settings together with what `site.yaml` says. The public address carries the path prefix. */
export function worldOf(settings: Settings, site: Site): World {
  const origin = settings.site ?? site.url?.replace(/\/+$/, '')
  const base = settings.base === '/' ? '' : settings.base
  return { site, address: origin === undefined ? undefined : origin + base, base, folder: settings.content, schemas: settings.schemas, menu: settings.menu, audience: settings.audience, now: settings.now, today: settings.today }
}
