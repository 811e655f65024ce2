import assert from 'node:assert/strict'
import test from 'node:test'
import { parseReference } from '#schema/references.ts'
import { partsOf } from '#schema/walk.ts'
import { entries } from './authored.ts'
import { readDossier } from './dossier.ts'

const OUTAGE = '2024-07-19-channel-file-291'
const SUMMIT = '2024-09-10-windows-endpoint-summit'
const REPORT = '2024-09-12-microsoft-summit'
const CABLE = '2024-07-25-microsoft-cable'
const ESET = '2024-09-12-eset-summit'
const CROWDSTRIKE = '2024-09-12-crowdstrike-summit'

/**
 * Every sentence of the article that this knowledge base starts from, in its order: what it says, and the parts that
 * carry it.
 */
const SENTENCES: readonly (readonly [says: string, ...carriers: string[]])[] = [
  ['headline: the outage prompted calls for alternatives to kernel mode', `${REPORT}#k-outside-kernel`],
  ['customers and partners have called on Microsoft', `${REPORT}#k-outside-kernel`, `${SUMMIT}#p-platform`],
  ['Microsoft faced calls for ways to secure Windows outside kernel mode', `${SUMMIT}#p-platform`],
  ['kernel access was named as a key factor; 8.5 million', `${OUTAGE}#f-kernel-access-named`, `${OUTAGE}#i-devices`],
  ['a hearing is scheduled', '2024-09-24-house-crowdstrike-hearing'],
  ['a vice president summed up the meeting in a post', REPORT, `${OUTAGE}#e-summit-accounts`],
  ['day, place and reason of the meeting', SUMMIT, `${OUTAGE}#e-summit`],
  ['executives of seven vendors took part', SUMMIT],
  ['competitors are not adversaries', `${REPORT}#k-not-adversaries`, `${SUMMIT}#p-not-adversaries`],
  ['who the adversaries are', `${REPORT}#k-protect`],
  ['longer-term steps were a topic', `${REPORT}#k-longer-term`, `${SUMMIT}#p-platform`],
  ['Microsoft has already been adding capabilities that need no kernel access', `${SUMMIT}#p-already-expanding`],
  ['both groups have called for more', `${REPORT}#k-outside-kernel`],
  ['ESET supports changes on conditions', `${ESET}#k-conditions`],
  ['ESET wants kernel access to remain an option', `${ESET}#k-kernel-access`, `${SUMMIT}#p-kernel-access`],
  ['CrowdStrike called the talks important', `${CROWDSTRIKE}#k-important`],
  ['CrowdStrike named collaboration as the goal', `${CROWDSTRIKE}#k-open-ecosystem`],
  ['the reporter reached out to CrowdStrike', 'crn-asked-crowdstrike-2024-09'],
  ['Microsoft had nothing beyond its post', 'crn-asked-microsoft-2024-09'],
  ['Cable: change in end-to-end resilience', `${CABLE}#k-resilience`, `${OUTAGE}#e-cable-post`],
  ['Cable touched on the access of third parties', CABLE],
  ['Cable: isolated computing, and not relying on kernel access', `${CABLE}#k-isolated-compute`, `${CABLE}#k-not-rely`],
  ['effects lasted into the next week; repair by hand', `${OUTAGE}#e-lingering-effects`, `${OUTAGE}#e-manual-repair`],
  [
    'sectors hit, and costs in billions',
    `${OUTAGE}#e-us-airlines`,
    `${OUTAGE}#e-gp-practices`,
    `${OUTAGE}#i-fortune-500-loss`,
  ],
  ['CrowdStrike pledged tests and staged rollouts', 'crowdstrike-more-content-tests', 'crowdstrike-staged-deployment'],
]

/** Where one sentence of the article ends and the next begins. */
const SENTENCE_END = /(?<=[.!?]”?)\s+(?=[A-Z“‘[])/u

test('every sentence of the founding article is carried by parts that are there', () => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const missing = SENTENCES.flatMap(([says, ...carriers]) =>
    carriers.flatMap((carrier) => {
      const { id, part } = parseReference(carrier) ?? {}
      const entry = id === undefined ? undefined : byId.get(id)
      const isThere = entry && (part === undefined || partsOf(entry.data).some((one) => one.id === part))
      return isThere ? [] : [`${says}: ${carrier}`]
    }),
  )
  assert.deepEqual(missing, [], 'record what the article says, with its attribution and its degree')
})

/** What the article leaves open, or says by whose word: a record that says more than that is wrong. */
const DEGREES: readonly (readonly [says: string, reference: string, part: Readonly<Record<string, unknown>>])[] = [
  ['Microsoft estimated 8.5 million', `${OUTAGE}#i-devices`, { assertedBy: ['microsoft'], nature: 'estimate' }],
  ['no answer of CrowdStrike is printed', 'crn-asked-crowdstrike-2024-09', { outcome: 'askedAnswerUnknown' }],
  ['Microsoft pointed to its post', 'crn-asked-microsoft-2024-09', { outcome: 'nothingToAdd' }],
  ['the host reports what was discussed', `${SUMMIT}#p-platform`, { force: 'hostReported', assertedBy: ['microsoft'] }],
]

test('the records say no more than the article, and by whose word', () => {
  for (const [says, reference, expected] of DEGREES) {
    const { id, part } = parseReference(reference) ?? {}
    const entry = entries.find((one) => one.id === id)
    assert(entry, reference)
    const found = part === undefined ? entry.data : partsOf(entry.data).find((one) => one.id === part)?.data
    assert.partialDeepStrictEqual(found, expected, says)
  }
})

const dossier = readDossier()
if (dossier)
  test('the list has as many sentences as the article', () => {
    const lines = dossier.article.split('\n')
    // The second line names the site of the reprint; after the link to the source come its own teasers.
    const text = [...lines.slice(0, 1), ...lines.slice(2, lines.indexOf('Source link'))]
    assert.equal(SENTENCES.length, text.flatMap((line) => line.split(SENTENCE_END)).length)
  })
