import { runAction } from './main.ts'

process.exitCode = await runAction({
  env: process.env,
  cwd: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
  print: (text) => process.stdout.write(text),
  waits: [1000, 4000],
})
