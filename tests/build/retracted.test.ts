import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import test from 'node:test'
import { cacheFolder } from '#extras/cache.ts'
import { cli } from '../content-folder.ts'
import { plant, type Plant } from './planted.ts'
import { buildOrThrow, builtTexts, writeFiles } from './site.ts'
import { sound, withContent } from './sound-plants.ts'

const root = resolve(import.meta.dirname, '../..')
const SITE = 'https://kb.example'
const SAID_ANEW = 'kvrewordedzq'

const nameOf = ({ file }: Plant) => basename(file, extname(file))
const addresses = (one: Plant) => JSON.stringify([nameOf(one), idOf(one), one.data['aliases']])
const idOf = ({ data }: Plant) => (typeof data['id'] === 'string' ? data['id'] : undefined)

/** Runs a command in a folder, which must end well. */
async function command(folder: string, ...args: string[]): Promise<void> {
  const { exitCode, stdout, stderr } = await cli(folder, args)
  assert.equal(exitCode, 0, `${args.join(' ')}: ${stdout}${stderr}`)
}

/** Every file below a folder by its path, with its bytes as text. */
const textsOf = (folder: string): [string, string][] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'latin1')])

test('what is taken back once published leaves no word in content, ledgers, caches or built files', async () => {
  const plants = await sound(plant(() => 'CLEAR'))
  const records = plants.filter(({ list }) => list === undefined)
  const parts = plants.filter((one) => one.list !== undefined && one.list !== 'history' && idOf(one) !== undefined)
  const taken = [...records, ...parts]
  assert.ok(records.length > 9 && parts.length > 8, `${records.length}, ${parts.length}`)
  await withContent(plants, async (folder) => {
    const [content, out] = [join(folder, 'content'), join(folder, 'out')]
    const cache = cacheFolder(root, { content, audience: 'CLEAR', base: '/', site: SITE })
    const build = () => buildOrThrow(content, out, ['--now', '2026-06-01', '--site', SITE], { AFTERMATH_OG: '1' })
    try {
      await command(folder, 'release')
      // A part reads otherwise in a second revision, so that its first words are kept for older citations.
      const finding = parts.find(({ list }) => list === 'findings') ?? assert.fail()
      const file = join(content, finding.file)
      const words = String(finding.data['text'])
      writeFileSync(file, readFileSync(file, 'utf8').replace(words, `Of ${SAID_ANEW}`))
      await command(folder, 'revise', nameOf(finding), 'A finding reads otherwise.')
      await command(folder, 'release')
      build()
      const secrets = [SAID_ANEW, ...taken.flatMap(({ canaries }) => canaries)].filter(
        // Addresses stay for ever, and so do the ids that they are made of.
        (word) => !taken.some((one) => addresses(one).includes(word)),
      )
      const all = () =>
        [...builtTexts(out), ...textsOf(content)].map(([path, text]) => [path, text.toLowerCase()] as const)
      const before = all()
        .map(([, text]) => text)
        .join('\n')
      const told = secrets.filter((word) => before.includes(word))
      assert.ok(told.length > 150, 'there is something to find')
      assert.ok(readFileSync(join(content, 'ledger.words.json'), 'utf8').includes(words), 'also among the old words')
      // Pictures of an earlier build show its title; they are kept where a site is built.
      writeFiles(join(folder, '.aftermath/cache/0123456789ab/pictures'), { 'a.png': 'drawn' })

      for (const one of parts) await command(folder, 'retract', `${nameOf(one)}#${idOf(one) ?? ''}`)
      for (const one of records) await command(folder, 'retract', nameOf(one), '--reason', 'It was a mistake.')
      assert.ok(!existsSync(join(folder, '.aftermath/cache')))
      const copies = (files: readonly (readonly [string, string])[]) =>
        files.flatMap(([path, text]) =>
          told.filter((word) => text.includes(word) || path.includes(word)).map((word) => `${path}: ${word}`),
        )
      assert.deepEqual(
        copies(textsOf(content).filter(([path]) => !path.endsWith('ledger.json'))),
        [],
        'the command alone leaves none, before a release drops the ids of parts',
      )
      await command(folder, 'release')
      build()
      assert.deepEqual(copies(all()), [])
    } finally {
      rmSync(cache, { recursive: true, force: true })
    }
  })
})
