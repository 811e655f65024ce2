import assert from 'node:assert/strict'
import { build } from 'astro'
import { AstroError } from 'astro/errors'
import { join } from 'node:path'
import test from 'node:test'
import aftermath from '#index.ts'
import { readOptions } from '#integration/options.ts'
import { contentFolder } from '../content-folder.ts'

test('a logo may be a file of public/, which keeps its address', (t) => {
  const root = contentFolder(t, { 'public/logo.svg': '<svg />' }, null)
  assert.equal(readOptions({ logo: { src: '/logo.svg' } }, root, join(root, 'content/public')).logo?.src, '/logo.svg')
})

test('options have defaults, and paths of files become absolute', (t) => {
  const root = contentFolder(t, { 'Footer.astro': '<footer></footer>', 'own.css': '' }, null)
  assert.deepEqual(readOptions({}, root, join(root, 'public')), {
    content: 'content',
    nav: [],
    hide: [],
    components: {},
    customCss: [],
    tokens: { colors: {}, fonts: {} },
    builtInDocs: { guides: true, rules: true },
    csaf: false,
    pictures: true,
  })
  const { components, customCss } = readOptions(
    { components: { Footer: './content/Footer.astro' }, customCss: ['./content/own.css', '@fonts/a/b.css'] },
    root,
    join(root, 'public'),
  )
  assert.deepEqual(components, { Footer: join(root, 'content/Footer.astro') })
  assert.deepEqual(customCss, [join(root, 'content/own.css'), '@fonts/a/b.css'], 'a package stays a package')
})

for (const [what, given, expected] of [
  [
    'an unknown option',
    { themes: [] },
    /^astro\.config\.mjs: aftermath\(\): expected one of content, .+, found "themes"/,
  ],
  ['a misspelt option', { contnet: 'records' }, /found "contnet"\. Did you mean "content"\?/],
  [
    'a path of a component that does not exist',
    { components: { Footer: './src/Foot.astro' } },
    /components\.Footer.+expected a path from the root of the project, found "\.\/src\/Foot\.astro", and there is no \/.+Foot\.astro/,
  ],
  ['a component that cannot be replaced', { components: { Foot: './a.astro' } }, /found "Foot"\. Did you mean/],
  ['a logo that does not exist', { logo: { src: './logo.svg' } }, /logo\.src.+found "\.\/logo\.svg"/],
  ['a stylesheet that does not exist', { customCss: ['./own.css'] }, /customCss.+found "\.\/own\.css"/],
  ['a kind that does not exist', { hide: ['summit'] }, /hide\.0 .+expected one of incidents, summits/],
  [
    'a token that is no colour',
    { tokens: { colors: { ink: 'inky' } } },
    /aftermath\(\{ tokens\.colors\.ink \}\): expected a colour of CSS such as #0a5c36.+found "inky"/,
  ],
  [
    'a token that is no colour by night',
    { tokens: { colors: { ink: { light: '#123', dark: 'rgb(1' } } } },
    /tokens\.colors\.ink\.dark \}\): expected a colour of CSS.+found "rgb\(1"/,
  ],
  ['a token that does not exist', { tokens: { colors: { inc: '#000' } } }, /found "inc"\. Did you mean "ink"\?/],
  [
    'fonts that would end the declaration',
    { tokens: { fonts: { ui: 'Arial; } body { color: red' } } },
    /tokens\.fonts\.ui \}\): expected names of fonts as CSS lists them/,
  ],
  [
    'two menu items of one address',
    {
      nav: [
        { text: 'On call', href: '/on-call/' },
        { text: 'Pager', href: '/on-call' },
      ],
    },
    /nav\.1 \}\): expected an address that no other item of the menu has, found "\/on-call" for "Pager", which "On call" has/,
  ],
  [
    'a menu item that is there already',
    { nav: [{ text: 'Outages', href: '/incidents/' }] },
    /nav\.0.+found "\/incidents\/" for "Outages", which "Incidents" has/,
  ],
  [
    'a folder of guides that does not exist',
    { guides: './guides' },
    /guides \}\): expected a path.+found "\.\/guides"/,
  ],
  ['a value of another type', { pictures: 'no' }, /aftermath\(\{ pictures \}\).+boolean/],
] as const)
  test(`${what} is said with the file, what was expected and what was found`, (t) => {
    const root = contentFolder(t, {}, null)
    assert.throws(
      () => readOptions(given, root, join(root, 'public')),
      (error) => {
        assert.ok(error instanceof AstroError)
        assert.match(error.message, expected)
        assert.ok(error.hint)
        return true
      },
    )
  })

test('a site without collections is told the lines to type, and is not built', async (t) => {
  const root = contentFolder(t)
  await assert.rejects(build({ root, configFile: false, logLevel: 'silent', integrations: [aftermath()] }), (error) => {
    assert.ok(error instanceof Error && 'hint' in error)
    assert.match(error.message, /expected \/.+\/src\/content\.config\.ts, found no such file/)
    assert.match(String(error.hint), /import \{ aftermathCollections \} from 'astro-aftermath\/content'/)
    assert.match(String(error.hint), /export const collections = aftermathCollections\(\)/)
    return true
  })
})
