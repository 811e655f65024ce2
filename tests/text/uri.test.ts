import assert from 'node:assert/strict'
import test from 'node:test'
import { uri } from '#text/uri.ts'

for (const [written, spelled] of [
  ['https://a.example/report?x=1#p', 'https://a.example/report?x=1#p'],
  ['https://a.example', 'https://a.example/'],
  ['https://müller.example/Größe', 'https://xn--mller-kva.example/Gr%C3%B6%C3%9Fe'],
  ['https://a.example/a|b[1]{2}^?q=a|b', 'https://a.example/a%7Cb%5B1%5D%7B2%7D%5E?q=a%7Cb'],
  ['https://a.example/100%/%7Eb', 'https://a.example/100%25/%7Eb'],
  ['http://[::1]:4321/[x]', 'http://[::1]:4321/%5Bx%5D'],
] as const)
  test(`${written} is spelled ${spelled}`, () => assert.equal(uri(written), spelled))
