import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { SettingError } from '#content/settings.ts'
import { sweep } from '#integration/swap.ts'
import { checkTarget } from '#integration/target.ts'
import { freshFolder } from '../fresh-folder.ts'
import { buildSite, writeFiles } from './site.ts'

const root = resolve(import.meta.dirname, '../..')

function refusal(out: string, content: string): string {
  try {
    checkTarget({ out, content }, root)
    return ''
  } catch (error) {
    assert.ok(error instanceof SettingError)
    return error.message
  }
}

test('a build goes into a new folder, an empty one or an earlier build, and into nothing else', () => {
  const folder = freshFolder()
  const content = join(folder, 'content')
  writeFiles(content, { 'site.yaml': 'title: Test\ndescription: A test.\n' })
  writeFiles(join(folder, 'thesis'), { 'chapter.txt': 'Years of work.' })
  mkdirSync(join(folder, 'empty'))
  symlinkSync(content, join(folder, 'link'))
  const cases: readonly (readonly [string, RegExp])[] = [
    [join(folder, 'new'), /^$/],
    [join(folder, 'empty'), /^$/],
    [content, /found a folder with the content in it/],
    [join(folder, 'link'), /found a folder with the content in it/],
    [folder, /found a folder with the content in it/],
    [join(content, 'out'), /found a folder within the content/],
    [root, /found a folder with the program in it/],
    [homedir(), /found a folder with (?:a home|the program) in it/],
    [join(folder, 'thesis'), /found a folder with other files.*Name another folder/],
    [join(folder, 'thesis', 'chapter.txt'), /found a file/],
  ]
  for (const [out, expected] of cases) assert.match(refusal(out, content), expected, out)
})

test('a build refuses to take the place of other files, and says so with exit code 2', () => {
  const folder = freshFolder()
  const [content, out] = [join(folder, 'content'), join(folder, 'out')]
  writeFiles(content, { 'site.yaml': 'title: Test\ndescription: A test.\n' })
  writeFiles(out, { 'chapter.txt': 'Years of work.' })
  const { status, said } = buildSite(content, out)
  assert.equal(status, 2)
  assert.match(said, /AFTERMATH_OUT \(--out\): expected a new folder, an empty one or an earlier build/)
  assert.deepEqual(readdirSync(out), ['chapter.txt'])
})

test('what dead processes left behind is deleted, and nothing of living ones', () => {
  const folder = freshFolder()
  // No process has a number so large (Linux: at most 2^22).
  for (const name of ['build-99999999-a1B2c3', `build-${process.ppid}-a1B2c3`, 'other'])
    writeFileSync(join(folder, name), '')
  sweep(folder, /^build-(\d+)-\w+$/)
  assert.deepEqual(readdirSync(folder).sort(), [`build-${process.ppid}-a1B2c3`, 'other'])
  assert.ok(existsSync(folder))
})
