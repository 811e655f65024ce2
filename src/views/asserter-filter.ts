import type { Sayer } from '#knowledge/asserters.ts'
import { count } from '#text/words.ts'

const SAYER: Readonly<Record<Sayer, string>> = {
  host: 'The host',
  vendor: 'Vendors and operators',
  regulator: 'Regulators and authorities',
  press: 'The press',
  editor: 'The editors',
  other: 'Others',
}

/** Who says how much on a page: one choice for each, and the sum in words. */
export interface AsserterFilterView {
  readonly total: number
  readonly choices: readonly { readonly value: Sayer; readonly label: string; readonly n: number }[]
  readonly words: string
}

/** Who asserts a claim, as its element holds it: in one order, so that claims of the same ones are marked alike. */
export const saysText = (sayers: readonly string[]): string => sayers.toSorted().join(' ')

/** The “who says so” control over the claims of a page; a claim with several asserters counts for each. */
export function asserterFilter(claims: readonly (readonly Sayer[])[]): AsserterFilterView {
  const choices = Object.entries(SAYER).flatMap(([value, label]) => {
    const n = claims.filter((asserters) => asserters.includes(value as Sayer)).length
    return n === 0 ? [] : [{ value: value as Sayer, label, n }]
  })
  const subject =
    claims.length === 1 ? 'the claim on this page comes' : `the ${count(claims.length, 'claim')} on this page come`
  const shares = choices.map(({ label, n }) => `${label.charAt(0).toLowerCase()}${label.slice(1)} ${n}`)
  return {
    total: claims.length,
    choices,
    words: `Where ${subject} from: ${shares.join(', ')}.`,
  }
}
