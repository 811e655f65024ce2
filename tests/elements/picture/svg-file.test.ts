import assert from 'node:assert/strict'
import test from 'node:test'
import { hatched, type Picture, rectangle, UNPAINTED } from '#elements/picture/shapes.ts'
import { svgFile } from '#elements/picture/svg-file.ts'

const picture: Picture = {
  title: 'A <b> & "c"',
  width: 100.4,
  height: 50,
  ground: '#ffffff',
  shapes: [
    {
      is: 'outline',
      ...UNPAINTED,
      d: rectangle(1, 2, 3, 4),
      matrix: [1, 0, 0, 1, 10.123, 0],
      stroke: '#ff0000',
      dash: [3, 2],
    },
    {
      is: 'words',
      ...UNPAINTED,
      fill: '#000000',
      text: 'R&D',
      x: 1,
      y: 2,
      width: 20,
      size: 12,
      weight: '400',
      family: '"A", serif',
    },
  ],
}

test('a picture is an SVG file by itself: sized, titled, on its ground, without a style or an address', () => {
  const file = svgFile(picture)
  assert.match(file, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="101" height="50" viewBox="0 0 101 50">/)
  assert.match(
    file,
    /<title>A &lt;b&gt; &amp; &quot;c&quot;<\/title><rect width="100%" height="100%" fill="#ffffff"\/>/,
  )
  assert.match(
    file,
    /<path d="M1 2h3v4h-3z" transform="matrix\(1 0 0 1 10\.12 0\)" fill="none" stroke="#ff0000" stroke-width="1" stroke-dasharray="3 2"\/>/,
  )
  assert.match(file, /font-family="&quot;A&quot;, serif".* textLength="20" .* fill="#000000">R&amp;D<\/text>/)
  assert.doesNotMatch(file, /style|href|url\(/)
})

test('hatching stays within its rectangle', () => {
  const ends = [...hatched(10, 20, 30, 12).matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
  assert.ok(ends.length >= 10)
  for (const [x = 0, y = 0] of ends) assert.ok(x >= 10 && x <= 40 && y >= 20 && y <= 32, `${x} ${y}`)
})
