import { closest, distance } from 'fastest-levenshtein'
import { TLP } from '#schema/vocabularies.ts'
import { isImageFile, isReference } from '#text/address.ts'
import { PROSE, proseComponent, type ProseComponent } from '#text/prose.ts'
import { attributesOf, type Attribute } from './attributes.ts'
import { problem, type BodyProblem, type BodyRule } from './rules.ts'
import { childrenOf, placeOf, type Element, type Node } from './tree.ts'

const NAMES = Object.keys(PROSE)

/** Holds one JSX element to the table of prose components. */
export function checkElement(element: Element, parent: Node | undefined, source: string): BodyProblem[] {
  const attributes = attributesOf(element, source)
  const code = attributes.filter((one) => one.code !== undefined).map(codeProblem)
  const name = element.name
  const component = name === null ? undefined : proseComponent(name)
  if (name === null || component === undefined) return [unknownElement(element), ...code]
  return [
    ...code,
    ...checkPlace(element, name, component, parent),
    ...checkAttributes(element, name, component, attributes),
  ]
}

const codeProblem = (attribute: Attribute) =>
  problem(
    'body-code',
    attribute.place(),
    `found code in ${attribute.name === undefined ? 'a spread attribute' : `the attribute "${attribute.name}"`}`,
    attribute.name === undefined ? 'write each attribute by itself' : `write ${attribute.name}="…"`,
  )

function unknownElement(element: Element): BodyProblem {
  const place = placeOf(element)
  if (element.name === null)
    return problem('body-component', place, 'found an empty tag <>', 'take it out; Markdown needs no wrapper')
  const near = closest(
    element.name.toLowerCase(),
    NAMES.map((name) => name.toLowerCase()),
  )
  const index = NAMES.findIndex((name) => name.toLowerCase() === near)
  // A short name is near to every other short one; half of it must be right.
  const meant =
    distance(element.name.toLowerCase(), near) <= Math.min(2, near.length / 2 - 0.5) ? NAMES[index] : undefined
  const what = /^[a-z]/.test(element.name) ? 'HTML is not used in bodies' : 'there is no such component'
  return problem(
    'body-component',
    place,
    `found <${element.name}>; ${what}`,
    meant === undefined
      ? `use Markdown, or one of ${NAMES.map((name) => `<${name}>`).join(', ')}`
      : `did you mean <${meant}>?`,
  )
}

function checkPlace(
  element: Element,
  name: string,
  component: ProseComponent,
  parent: Node | undefined,
): BodyProblem[] {
  const place = placeOf(element)
  const problems: BodyProblem[] = []
  if (component.place === 'block' && element.type === 'mdxJsxTextElement')
    problems.push(
      problem(
        'body-component',
        place,
        `<${name}> stands within a sentence`,
        'put it on lines of its own, with an empty line before and after',
      ),
    )
  if (!component.encloses && childrenOf(element).length > 0)
    problems.push(problem('body-component', place, `<${name}> encloses text`, `write it as ${component.example}`))
  if (component.encloses && childrenOf(element).length === 0)
    problems.push(
      problem(
        'body-component',
        place,
        `<${name}> encloses nothing`,
        `write it as ${component.example.replace(/\n+/g, ' ')}`,
      ),
    )
  if (name === 'Restricted' && parent?.type === 'tableRow')
    problems.push(problem('body-component', place, '<Restricted> stands between cells', 'put it inside a cell'))
  return problems
}

function checkAttributes(
  element: Element,
  name: string,
  component: ProseComponent,
  attributes: readonly Attribute[],
): BodyProblem[] {
  const known = Object.keys(component.attributes)
  const problems: BodyProblem[] = []
  const seen = new Set<string>()
  for (const attribute of attributes) {
    if (attribute.name === undefined) continue
    const rule = known.includes(attribute.name) ? component.attributes[attribute.name] : undefined
    if (rule === undefined) problems.push(unknownAttribute(attribute, name, known))
    else if (seen.has(attribute.name))
      problems.push(problem('body-attribute', attribute.place(), `"${attribute.name}" is given twice`, 'keep one'))
    else if (attribute.code === undefined) problems.push(...checkValue(attribute, rule.value, rule.means))
    seen.add(attribute.name)
  }
  const spread = attributes.some((one) => one.name === undefined)
  for (const missing of known.filter((one) => component.attributes[one]?.required && !seen.has(one) && !spread))
    problems.push(
      problem(
        'body-attribute',
        placeOf(element),
        `<${name}> lacks ${missing}: ${component.attributes[missing]?.means}`,
        `write it as ${component.example.replace(/\n+/g, ' ')}`,
      ),
    )
  return problems
}

function unknownAttribute(attribute: Attribute, name: string, known: readonly string[]): BodyProblem {
  const near = known.find((one) => distance(one, attribute.name ?? '') <= 2)
  const fix =
    near !== undefined ? `did you mean ${near}?` : known.length > 0 ? `use ${known.join(', ')}` : 'take it out'
  return problem('body-attribute', attribute.place(), `<${name}> has no attribute "${attribute.name}"`, fix)
}

function checkValue(attribute: Attribute, kind: string, means: string): BodyProblem[] {
  const text = typeof attribute.value === 'string' ? attribute.value : ''
  const fail = (rule: BodyRule, fix: string) => [
    problem(rule, attribute.place(), `${attribute.name} is "${String(attribute.value)}", expected ${means}`, fix),
  ]
  switch (kind) {
    case 'tlp':
      return Object.hasOwn(TLP, text) ? [] : fail('body-restricted', `write one of ${Object.keys(TLP).join(', ')}`)
    case 'reference':
      return isReference(text) ? [] : fail('body-attribute', 'write id, id#part or #part')
    case 'quotation':
      return isReference(text) && /#k-/.test(text) ? [] : fail('body-attribute', 'write statement-id#k-name')
    case 'source':
      return isReference(text) && !text.includes('#') ? [] : fail('body-attribute', 'write the id of a source')
    case 'image':
      return isImageFile(text)
        ? []
        : fail('body-image', 'put a png, jpg, webp, avif or gif into the folder of the record and write its file name')
    default:
      return text.trim() === ''
        ? fail(attribute.name === 'alt' ? 'body-image' : 'body-attribute', 'write it in words')
        : []
  }
}
