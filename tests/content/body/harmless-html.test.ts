import assert from 'node:assert/strict'
import test from 'node:test'
import { readMarkdown } from '#content/body/read-markdown.ts'
import { harmlessHtml } from '#content/body/harmless-html.ts'

test('HTML that pages keep stays as written, sign for sign', () => {
  for (const html of [
    '<b>ok</b> &amp; <a href="https://x.example/a?b=1&c=2" title=\'t\'>x</a>',
    '<DETAILS open><summary>Commands</summary>',
    '<a href="#e-stop"><a href="/page/"><a href="//host.example/"><a href="mailto:a@b.example">',
    '<td colspan=2>x</td> < 5 <!---->',
  ])
    assert.equal(harmlessHtml(html), html)
})

test('what runs something goes, and what is around it stays', () => {
  for (const [html, left] of [
    ['<a href="javascript:alert(1)" title="t">x</a>', '<a title="t">x</a>'],
    ['<a href=" java\nscript:alert(1)">x', '<a>x'],
    ['<a href="java&#115;cript:x">x', '<a>x'],
    ['<a href="data:text/html,x">x', '<a>x'],
    ['<img src="cat.png" onerror=alert(1)>', '<img src="cat.png">'],
    ['<b/onclick=x>bold</b>', '<b>bold</b>'],
    ['one <script>alert(1)</script> two', 'one <template>alert(1)</template> two'],
    ['<IFRAME src="https://x.example"></IFRAME>', '<template></template>'],
    ['<form action="x"><input name=a>Words</form>', '<div><wbr>Words</div>'],
    ['<svg onload=x><a href="javascript:y">z</a></svg>', '<template><a>z</a></template>'],
    ['<blink>Words</blink>', '<span>Words</span>'],
    ['words <div onmouseover="x', 'words '],
  ] as const)
    assert.equal(harmlessHtml(html), left)
})

test('a block of nothing but what no page shows leaves the text, and the blocks around it stay apart', () => {
  const read = (text: string) => readMarkdown(text, 'A title', () => false).text
  assert.equal(read('Before\n<script>\na\n\nb\n</script>\nAfter\n'), 'Before\n\nAfter\n')
  assert.equal(read('one <script>x</script> two\n'), 'one <template>x</template> two\n')
})
