import type { Rule } from './rule.ts'

/** Without an address of its own the site can only give citations that are relative and marked local. */
export const siteAddress: Rule = {
  id: 'site-address',
  *check({ address }, unread) {
    if (address === undefined && !unread.has('site.yaml'))
      yield {
        entry: { file: 'site.yaml' },
        path: [],
        message: 'expected the public address of the site, found none; citations stay relative and are marked local',
        fix: 'add url: https://… to site.yaml, or set AFTERMATH_SITE (--site)',
      }
  },
}
