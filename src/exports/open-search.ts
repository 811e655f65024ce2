import type { Knowledge } from '#knowledge/knowledge.ts'
import { absolute, routes } from '#urls.ts'
import { escaped } from '#text/html.ts'
import { beginning } from '#text/words.ts'

/** OpenSearch 1.1 allows short names of at most 16 characters and descriptions of at most 1024. */
const cut = (text: string, most: number) => (text.length <= most ? text : `${beginning(text, most - 1).trimEnd()}…`)

/**
 * The description by which a browser offers to search this site; undefined while the site does not know its address,
 * which the form needs.
 */
export function openSearch(knowledge: Knowledge): string | undefined {
  const { site, address } = knowledge
  if (address === undefined) return undefined
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escaped(cut(site.title, 16))}</ShortName>`,
    `<Description>${escaped(cut(site.description, 1024))}</Description>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    '<Url type="text/html" method="get" ' +
      `template="${escaped(absolute(knowledge, routes.search('?q={searchTerms}')))}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n')
}
