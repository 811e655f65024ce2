import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

declare global {
  interface Window {
    axe: typeof import('axe-core')
    startAxe: () => void
  }
}

/** What is used here of axe's colours, which its types leave out. */
interface Colour {
  r: number
  g: number
  b: number
  alpha: number
}
interface Colours {
  readonly Color: { readonly prototype: Colour & { parseString(this: Colour, text: string): Colour } }
}

/**
 * Runs in the page. Stands in for `WeakMap` and `WeakSet` while axe is put together: its private fields were translated
 * to these, which cost a third of its time on large pages; here each value is kept on its object.
 */
function fieldsOnObjects(): object {
  const key = Symbol('field')
  const fields = {
    has: (owner: object) => Object.hasOwn(owner, key),
    get: (owner: object): unknown => Reflect.get(owner, key),
    set(owner: object, value: unknown) {
      Reflect.set(owner, key, value)
      return fields
    },
    add: (owner: object) => fields.set(owner, true),
    delete: (owner: object) => Reflect.deleteProperty(owner, key),
  }
  return fields
}

/**
 * Runs in the page. A page of 4,000 elements has ten colours, and axe reads them 20,000 times: half of its time, if
 * each is not remembered.
 */
function rememberColours(): void {
  const { prototype } = (window.axe.commons as unknown as { color: Colours }).color.Color
  const parse = prototype.parseString
  const known = new Map<string, Colour>()
  prototype.parseString = function (text) {
    const { r, g, b, alpha } = known.get(text) ?? parse.call(this, text)
    known.set(text, { r, g, b, alpha })
    return Object.assign(this, { r, g, b, alpha })
  }
}

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// A browser keeps what each page begins with; to send half a megabyte to each page takes five times as long.
const SCRIPT = `window.startAxe = () => { ${fieldsOnObjects.toString()}
(function (WeakMap, WeakSet) { ${SOURCE} })(fieldsOnObjects, fieldsOnObjects);
(${rememberColours.toString()})() }`

/** Has every page that is opened from now on hold axe, not started; for `startAxe`. */
export const bringAxe = (page: Page): Promise<unknown> => page.addInitScript(SCRIPT)

/**
 * Starts axe in the page that is open, once for all looks at it. Throws where the page holds frames, which axe would
 * pass over.
 */
export async function startAxe(page: Page): Promise<void> {
  if (page.frames().length > 1)
    throw new Error(
      `${page.url()}: expected no frame, found ${page.frames().length - 1}; axe has to be started in each`,
    )
  await page.evaluate(() => window.startAxe())
}

/** The rules that another theme or width can break: of colours and of what scrolls. */
export const OF_LOOKS = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'] as const

/**
 * Runs in the page: the rules that are broken, each with its first places. Only what is wrong is described, which
 * spares most of the work on large pages.
 */
const broken = async (rules: string[] | undefined): Promise<string[]> => {
  const only = rules === undefined ? {} : { runOnly: { type: 'rule' as const, values: rules } }
  const { violations: found } = await window.axe.run(document, { resultTypes: ['violations'], ...only })
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(' | ')}`,
  )
}

/**
 * What breaks any rule of axe, or those given, as the page stands now, after `startAxe`; each fault begins with where
 * it was seen.
 */
export const violations = async (page: Page, where: string, rules?: readonly string[]): Promise<string[]> =>
  (await page.evaluate(broken, rules && [...rules])).map((fault) => `${where} ${fault}`)
