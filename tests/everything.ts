/**
 * Whether this run looks at everything (`npm run test:all`), or, where many cases take the same way through the code,
 * at some of them (`npm test`).
 */
export const EVERYTHING = process.env['AFTERMATH_EVERYTHING'] === '1'

/** The first of each so many, or all: the same ones on every machine. */
export const oneOf = <Item>(each: number, items: readonly Item[]): readonly Item[] =>
  EVERYTHING ? items : items.filter((_, index) => index % each === 0)

/** How many cases a property invents: so many, or a quarter of them. */
export const runs = (all: number): number => (EVERYTHING ? all : Math.ceil(all / 4))
