#!/usr/bin/env node
// Plain JavaScript that any Node since 14 can read: its one task is to say so where the Node at hand cannot run the
// rest.
const needed = [22, 19]
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > needed[0] || (major === needed[0] && minor >= needed[1])) await import('./main.ts')
else {
  process.stderr.write(
    `aftermath: expected Node ${needed.join('.')} or later, found ${process.versions.node}.\n` +
      'Install a later one from https://nodejs.org. In the repository of Aftermath, "npx aftermath" and ' +
      '"npm run check" bring their own.\n',
  )
  process.exitCode = 2
}
