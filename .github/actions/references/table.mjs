// Prints what the command line found as Markdown for the summary of a job: table.mjs refs|suggest|count FILE...
import { readFileSync } from 'node:fs'

const [what, ...files] = process.argv.slice(2)
const found = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')))

/** A text that cannot leave its cell. */
const cell = (text) =>
  String(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\|<>`[\]]/g, '\\$&')

const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const place = ({ file, line }) => (file === 'standard input' ? 'Commit messages' : `${cell(file)}:${line}`)

const TABLES = {
  count: () => String(found.length),
  refs: () =>
    found.length === 0
      ? '### References to incidents\n\nNothing to mend.\n'
      : `### References to incidents\n\n${table(
          ['Where', 'What', 'Remedy'],
          found.map((one) => [
            place(one),
            `${one.level === 'error' ? '**Error**' : 'Warning'}: ${cell(one.message)}`,
            cell(one.fix ?? ''),
          ]),
        )}\n`,
  suggest: () =>
    found.length === 0
      ? '### Incidents near this change\n\nNone.\n'
      : `### Incidents near this change\n\n${table(
          ['Incident', 'Why', 'Questions'],
          found.map(({ title, url, why, prompts }) => [
            /^https?:/.test(url) ? `[${cell(title)}](${url})` : cell(title),
            cell(why.map(({ text }) => text).join(', ')),
            String(prompts.length),
          ]),
        )}\n`,
}

const print = TABLES[what]
if (!print) throw new Error(`expected one of ${Object.keys(TABLES).join(', ')}, found "${what}"`)
process.stdout.write(`${print()}\n`)
