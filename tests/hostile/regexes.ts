import ts from 'typescript'
import { sourceFiles } from '../source-files.ts'

/** A regular expression as it stands in the source. */
export interface Written {
  /** `src/a.ts /b+/g`. */
  readonly name: string
  readonly pattern: RegExp
}

const FOLDERS = ['src']

/** The text of an expression that is written out: a string, `String.raw`, or several of these put together. */
function writtenText(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTaggedTemplateExpression(node) && ts.isNoSubstitutionTemplateLiteral(node.template))
    return ts.isPropertyAccessExpression(node.tag) && node.tag.name.text === 'raw' ? node.template.rawText : undefined
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined
  const [left, right] = [writtenText(node.left), writtenText(node.right)]
  return left === undefined || right === undefined ? undefined : left + right
}

/** A regular expression and its flags, as a literal or as `new RegExp(…)` of texts that are written out. */
function writtenPattern(node: ts.Node): readonly [source: string, flags: string] | undefined {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/')
    return [node.text.slice(1, end), node.text.slice(end + 1)]
  }
  if (!ts.isNewExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'RegExp')
    return undefined
  const [source, flags] = (node.arguments ?? []).map(writtenText)
  return source === undefined ? undefined : [source, flags ?? '']
}

/** Every regular expression that is written out in the code that reads what comes from outside. */
export function regexes(): Written[] {
  return sourceFiles(FOLDERS, ['ts']).flatMap(({ path, text }) => {
    const found: Written[] = []
    const visit = (node: ts.Node): void => {
      const written = writtenPattern(node)
      if (written !== undefined) {
        const [source, flags] = written
        found.push({ name: `${path} /${source}/${flags}`, pattern: new RegExp(source, flags) })
      }
      ts.forEachChild(node, visit)
    }
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest))
    return found
  })
}

// One sign for each class of characters that patterns name.
const CLASSES: readonly (readonly [named: RegExp, sign: string])[] = [
  [/\\s|\[\^/, ' '],
  [/\\d/, '1'],
  [/\\[wpS]|a-z|\[\^|\./, 'a'],
  [/\\p|A-Z/, 'A'],
  [/\\n|\\s|\^/, '\n'],
  [/\\s|\\t/, '\t'],
]

const unique = (items: readonly string[]) => [...new Set(items)]

/**
 * What a pattern could stumble over: its own literal pieces, signs of its classes, and pairs of these, to be repeated;
 * each after any of the pieces that it may begin with, and before an end that it does not expect.
 */
export function attacks({
  source,
  multiline,
}: RegExp): { readonly before: string; readonly pump: string; readonly after: string }[] {
  const plain = source
    .replace(/\\([/.[\](){}*+?|^$\\-])/g, '$1')
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  const words = unique(
    [...plain.matchAll(/[\w"'`<>#@:;,/&%=!“”‘’{}[\]()$.\\+~ -]{1,40}?(?=[\\[\](){}*+?|^$]|$)/g)].map(([word]) =>
      word.replace(/^\?[:=!<]+/, ''),
    ),
  ).filter((word) => word !== '')
  const few = [...source.matchAll(/\[(\w{1,4})\]/g)].flatMap(([, letters = '']) => [...letters])
  const signs = unique([
    ...few,
    ...CLASSES.flatMap(([named, sign]) => (named.test(source) ? [sign] : [])),
    ...[...plain].filter((sign) => /[^\w\s]/.test(sign)),
    ...(multiline ? ['\u2028'] : []),
  ])
  const pieces = unique([...words.slice(0, 14), ...signs.slice(0, 14)])
  const pumps = unique([
    ...pieces,
    ...signs.slice(0, 10).flatMap((one) => pieces.slice(0, 16).map((other) => other + one)),
  ])
  const starts = unique(['', ...words.slice(0, 4)])
  // Where the end of a line is an end, what must not fit has to follow on the same line.
  const ends = ['', multiline ? '!\u2028' : '\n!\u2028']
  return starts.flatMap((before) => pumps.flatMap((pump) => ends.map((after) => ({ before, pump, after }))))
}
