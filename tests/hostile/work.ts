/** Milliseconds of processor that this thread spent on something. */
export function cost(run: () => void): number {
  const before = process.threadCpuUsage()
  run()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

// What a pause of the machine, or the code being made ready, may add.
const NOISE = 25
// Nothing that is read here may take longer, however long it is.
const MOST = 2000

/** Whether work on twice as much is more than about three times the work, in the best of a few runs; and how much it was. */
export function growth(
  run: (size: number) => void,
  size: number,
): { readonly isTooMuch: boolean; readonly said: string } {
  const best = (own: number) => Math.min(...[1, 2, 3].map(() => cost(() => run(own))))
  const [once, twice] = [best(size), best(2 * size)]
  return {
    isTooMuch: twice > 3 * once + NOISE || twice > MOST,
    said: `${once.toFixed(1)} ms for ${size}, ${twice.toFixed(1)} ms for ${2 * size}`,
  }
}
