import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tabStops } from '#text/tab-stops.ts'

test('links, fields, buttons and whatever takes the focus are stops of the Tab key', () => {
  assert.equal(tabStops('<a href="#x">x</a> <button>b</button><select><option>o</select><textarea></textarea>'), 4)
  assert.equal(tabStops('<input name=q><input type="hidden" name="x"><div role="region" tabindex="0">t</div>'), 2)
  assert.equal(tabStops('<article><abbr>WAF</abbr> <b>bold</b> <span id="after" tabindex="-1"></span></article>'), 0)
})

test('of what is folded the summary alone is a stop, and nothing of what is folded within it', () => {
  assert.equal(tabStops('<details><summary>1</summary><a>x</a><details><summary>2</summary></details></details><a>'), 2)
  assert.equal(tabStops('<details class="fold" open><summary>1</summary><a>x</a></details>'), 2)
})
