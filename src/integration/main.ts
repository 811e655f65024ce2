import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { workFolder } from './cache.ts'

const root = new URL('../../..', import.meta.url).pathname

// Before anything large is loaded: Node then keeps what it compiled, and TypeScript without its types, for the next run.
enableCompileCache(join(workFolder(root), 'code'))
const { command } = await import('./command.ts')
await command(process.argv.slice(2), root)
