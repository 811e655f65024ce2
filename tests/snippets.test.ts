import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { transformSync } from 'esbuild'
import { parse } from 'yaml'
import { precedents } from '#exports/precedents.ts'
import { refs } from '#exports/refs.ts'
import { siteHeaders } from '#exports/policy.ts'
import { writeHeaders } from '#integration/headers.ts'
import { knowledgeOf } from './small.ts'
import { loadCommands } from '#cli/commands/index.ts'
import { contentFolder, found } from './content-folder.ts'
import { FOLLOWED, root, snippets, wordsOf } from './snippets.ts'

const commands = await loadCommands()

const of = (language: string) => snippets.filter((snippet) => snippet.language === language)
const textOf = (language: string, words: RegExp) =>
  of(language).find(({ text }) => words.test(text))?.text ?? assert.fail(`no ${language} with ${words}`)

test('every block says what it is, and each of these is run or compared here or in guides.test.ts', () => {
  const languages = new Set(snippets.map(({ language }) => language))
  assert.deepEqual([...languages].sort(), ['astro', 'js', 'markdown', 'nginx', 'sh', 'text', 'yaml'])
})

for (const file of FOLLOWED) {
  const text = readFileSync(join(root, file), 'utf8').replace(/^```[\s\S]*?^```$/gm, '')
  const codes = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)

  test(`${file}: commands named in a sentence exist, with their flags`, () => {
    for (const code of codes) {
      const [, line] = /(?:^|\| |npx )aftermath ((?!\().+)$/.exec(code) ?? []
      if (line === undefined) continue
      const [name = '', ...rest] = wordsOf(line)
      const command = commands.find((one) => one.name === name)
      if (name === '--help' || name === 'help') continue
      assert.ok(command, code)
      for (const flag of rest.filter((word) => word.startsWith('--')))
        assert.ok(flag.slice(2) in command.flags, `${code}: ${flag}`)
    }
  })

  test(`${file}: workflows and scripts named in a sentence exist in a new site or here`, () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const starter = JSON.parse(readFileSync(join(root, 'examples/starter/package.json'), 'utf8'))
    for (const code of codes) {
      const [, script] = /^npm run ([\w:-]+)/.exec(code) ?? []
      if (script !== undefined) assert.ok(script in scripts || script in starter.scripts, code)
      const [, workflow] = /^(?:\.github\/workflows\/)?([a-z]+\.yml)$/.exec(code) ?? []
      if (workflow === undefined || workflow === 'action.yml') continue
      assert.ok(existsSync(join(root, 'examples/starter/.github/workflows', workflow)), code)
    }
  })
}

for (const { file, text } of of('markdown'))
  test(`${file}: the record shown is sound`, async (t) => {
    const record = contentFolder(t, { 'incidents/2026-06-01-shown.md': text }, join(root, 'examples/starter/content'))
    const { findings } = await found(record)
    assert.deepEqual(
      findings.filter((one) => one.level !== 'hint' && one.file.includes('2026-06-01-shown')),
      [],
    )
  })

for (const { file, text } of of('js'))
  test(`${file}: the code shown can be read`, () => assert.ok(transformSync(text, { format: 'esm' }).code.length > 20))

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The file that an import of the package leads to, as package.json says. */
function exported(specifier: string): string {
  const path = specifier.replace(/^astro-aftermath/, '.')
  const pattern = Object.keys(exports).find((key) => key.endsWith('*') && path.startsWith(key.slice(0, -1)))
  return exports[path] ?? (pattern ? exports[pattern].replace('*', path.slice(pattern.length - 1)) : '')
}

for (const { file, text } of [...of('astro'), ...of('js')])
  test(`${file}: what is imported from the package is there: ${text.split('\n')[1] ?? ''}`, () => {
    for (const [, specifier = ''] of text.matchAll(/from '(astro-aftermath[^']*)'/g))
      assert.ok(exported(specifier) !== '' && existsSync(join(root, exported(specifier))), specifier)
  })

test('the ten lines for other repositories are the same wherever they stand, pinned, and no longer', () => {
  const shown = of('yaml').filter(({ text }) => text.includes('/.github/actions/references@'))
  assert.deepEqual(
    shown.map(({ file }) => file),
    ['README.md', 'examples/starter/README.md', 'src/docs/guides/citing.mdx'],
  )
  assert.deepEqual([...new Set(shown.map(({ text }) => text))].length, 1)
  const { permissions, jobs } = parse(shown[0]?.text ?? '')
  assert.deepEqual(permissions, { contents: 'read', 'pull-requests': 'write' })
  const [checkout, references] = jobs.incidents.steps
  assert.match(checkout.uses, /^actions\/checkout@[0-9a-f]{40}$/)
  assert.match(references.uses, /@[0-9a-f]{40}$/)
  const action = readFileSync(join(root, '.github/actions/references/action.yml'), 'utf8')
  assert.deepEqual(
    Object.keys(references.with).filter((name) => !(name in parse(action).inputs)),
    [],
  )
})

test('the folder that the template names is a site by itself', () => {
  const [, folder = ''] = /--template [\w.-]+\/[\w.-]+\/(\S+)/.exec(textOf('text', /npm create astro/)) ?? []
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  assert.equal(manifest.scripts.dev, 'astro dev')
  const files = ['astro.config.mjs', 'src/content.config.ts', 'tsconfig.json', 'content/site.yaml', '.gitignore']
  for (const file of files) assert.doesNotMatch(readFileSync(join(root, folder, file), 'utf8'), /(?:\.\.\/){2}/, file)
})

test('the lines for commit hooks check a message and name incidents near a change', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'aftermath-hook-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  // The records that a new site has, as guides name them.
  const knowledge = knowledgeOf(join(root, 'examples/starter/content'))
  mkdirSync(join(folder, 'data'))
  writeFileSync(join(folder, 'data/refs.json'), JSON.stringify(refs(knowledge)))
  writeFileSync(join(folder, 'data/precedents.json'), JSON.stringify(precedents(knowledge)))
  writeFileSync(join(folder, 'message'), textOf('text', /^Incident-Ref: /))
  writeFileSync(join(folder, 'filter.conf'), 'length: 20\n')
  spawnSync('git', ['init', '--quiet'], { cwd: folder })
  spawnSync('git', ['add', 'filter.conf'], { cwd: folder })
  const [message = '', change = ''] = textOf('text', /aftermath refs --data/)
    .trim()
    .split('\n')
  const hook = (line: string, ...args: string[]) =>
    spawnSync(
      'sh',
      [
        '-c',
        line
          .replace('npx aftermath', `'${process.execPath}' '${join(root, 'src/cli/bin.mjs')}'`)
          .replace('https://kb.example/data/', 'data'),
        'hook',
        ...args,
      ],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
    )
  const checked = hook(message, 'message')
  assert.deepEqual([checked.status, checked.stderr], [0, ''])
  assert.match(checked.stdout, /Checked 1 reference/)
  writeFileSync(join(folder, 'message'), 'Incident-Ref: 2026-01-15-example-queue#e-none\n')
  assert.equal(hook(message, 'message').status, 1)
  assert.equal(hook(change).status, 0)
})

test('the line for nginx writes the headers of a build as nginx reads them, and the recipe includes its file', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'aftermath-nginx-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'dist'))
  writeHeaders(join(folder, 'dist'), { audience: 'AMBER', peers: [], base: '/' })
  const { status, stderr } = spawnSync('sh', ['-c', textOf('text', /^sed /)], { cwd: folder, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  const written = readFileSync(join(folder, 'headers.conf'), 'utf8')
  assert.deepEqual(
    written.trim().split('\n'),
    siteHeaders('AMBER', []).map(([name, value]) => `add_header ${name} "${value}" always;`),
  )
  assert.doesNotMatch(siteHeaders('AMBER', []).join(), /["$]/)
  const server = textOf('nginx', /^server/)
  assert.match(server, /^ {2}include \S+\/headers\.conf;$/m)
  // A header in a location would take away those of the server.
  assert.doesNotMatch(server, /add_header/)
  assert.equal((server.match(/\{/g) ?? []).length, (server.match(/\}/g) ?? []).length)
})
