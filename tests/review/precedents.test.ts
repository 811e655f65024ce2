import assert from 'node:assert/strict'
import test from 'node:test'
import { precedents } from '#exports/precedents.ts'
import { whyInWords } from '#review/comment.ts'
import { PrecedentFinder } from '#review/rank.ts'
import { isUnreadable, readChange } from '#review/read-change.ts'
import { settingsIn } from '#review/settings.ts'
import { linked } from '../knowledge/linked.ts'

const knowledge = linked({
  organizations: { acme: { name: 'Acme' } },
  incidents: {
    '2026-01-05-database-gone': {
      title: 'A rename of a database instance destroyed it',
      summary: 'Terraform replaced the instance, as its identifier had changed.',
      products: [{ name: 'Amazon RDS' }],
      findings: [
        {
          id: 'f-replaced',
          kind: 'rootCause',
          text:
            'A change of `identifier` on aws_db_instance replaces the instance. ' +
            'deletion_protection was off, and skip_final_snapshot was on.',
          sources: ['note'],
        },
      ],
    },
    '2026-02-05-other': { title: 'A rollout stopped the checkout', summary: 'Buttons of the checkout did nothing.' },
  },
})

function suggest(text: string) {
  const change = readChange(text)
  assert.ok(!isUnreadable(change))
  return new PrecedentFinder(precedents(knowledge)).suggest(change)
}

const TERRAFORM = `diff --git a/infra/db.tf b/infra/db.tf
--- a/infra/db.tf
+++ b/infra/db.tf
@@ -1,5 +1,6 @@
 resource "aws_db_instance" "orders" {
-  identifier          = "orders"
+  identifier          = "orders-eu"
+  deletion_protection = false
   skip_final_snapshot = true
`

test('an incident without a prompt is found by the settings that its findings name', () => {
  const [first, ...others] = suggest(TERRAFORM)
  assert.equal(first?.id, '2026-01-05-database-gone')
  assert.deepEqual(others, [])
  assert.deepEqual(first.prompts, [])
  assert.match(whyInWords(first.why).join('; '), /^names: .*deletion_protection/)
})

for (const [what, text] of [
  ['one rare word', 'The checkout gets a new colour.'],
  ['one rare word in several forms', 'Terraform terraforms: terraform/terraform.tf'],
  [
    'common words',
    'Change the identifier of a user, and the name of the page and its files, when the new version is there.',
  ],
] as const)
  test(`${what} alone suggests nothing`, () => assert.deepEqual(suggest(text), []))

test('settings are names as programs write them, and no words', () =>
  assert.deepEqual(
    settingsIn(
      'The `--no-verify` flag, max_connections and skipFinalSnapshot; CVE-2021-44228, not e.g. this-word or iPhone 5.',
    ),
    ['--no-verify', 'max_connections', 'skipFinalSnapshot', 'CVE-2021-44228'],
  ))
