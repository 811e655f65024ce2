import assert from 'node:assert/strict'
import test from 'node:test'
import { isCssColor } from '#text/css-color.ts'

test('colours are told from other words by how CSS writes them', () => {
  const colors = [
    '#0af',
    '#0a5c36',
    '#0a5c36cc',
    'teal',
    'Transparent',
    'rgb(1 2 3 / 50%)',
    'oklch(42% 0.11 255)',
    'light-dark(#fff, oklch(19% 0.01 255))',
    'color-mix(in oklch, red 40%, white)',
    'var(--brand)',
  ]
  assert.deepEqual(
    colors.filter((text) => !isCssColor(text)),
    [],
  )
  const others = [
    '',
    'inky',
    '#12',
    '#12345g',
    'rgb(1 2 3',
    'rgb()',
    'rgb(1))',
    'url(x)',
    'red; } body { color: red',
    '12px',
  ]
  assert.deepEqual(others.filter(isCssColor), [])
})
