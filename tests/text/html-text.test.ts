import assert from 'node:assert/strict'
import test from 'node:test'
import { paragraphsOf } from '#text/html-text.ts'

test('the paragraphs of a body are its words without marks', () =>
  assert.deepEqual(
    paragraphsOf('<h2 id="a">One</h2>\n<p>Two <a href="/x/">three</a> &amp; <b>four</b></p> five > six'),
    ['One', 'Two three & four', 'five > six'],
  ))

test('a tag that never ends is text', () =>
  assert.deepEqual(paragraphsOf('<p>One</p><p two < three'), ['One', '<p two < three']))

test('what is no character and no name of one stays as it is written', () =>
  assert.deepEqual(paragraphsOf('&#65;&#x42;&constructor;&#1114112;&#x110000;&lt;'), [
    'AB&constructor;&#1114112;&#x110000;<',
  ]))
