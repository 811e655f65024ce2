/** A bar at the foot of the window. */
export const BAR_AT_FOOT =
  'cite-bar fixed inset-x-0 bottom-0 flex flex-wrap items-center gap-x-4 gap-y-2 ' +
  'line-t-rule-strong bg-raised px-(--gutter) py-2 text-table print:hidden'
