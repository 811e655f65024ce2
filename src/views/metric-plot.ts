const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

// From a minute to ten years: outages of minutes and intrusions of years are to be seen on one line. The axis is
// logarithmic and its labels say so.
const [FIRST, LAST] = [MINUTE, 3653 * DAY]

/**
 * Place of a length (ms) on the plot in percent; what is shorter than a minute or longer than ten years stands at its
 * end.
 */
export function plotPlace(length: number): number {
  const share = Math.log(Math.max(FIRST, length) / FIRST) / Math.log(LAST / FIRST)
  return Math.round(Math.min(1, share) * 1000) / 10
}

/** The labels of the axis. */
export const PLOT_TICKS = [
  ['1 min', MINUTE],
  ['1 h', HOUR],
  ['1 day', DAY],
  ['30 days', 30 * DAY],
  ['1 year', 365 * DAY],
].map(([label, length]) => ({ label: String(label), x: plotPlace(Number(length)) }))
