import { z } from 'zod'
import { SCHEMAS, type Schemas } from '#schema/extend.ts'
import { kinds } from '#schema/kinds.ts'
import type { Kind } from '#schema/kind-names.ts'
import { count } from '#text/words.ts'
import { type Ask, UsageError } from '../context.ts'
import { answerProblem, candidates, type Known, placeholder, valueOf } from './collect.ts'
import { type Field, fieldsToAsk } from './field.ts'
import { dateIn, idProblem, NAMES, suggestId } from './id.ts'

type Answers = Readonly<Partial<Record<string, string>>>

/** What a new record starts from. */
export interface Gathered {
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
  /** Whether anything is still to be written by the author. */
  readonly draft: boolean
}

interface Content extends Known {
  /** Ids of records that could not be read: taken all the same. */
  readonly unread: ReadonlySet<string>
}

// A promise rests on its statement or on sources; a reply needs its statement. Neither is asked for where it is not
// needed.
const isNeeded = ({ name }: Field, kind: Kind, answers: Answers): boolean =>
  !(kind === 'commitments' && (name === 'statement' || (name === 'sources' && answers['statement'] !== undefined))) &&
  !(kind === 'inquiries' && name === 'statement' && answers['outcome'] !== 'replied') &&
  !(kind === 'sources' && name === 'read' && answers['kind'] !== 'primary') &&
  // What has a default is not asked for.
  !(name === 'url' || name === 'severity' || (kind === 'sources' && name === 'published'))

// Dates the id of kinds that have no such field.
const DATE: Field = { name: 'date', means: 'When it happened.', many: false, form: { type: 'time' } }
const dateField = (kind: Kind, fields: readonly Field[], given: Answers): readonly Field[] =>
  kinds[kind].dated && given['id'] === undefined && !fields.some(({ name }) => name === 'date' || name === 'said')
    ? [DATE]
    : []

function checkGiven(kind: Kind, answers: Answers, fields: readonly Field[], known: Known): void {
  for (const [name, answer = ''] of Object.entries(answers)) {
    if (name === 'id') continue
    const field = fields.find((one) => one.name === name) ?? (name === 'date' && kinds[kind].dated ? DATE : undefined)
    if (!field)
      throw new UsageError(
        `${kind} have no --${name}; expected any of ` +
          `${['id', ...fields.map((one) => one.name)].map((one) => `--${one}`).join(', ')}`,
      )
    const problem = answerProblem(field, answer, known)
    if (problem !== undefined) throw new UsageError(`--${name}: ${problem}`)
  }
}

function askFor(ask: Ask, field: Field, known: Known, isCitation: boolean): Promise<string> {
  const options = candidates(field, known)
  const question = `${field.name}: ${field.means}`
  // Several ids are typed, the rest is chosen from what there is.
  if (options.length > 0 && !field.many)
    return ask.choose(
      question,
      options.map((value) => ({ value })),
    )
  const hint = options.length > 0 ? ` (${count(options.length, 'record')} to choose from, separated by commas)` : ''
  return ask.text(
    question + hint,
    (answer) => answerProblem(field, answer, known),
    // The day of writing is that of a citation, and of nothing that happened.
    field.name === 'at' && field.form.type === 'time' && isCitation ? known.today : undefined,
  )
}

/**
 * The answers still missing, asked for; where nobody can be asked, stand-ins, or one error that names all that only the
 * author knows.
 */
async function complete(
  kind: Kind,
  given: Answers,
  fields: readonly Field[],
  known: Known,
  ask: Ask | undefined,
): Promise<{ answers: Answers; draft: boolean }> {
  const answers: Record<string, string | undefined> = { ...given }
  const missing: Field[] = []
  // Where nobody is asked, the id is made of what names the record.
  const naming =
    ask || given['id'] !== undefined ? undefined : fields.find(({ name }) => NAMES.some((one) => one === name))
  let draft = kinds[kind].body
  for (const field of [...dateField(kind, fields, given), ...fields]) {
    if (answers[field.name] !== undefined || !isNeeded(field, kind, answers)) continue
    const standIn = placeholder(
      field,
      dateIn(given['id'] ?? '') ?? given['date'] ?? (kind === 'citations' ? known.today : undefined),
    )
    if (ask) answers[field.name] = await askFor(ask, field, known, kind === 'citations')
    else if (standIn === undefined || field === naming) missing.push(field)
    else [answers[field.name], draft] = [standIn, true]
  }
  if (missing.length > 0) {
    const flags = missing.map((field) => {
      const more = field === naming ? 'the id is made of it, unless --id gives one' : hint(field, known)
      return `--${field.name} (${field.means.replace(/\.$/, '')}; ${more})`
    })
    throw new UsageError(`expected ${flags.join(' and ')}, found nothing; without a terminal nothing is asked`)
  }
  return { answers, draft }
}

/** What an answer may be, in a few words. */
function hint(field: Field, known: Known): string {
  if (field.form.type === 'time') return 'such as 2026-01-31 or 2026-01-31T09:00Z'
  const values = candidates(field, known)
  if (field.form.type === 'choice') return `one of ${values.join(', ')}`
  return values.length === 0
    ? 'there is no such record yet: begin with that'
    : `such as ${values.slice(0, 4).join(', ')}`
}

async function chooseId(
  kind: Kind,
  given: Answers,
  answers: Answers,
  known: Content,
  ask: Ask | undefined,
): Promise<string> {
  const taken = new Set([...known.unread, ...known.entries.flatMap(({ id, data }) => [id, ...data.aliases])])
  const problemOf = (id: string) => idProblem(kind, id, answers['org'], taken)
  // A stand-in names nothing.
  const naming = ask ? answers : { ...given, ...(given['said'] === undefined ? { said: answers['said'] } : {}) }
  const suggested = given['id'] ?? suggestId(kind, { ...naming, date: answers['date'] })
  if (ask && given['id'] === undefined) return ask.text('id: name of the file, for good', problemOf, suggested)
  if (suggested === undefined)
    throw new UsageError(
      'expected --id, because what names the record has no Latin letters or digits to make an id of; found nothing',
    )
  const problem = problemOf(suggested)
  if (problem !== undefined)
    throw new UsageError(
      given['id'] === undefined
        ? `the id made of what names the record: ${problem}. Give another one with --id`
        : `--id: ${problem}`,
    )
  return suggested
}

/**
 * Puts together what a new record needs from flags and, at a terminal, from answers.
 * @param given flags by name, `id` among them.
 * @param schemas what records may hold, with the severities of the site.
 * @throws UsageError for anything that would make the record wrong, with what to type.
 */
export async function gather(
  kind: Kind,
  given: Answers,
  known: Content,
  ask: Ask | undefined,
  schemas: Schemas = SCHEMAS,
): Promise<Gathered> {
  const fields = fieldsToAsk(kind, schemas)
  checkGiven(kind, given, fields, known)
  const { answers, draft } = await complete(kind, given, fields, known, ask)
  const id = await chooseId(kind, given, answers, known, ask)
  const values = Object.fromEntries(
    fields.flatMap((field) => {
      const answer = answers[field.name]
      return answer === undefined ? [] : [[field.name, valueOf(field, answer, known)] as const]
    }),
  )
  const checked = schemas[kind].safeParse({
    ...values,
    history: [{ revision: 1, date: known.today, type: 'addition', summary: 'First recorded.' }],
  })
  if (!checked.success)
    throw new UsageError(z.prettifyError(checked.error).replaceAll('✖ ', '').replaceAll('\n  → at ', ' in --'))
  return { id, values, draft }
}
