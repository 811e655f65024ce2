import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Lists the ten tests of a run that took longest, so that what is worth mending is known. */
export default class Slowest implements Reporter {
  readonly #took: { readonly name: string; readonly seconds: number }[] = []

  onTestEnd({ location, title }: TestCase, { duration }: TestResult): void {
    this.#took.push({ name: `${location.file.replace(/^.*[\\/]/, '')} ${title}`, seconds: duration / 1000 })
  }

  onEnd(): void {
    const slowest = this.#took.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10)
    const lines = slowest.map(({ name, seconds }) => `  ${seconds.toFixed(0)} s ${name}`)
    process.stdout.write(`\nSlowest:\n${lines.join('\n')}\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}
