import { released, type Views } from '#knowledge/ledger.ts'
import { type Knowledge } from '#knowledge/knowledge.ts'
import { ledgerOf } from '#knowledge/ledger.ts'
import { type LedgerName, LEDGERS } from '#schema/release.ts'
import { redact } from '#content/redact.ts'
import { digest } from '#content/ledger-file.ts'
import { smallKnowledge, type Written } from './small-knowledge.ts'

type Records = Readonly<Record<string, Written>>

const viewsOf = ({ entries, now }: Knowledge): Views => ({
  all: entries,
  open: redact(entries, { level: 'CLEAR', now, drafts: false }),
})

/** The ledgers that a release of some records writes. */
export const ledgersOf = (records: Records) => released(viewsOf(smallKnowledge(records)), {}, digest)

/** Records compared with the ledgers of what was released before. */
export function afterRelease(before: Records, now: Records): Knowledge {
  const [written, world] = [ledgersOf(before), smallKnowledge(now)]
  const { all, open } = viewsOf(world)
  const ledgers = (Object.keys(LEDGERS) as LedgerName[]).map((name) =>
    ledgerOf(name, written[name], name === 'open' ? open : all, digest, () => ({ line: 1, column: 1 })),
  )
  return { ...world, ledgers }
}
