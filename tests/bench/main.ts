import process from 'node:process'

const [first = '', ...rest] = process.argv.slice(2)
// "--records 1000" alone means a build.
const [wanted, options] = first.startsWith('--') ? ['build', [first, ...rest]] : [first, rest]

/**
 * `npm run bench -- <what> [options]`: measurements that are too long for the tests. Each prints what it measured and
 * how.
 */
const BENCHES: Readonly<Record<string, { readonly means: string; readonly run: () => Promise<unknown> }>> = {
  build: {
    means:
      'time, memory, files and bytes of a build: of incidents in plain Markdown beside ' +
      'Eleventy and Starlight (--incidents N, default 1000; --no-peers), or of records of ' +
      'all kinds beside plain Astro (--records N [--seed S] [--no-plain])',
    run: async () => (await import('./build/run.ts')).benchBuild(options),
  },
  audit: {
    means: 'what the audit adds to a build of our content with some records restricted (--records N, default 12)',
    run: async () => (await import('./audit/run.ts')).benchAudit(options),
  },
  search: {
    means:
      'quality, bytes and speed of search, next to plain Pagefind and tuned MiniSearch ' +
      '(--held-back, --fresh or --blind: queries on which nothing is tuned); with ' +
      '--records N or --incidents N, bytes and speed among so many generated ones',
    run: async () =>
      options[0] === '--records' || options[0] === '--incidents'
        ? (await import('./search/large.ts')).benchLarge(
            Number(options[1]),
            options[0] === '--records' ? 'records' : 'incidents',
          )
        : import('./search/run.ts'),
  },
  dev: {
    means: 'time from saving a record until the page shows it under "npm run dev" (--records N, default 100)',
    run: async () => (await import('./dev/run.ts')).benchDev(options),
  },
  precedents: {
    means:
      'how often the precedent finder is right, and silent on harmless ' +
      'changes (--open lists answers of the half held back, too)',
    run: async () => process.stdout.write((await import('./review/bench.ts')).bench(options.includes('--open'))),
  },
}

const bench = BENCHES[wanted]
if (bench) await bench.run()
else {
  process.stderr.write(
    `expected one of these after "npm run bench --", found "${wanted}":\n${Object.entries(BENCHES)
      .map(([own, { means }]) => `  ${own}  ${means}\n`)
      .join('')}`,
  )
  process.exitCode = 2
}
