/** A diff of one file with so many lines that are each new, about what many incidents are about. */
export const longDiff = (lines: number): string =>
  `diff --git a/infra/rollout.ts b/infra/rollout.ts\n--- a/infra/rollout.ts\n+++ b/infra/rollout.ts\n${Array.from(
    { length: lines },
    (_, index) => `+const value${index} = retry(backoff, limit${index % 97}, "rollout to hosts in region ${index}")`,
  ).join('\n')}`

/** A list of so many files. */
export const manyFiles = (files: number): string =>
  Array.from({ length: files }, (_, index) => `src/pkg${index}/deep/er/file${index}.ts`).join('\n')
