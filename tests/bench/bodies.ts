/**
 * Measures reading, cutting and rendering of many bodies: `npx node tests/bench/bodies.ts [count] [size]`.
 * With `--write DIR` it writes the same bodies as .mdx files instead, for a build by other means to be measured.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cutReferences } from '#content/body/cut-references.ts'
import { readBody } from '#content/body/read-body.ts'
import type { BodyContext } from '#content/prose/body-context.ts'
import { renderBody } from '#content/render/render-body.ts'
import { generatedBody } from './generated-body.ts'

const flag = process.argv.indexOf('--write')
const folder = flag === -1 ? undefined : process.argv[flag + 1]
const [count = 1000, size = 16_000] = process.argv.slice(2, flag === -1 ? undefined : flag).map(Number)

const context: BodyContext = {
  reference: (ref) => ({ label: ref, href: `/records/${ref}` }),
  quotation: () => undefined,
  source: (id) => ({ label: '1', title: id, href: `/sources/${id}/` }),
  picture: () => undefined,
}

function measure(): void {
  const bodies = Array.from({ length: count }, (_, number) => generatedBody(number, size))
  const start = performance.now()
  const texts = bodies.map((body) => readBody(body, { meeting: false, mayShow: (tlp) => tlp === 'CLEAR' }).text)
  const read = performance.now()
  const cut = texts.map((text) => cutReferences(text, (ref) => ref === 'record-1') ?? '')
  const reduced = performance.now()
  const html = cut.map((text) => renderBody(text, context))
  const rendered = performance.now()
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(2)} s`
  const total = (texts: readonly string[]) =>
    `${(texts.reduce((sum, text) => sum + text.length, 0) / 1e6).toFixed(1)} MB`
  console.log(`${count} bodies, ${total(bodies)} read, ${total(html)} rendered`)
  console.log(
    `read and check ${seconds(start, read)}, cut references ` +
      `${seconds(read, reduced)}, render ${seconds(reduced, rendered)}`,
  )
  const { user, system } = process.cpuUsage()
  console.log(
    `together ${seconds(start, rendered)}, processor ${((user + system) / 1e6).toFixed(2)} s ` +
      `in all, peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  )
}

function write(target: string): void {
  mkdirSync(target, { recursive: true })
  for (let number = 0; number < count; number += 1)
    writeFileSync(
      join(target, `record-${number}.mdx`),
      `---\ntitle: Record ${number}\n---\n\n${generatedBody(number, size)}`,
    )
}

if (folder === undefined) measure()
else write(folder)
