import assert from 'node:assert/strict'
import test from 'node:test'
import { formerSlugs, productSlug, productsOf } from '#knowledge/products.ts'
import { linked } from './linked.ts'

const knowledge = linked({
  organizations: { acme: { name: 'Acme', aliases: ['acme-old'] }, beta: { name: 'Beta' } },
  incidents: {
    first: {
      products: [
        { name: 'Edge Router', org: 'acme', versions: '1.0' },
        { name: 'Edge Router', org: 'acme', versions: 'eu-west' },
        { name: 'Dashboard', org: 'beta' },
      ],
    },
    second: {
      products: [
        { name: 'edge router', org: 'acme-old' },
        { name: 'Dashboard', org: 'acme' },
      ],
    },
    third: { products: [{ name: 'edge router', org: 'acme' }, { name: 'PostgreSQL' }] },
    gone: { products: [{ name: 'Secret' }], recordStatus: 'withdrawn', statusReason: 'It was not so.' },
  },
})

test('products of one maker and name are one, however they are written; the same name of another maker is another', () => {
  assert.deepEqual(
    productsOf(knowledge).map(({ slug, name, uses }) => [slug, name, uses.map(({ incident }) => incident.id)]),
    [
      ['acme-dashboard', 'Dashboard', ['second']],
      ['beta-dashboard', 'Dashboard', ['first']],
      ['acme-edge-router', 'edge router', ['first', 'second', 'third']],
      ['postgresql', 'PostgreSQL', ['third']],
    ],
  )
})

test('a product keeps the versions that each incident names, and its other spellings', () => {
  const router = productsOf(knowledge).find(({ slug }) => slug === 'acme-edge-router')
  assert.deepEqual(
    router?.uses.map(({ versions }) => versions),
    ['1.0; eu-west', undefined, undefined],
  )
  assert.deepEqual(router?.alsoWritten, ['Edge Router'])
})

test('the slug of a product depends on its name and maker alone', () => {
  const slugs = (
    [
      [{ name: 'Acme Edge', org: 'acme' }, 'acme-edge'],
      [{ name: 'Acme', org: 'acme' }, 'acme'],
      [{ name: 'Acmeville', org: 'acme' }, 'acme-acmeville'],
      [{ name: 'C++', org: undefined }, 'c-plus-plus'],
      [{ name: 'C#', org: undefined }, 'c-sharp'],
      [{ name: 'Übersicht', org: undefined }, 'ubersicht'],
      [{ name: '概要', org: undefined }, '概要'],
      [{ name: '***', org: 'acme' }, 'acme-product'],
    ] as const
  ).map(([product, slug]) => [productSlug(knowledge, product), slug])
  for (const [found, expected] of slugs) assert.equal(found, expected)
})

test('a product that was renamed keeps its former names and slugs, but for those that a product has today', () => {
  const renamed = linked({
    organizations: { acme: { name: 'Acme' } },
    incidents: {
      first: { products: [{ name: 'Acme Edge Router', org: 'acme', formerNames: ['Router', 'Router and Dashboard'] }] },
      second: { products: [{ name: 'Acme Dashboard', org: 'acme', formerNames: ['Console'] }] },
      third: { products: [{ name: 'Console', org: 'acme' }] },
    },
  })
  assert.deepEqual(
    [...formerSlugs(renamed)],
    [
      ['acme-router', 'acme-edge-router'],
      ['acme-router-and-dashboard', 'acme-edge-router'],
    ],
  )
  assert.deepEqual(productsOf(renamed).find(({ slug }) => slug === 'acme-edge-router')?.alsoWritten, [
    'Router',
    'Router and Dashboard',
  ])
})
