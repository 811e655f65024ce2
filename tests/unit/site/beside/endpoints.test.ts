import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { filled, writeEndpoints } from '#site/beside/endpoints.ts'
import { contentFolder } from '../../content-folder.ts'

const answer = (text: string, status = 200) => `export const GET = () => new Response(${JSON.stringify(text)}, { status: ${status} })\n`

test('a route names its file by its parameters', () => {
  assert.equal(filled('/incidents/[...sort]', { sort: undefined }), '/incidents/')
  assert.equal(filled('[kind]/[id].json', { kind: 'topics', id: 'kernel-access' }), 'topics/kernel-access.json')
  assert.equal(filled('feeds/[...name]', { name: 'organizations/eset.atom' }), 'feeds/organizations/eset.atom')
  assert.equal(filled('robots.txt', {}), 'robots.txt')
})

test('routes of files are written for each of their paths, with the props of the path, and pages are left to Astro', async (t) => {
  const folder = contentFolder(
    t,
    {
      'robots.txt.ts': answer('all'),
      'index.astro': 'a page',
      'data/[name].csv.ts':
        'export const getStaticPaths = () => ["a", "b"].map((name) => ({ params: { name }, props: { text: name + name } }))\nexport const GET = ({ props }) => new Response(props.text)\n',
    },
    null,
  )
  assert.equal(await writeEndpoints(join(folder, 'content'), join(folder, 'out')), 3)
  assert.deepEqual(readdirSync(join(folder, 'out'), { recursive: true }).sort(), ['data', 'data/a.csv', 'data/b.csv', 'robots.txt'])
  assert.equal(readFileSync(join(folder, 'out/data/b.csv'), 'utf8'), 'bb')
})

test('a route that does not answer with a file fails by name', async (t) => {
  const folder = contentFolder(t, { 'gone.txt.ts': answer('', 404) }, null)
  await assert.rejects(writeEndpoints(join(folder, 'content'), join(folder, 'out')), /^Error: src\/pages\/gone\.txt\.ts answered 404 for {}$/)
})

test('two routes of one file fail, and the first keeps it', async (t) => {
  const folder = contentFolder(
    t,
    {
      '[name].txt.ts': 'export const getStaticPaths = () => [{ params: { name: "robots" } }]\n' + answer('first'),
      'robots.txt.ts': answer('second'),
    },
    null,
  )
  await assert.rejects(writeEndpoints(join(folder, 'content'), join(folder, 'out')), /EEXIST.*robots\.txt/)
  assert.equal(readFileSync(join(folder, 'out/robots.txt'), 'utf8'), 'first')
})
