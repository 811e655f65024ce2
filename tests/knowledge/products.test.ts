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

test('products of one maker and name are one, however written; the same name of another maker is another', () => {
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

test('a product is one, with its maker and without, unless makers share its name', () => {
  const some = linked({
    organizations: { acme: { name: 'Acme' }, beta: { name: 'Beta' } },
    incidents: {
      first: { products: [{ name: 'Payments API', org: 'acme' }] },
      second: { products: [{ name: 'payments API' }, { name: 'Dashboard' }] },
      third: { products: [{ name: 'Acme Payments API' }, { name: 'Dashboard', org: 'acme' }] },
      fourth: { products: [{ name: 'Dashboard', org: 'beta' }] },
    },
  })
  assert.deepEqual(
    productsOf(some).map(({ slug, org, uses }) => [slug, org, uses.map(({ incident }) => incident.id)]),
    [
      ['acme-dashboard', 'acme', ['third']],
      ['beta-dashboard', 'beta', ['fourth']],
      ['dashboard', undefined, ['second']],
      ['acme-payments-api', 'acme', ['first', 'second', 'third']],
    ],
  )
  assert.deepEqual([...formerSlugs(some)], [['payments-api', 'acme-payments-api']])
})

test('records that use an alias or a former name of one product name that product', () => {
  const some = linked({
    organizations: { acme: { name: 'Acme' } },
    incidents: {
      first: { products: [{ name: 'Identity', org: 'acme', formerNames: ['Directory'], aliases: ['IdP'] }] },
      second: { products: [{ name: 'Directory', org: 'acme' }] },
      third: { products: [{ name: 'IdP' }] },
      fourth: { products: [{ name: 'Left', aliases: ['Right', 'Both'] }] },
      fifth: { products: [{ name: 'Right', aliases: ['Left', 'Both'] }] },
      sixth: { products: [{ name: 'Split', aliases: ['Shared'] }] },
      seventh: { products: [{ name: 'Shared' }, { name: 'Half', aliases: ['Shared'] }] },
    },
  })
  assert.deepEqual(
    productsOf(some).map(({ slug, uses }) => [slug, uses.length]),
    [
      ['half', 1],
      ['acme-identity', 3],
      ['left', 2],
      ['shared', 1],
      ['split', 1],
    ],
  )
  assert.equal(productSlug(some, { name: 'IdP', org: undefined }), 'acme-identity')
})

test('a product that was renamed keeps its former names and slugs, but for those of two products', () => {
  const renamed = linked({
    organizations: { acme: { name: 'Acme' } },
    incidents: {
      first: { products: [{ name: 'Acme Edge Router', org: 'acme', formerNames: ['Router', 'Router and Dashboard'] }] },
      second: { products: [{ name: 'Acme Dashboard', org: 'acme', formerNames: ['Console'] }] },
      third: {
        products: [
          { name: 'Router', org: 'acme' },
          { name: 'Acme Both', formerNames: ['Console'], org: 'acme' },
        ],
      },
    },
  })
  assert.deepEqual(
    [...formerSlugs(renamed)].filter(([, to]) => to === 'acme-edge-router'),
    [
      ['acme-router', 'acme-edge-router'],
      ['acme-router-and-dashboard', 'acme-edge-router'],
      ['router-and-dashboard', 'acme-edge-router'],
    ],
  )
  assert.deepEqual(productsOf(renamed).find(({ slug }) => slug === 'acme-edge-router')?.alsoWritten, [
    'Router',
    'Router and Dashboard',
  ])
})
