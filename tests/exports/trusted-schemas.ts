import { createRequire } from 'node:module'
import { resolve } from 'node:path'

interface Ajv {
  readonly opts: { validateSchema: boolean }
  compile(...args: unknown[]): unknown
}

// The CSAF validator makes some seventy validators as it is loaded, and each of them first compiles the schema of
// schemas, to check a schema of the library by it. That says nothing of our documents; without it the library is loaded
// in a tenth of the time. To be imported before the library.
const library = resolve(import.meta.dirname, '../../node_modules/@secvisogram/csaf-validator-lib/package.json')
const { default: Core } = createRequire(library)('ajv/dist/core.js') as {
  readonly default: { readonly prototype: Ajv }
}
const { compile } = Core.prototype
Core.prototype.compile = function (this: Ajv, ...args) {
  this.opts.validateSchema = false
  return compile.apply(this, args)
}
