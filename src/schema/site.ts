import { z } from 'zod'
import { ID_PATTERN, language, line, list, ref, text, url } from './fields.ts'
import { ACCOUNT, oneOf, TLP } from './vocabularies.ts'

/**
 * The address of a site. Its host goes into response headers and the configuration of web servers, where other signs
 * than these would be read as the end of a value or as a variable.
 */
const siteUrl = (description: string) =>
  url(description).refine((value) => /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?#]|$)/i.test(value), {
    error: (issue) => `expected a host of ASCII letters, digits, "." and "-", found "${String(issue.input)}"`,
    params: { fix: 'write it as https://example.org; a name in other letters has a form that begins with xn--' },
  })

const knowsZone = (timeZone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}

// What can stand in the address of a message as it is.
const MAIL = /^[A-Za-z0-9.!#$*+/=^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/

const timezone = line(
  60,
  'Time zone in which the owner writes times without one in documents to import (IANA).',
).refine(knowsZone, {
  error: (issue) => `expected a time zone by its name in the IANA database, found "${String(issue.input)}"`,
  params: { fix: 'write a name such as Europe/Berlin or America/New_York, or UTC' },
})

const severities = list(
  z.strictObject({
    id: z
      .string()
      .regex(ID_PATTERN, { error: 'expected lowercase words joined by "-"' })
      .describe('What records write.'),
    label: line(40, 'What readers see, such as SEV-1.'),
    means: line(300, 'What it stands for.').optional(),
  }),
  'The owner’s own scale of severities, the worst first; without one the built-in scale serves.',
).refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
  error: 'expected each severity once, found one of them twice',
})

/** `site.yaml`: what an owner says about the whole knowledge base. */
export const siteSchema = z.strictObject({
  title: line(80, 'Name of the knowledge base.'),
  description: text(300, 'What it is, in a sentence or two.'),
  url: siteUrl('Public address of the site; citations use it.').optional(),
  language: language('Language of the content (BCP 47).').default('en'),
  publisher: line(120, 'Who publishes it.').optional(),
  contact: line(200, 'Where to send corrections and replies: an e-mail or web address.')
    .refine((value) => MAIL.test(value) || url('').safeParse(value).success, {
      error: (issue) => `expected one e-mail or web address, found "${String(issue.input)}"`,
      params: { fix: 'write desk@example.org or https://example.org/contact' },
    })
    .optional(),
  repository: url('Web address of the repository that holds the content; record pages then lead to it.').optional(),
  contentLicense: line(60, 'SPDX identifier of the content’s licence.').optional(),
  audience: line(200, 'A line saying whom the site is for.').optional(),
  account: oneOf(ACCOUNT, 'Whose account its records are, unless one says otherwise.').default('own'),
  tlp: oneOf(TLP, 'Disclosure level (TLP 2.0) of every record that names none.').default('CLEAR'),
  timezone: timezone.optional(),
  severities,
  method: text(2000, 'How its records are made and checked, in the owner’s words; the page About shows it.').optional(),
  flagship: ref('incidents', 'The incident shown first on the home page.').optional(),
  federation: list(
    z.strictObject({ name: line(80, 'Name of the other site.'), url: siteUrl('Its address.') }),
    'Other Aftermath sites whose index is searched beside this one.',
  ),
})

export type Site = z.output<typeof siteSchema>
