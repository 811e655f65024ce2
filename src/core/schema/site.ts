import { z } from 'zod'
import { list, ref, text, url } from './fields.ts'

/** `site.yaml`: what an owner says about the whole knowledge base. */
export const siteSchema = z.strictObject({
  title: text(80, 'Name of the knowledge base.'),
  description: text(300, 'What it is, in a sentence or two.'),
  url: url('Public address of the site; citations use it.').optional(),
  language: text(20, 'Language of the content (BCP 47).').default('en'),
  publisher: text(120, 'Who publishes it.').optional(),
  contact: text(200, 'Where to send corrections and replies: an e-mail or web address.').optional(),
  contentLicense: text(60, 'SPDX identifier of the content’s licence.').optional(),
  audience: text(200, 'A line saying whom the site is for.').optional(),
  trustedMdx: z.boolean().default(false).describe('Whether bodies may run code. Only for content whose every author is trusted with the build.'),
  flagship: ref('incidents', 'The incident shown first on the home page.').optional(),
  federation: list(z.strictObject({ name: text(80, 'Name of the other site.'), url: url('Its address.') }), 'Other Aftermath sites whose index is searched beside this one.'),
})

export type Site = z.output<typeof siteSchema>
