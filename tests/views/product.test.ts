import assert from 'node:assert/strict'
import test from 'node:test'
import { llms } from '#exports/llms.ts'
import { sitemap } from '#exports/sitemap.ts'
import { productList, productView } from '#views/product.ts'
import { siteView } from '#views/site.ts'
import { linked } from '../knowledge/linked.ts'

const router = [{ name: 'Router', org: 'acme' }]
const knowledge = linked({
  organizations: { acme: { name: 'Acme' } },
  sources: { note: {} },
  incidents: {
    '2024-01-01-first': { title: 'First', products: router, causes: ['dns', 'capacity'] },
    '2024-02-01-second': { title: 'Second', products: router, causes: ['dns'] },
    '2024-03-01-other': { title: 'Other', products: [{ name: 'Switch', org: 'acme' }] },
  },
  statements: {
    both: {
      org: 'acme',
      said: '2024-02-02',
      about: { incidents: ['2024-01-01-first', '2024-02-01-second'] },
    },
    other: { org: 'acme', said: '2024-03-02', about: { incidents: ['2024-03-01-other'] } },
  },
  commitments: { promise: { org: 'acme', made: '2024-02-03', incident: '2024-02-01-second' } },
})

test('the page of a product shows what else broke in it, what was said about that and what was promised', () => {
  const view = productView(knowledge, 'acme-router')
  assert.deepEqual(
    view?.incidents.map(({ title }) => title),
    ['Second', 'First'],
  )
  assert.deepEqual(
    view?.statements.map(({ route }) => route),
    ['/statements/both/'],
  )
  assert.deepEqual(
    view?.commitments.map(({ route }) => route),
    ['/commitments/promise/'],
  )
  assert.deepEqual(view?.causes, [
    { text: 'DNS (2)', route: '/incidents/?product=acme-router&cause=dns' },
    { text: 'Capacity', route: '/incidents/?product=acme-router&cause=capacity' },
  ])
})

test('products are listed by how often they broke, and no other address is a product', () => {
  const { total, products } = productList(knowledge)
  assert.equal(total, '2 products')
  assert.deepEqual(
    products.map(({ name, incidents, latest }) => [name, incidents, latest?.text]),
    [
      ['Router', '2 incidents', 'Second'],
      ['Switch', '1 incident', 'Other'],
    ],
  )
  assert.equal(productView(knowledge, 'router'), undefined)
})

test('the sitemap, llms.txt and the foot of every page lead to products where there are any', () => {
  const urls = sitemap(knowledge).map(({ url }) => url)
  for (const path of ['', 'acme-router/', 'acme-switch/'])
    assert.ok(urls.includes(`https://kb.example/products/${path}`), path)
  assert.match(
    llms(knowledge),
    /## Products\n\n- \[Router\]\(https:\/\/kb\.example\/products\/acme-router\/\): 2 incidents, by Acme\n/,
  )
  const feet = (of: typeof knowledge) => siteView(of).more.flatMap(({ links }) => links.map(({ route }) => route))
  assert.ok(feet(knowledge).includes('/products/'))
  const none = linked({ incidents: { plain: {} } })
  assert.ok(!feet(none).includes('/products/'))
  assert.ok(!sitemap(none).some(({ url }) => url.includes('/products/')))
})
