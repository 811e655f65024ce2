import assert from 'node:assert/strict'
import test from 'node:test'
import { html } from '#text/html.ts'

test('a template may break its lines before tags, attributes and values, and values are escaped as they are', () => {
  const attributes = html` b="${'"'}"
    c="1"`
  const markup = html`<p a="${1}"
    class="x"${attributes}>
    ${'one\n  two < three'}
    <b>${undefined}</b> end</p>`
  assert.equal(markup.text, '<p a="1" class="x" b="&quot;" c="1">one\n  two &lt; three<b></b> end</p>')
})
