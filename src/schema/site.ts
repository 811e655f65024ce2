import { z } from 'zod'
import { language, line, list, ref, text, url } from './fields.ts'

/**
 * The address of a site. Its host goes into response headers and the configuration of web servers, where other signs than these would be
 * read as the end of a value or as a variable.
 */
const siteUrl = (description: string) =>
  url(description).refine((value) => /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?#]|$)/i.test(value), {
    error: (issue) => `expected a host of ASCII letters, digits, "." and "-", found "${String(issue.input)}"`,
    params: { fix: 'write it as https://example.org; a name in other letters has a form that begins with xn--' },
  })

/** `site.yaml`: what an owner says about the whole knowledge base. */
export const siteSchema = z.strictObject({
  title: line(80, 'Name of the knowledge base.'),
  description: text(300, 'What it is, in a sentence or two.'),
  url: siteUrl('Public address of the site; citations use it.').optional(),
  language: language('Language of the content (BCP 47).').default('en'),
  publisher: line(120, 'Who publishes it.').optional(),
  contact: line(200, 'Where to send corrections and replies: an e-mail or web address.').optional(),
  repository: url('Web address of the repository that holds the content; record pages then lead to it.').optional(),
  contentLicense: line(60, 'SPDX identifier of the content’s licence.').optional(),
  audience: line(200, 'A line saying whom the site is for.').optional(),
  flagship: ref('incidents', 'The incident shown first on the home page.').optional(),
  federation: list(
    z.strictObject({ name: line(80, 'Name of the other site.'), url: siteUrl('Its address.') }),
    'Other Aftermath sites whose index is searched beside this one.',
  ),
})

export type Site = z.output<typeof siteSchema>
