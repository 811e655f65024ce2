import type { Sort } from '#views/sorting.ts'

/** Static paths of an index that stands in three orders: `/<kind>/`, `/<kind>/by/added/`, `/<kind>/by/changed/`. */
export const sortPaths = () =>
  (['occurred', 'added', 'changed'] as const).map((sort: Sort) => ({
    params: { sort: sort === 'occurred' ? undefined : `by/${sort}` },
    props: { sort },
  }))
