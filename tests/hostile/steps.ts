import { type AST, RegExpParser } from '@eslint-community/regexpp'

/** From a place in a text, whether the rest of the pattern fits, from where this piece ends. */
type Rest = (at: number) => boolean
type Piece = (at: number, rest: Rest) => boolean

// More than any sound pattern needs for a text that a test gives it.
const MOST_STEPS = 3_000_000

class TooManySteps extends Error {}

const LINE_END = /[\n\r\u2028\u2029]/
const WORD = /\w/

/** Characters that a pattern does not tell apart. */
interface Class {
  /** Which of the characters in the pattern it fits, in their order. */
  readonly fits: readonly boolean[]
  readonly isLineEnd: boolean
  readonly isWord: boolean
  readonly number: number
}

/**
 * A regular expression that is run by the backtracking of the language's specification, and counts its steps: each look
 * at a character or a place. How many there are depends on pattern and text alone, on every machine.
 */
export class CountedPattern {
  readonly #pattern: RegExp
  readonly #whole: Piece
  readonly #groups = new Map<AST.CapturingGroup, readonly Class[]>()
  readonly #characters: RegExp[] = []
  readonly #classOf = new Map<string, Class>()
  readonly #classes = new Map<string, Class>()
  #comparesText = false
  #text: readonly Class[] = []
  #steps = 0

  /** Takes a pattern of this program; throws for one that the parser does not know. */
  constructor(pattern: RegExp) {
    this.#pattern = pattern
    const { unicode, unicodeSets } = pattern
    const parsed = new RegExpParser().parsePattern(pattern.source, 0, pattern.source.length, { unicode, unicodeSets })
    this.#whole = this.#anyOf(parsed.alternatives, 1)
  }

  /**
   * The steps that it takes to look a text of a few thousand characters through: for all matches where the pattern is
   * global, else for the first. `Infinity` where there is no end to them.
   */
  stepsFor(text: string): number {
    try {
      return this.#look(text)
    } catch (error) {
      if (error instanceof TooManySteps) return Infinity
      throw error
    }
  }

  /** The same for two texts where the pattern cannot tell one from the other, and so takes as many steps for both. */
  likeness(text: string): string {
    return this.#classesIn(text)
      .map(({ number }) => number)
      .join(' ')
  }

  #classesIn(text: string): Class[] {
    const characters = this.#pattern.unicode || this.#pattern.unicodeSets ? [...text] : text.split('')
    return characters.map((character) => this.#classOf.get(character) ?? this.#classify(character))
  }

  // What a character fits is asked of the engine itself, once for each.
  #classify(character: string): Class {
    const fits = this.#characters.map((one) => one.test(character))
    const [isLineEnd, isWord] = [LINE_END.test(character), WORD.test(character)]
    const key = JSON.stringify([fits, isLineEnd, isWord, this.#comparesText && character])
    const own = this.#classes.get(key) ?? { fits, isLineEnd, isWord, number: this.#classes.size }
    this.#classes.set(key, own)
    this.#classOf.set(character, own)
    return own
  }

  #step(): void {
    this.#steps++
    if (this.#steps > MOST_STEPS) throw new TooManySteps()
  }

  #look(text: string): number {
    this.#text = this.#classesIn(text)
    this.#steps = 0
    for (let at = 0; at <= this.#text.length; at++) {
      let end = -1
      const isFound = this.#whole(at, (place) => {
        end = place
        return true
      })
      if (isFound && !this.#pattern.global) break
      if (isFound && end > at) at = end - 1
    }
    return this.#steps
  }

  #anyOf(alternatives: readonly AST.Alternative[], way: 1 | -1): Piece {
    const all = alternatives.map(({ elements }) =>
      this.#inOrder((way === 1 ? elements : elements.toReversed()).map((element) => this.#piece(element, way))),
    )
    return (at, rest) => all.some((one) => one(at, rest))
  }

  #inOrder(pieces: readonly Piece[]): Piece {
    const [first, ...others] = pieces
    if (first === undefined) return (at, rest) => rest(at)
    if (others.length === 0) return first
    const following = this.#inOrder(others)
    return (at, rest) => first(at, (place) => following(place, rest))
  }

  #piece(node: AST.Element, way: 1 | -1): Piece {
    switch (node.type) {
      case 'Group':
        return this.#anyOf(node.alternatives, way)
      case 'CapturingGroup':
        return this.#capture(node, way)
      case 'Quantifier':
        return this.#repeat(node, this.#piece(node.element, way))
      case 'Assertion':
        return this.#assertion(node)
      case 'Backreference':
        return this.#again(node, way)
      default:
        return this.#character(node.raw, way)
    }
  }

  #character(raw: string, way: 1 | -1): Piece {
    const index = this.#characters.push(new RegExp(`^(?:${raw})$`, this.#pattern.flags.replace(/[dgmy]/g, ''))) - 1
    return (at, rest) => {
      this.#step()
      return this.#text[way === 1 ? at : at - 1]?.fits[index] === true && rest(at + way)
    }
  }

  #capture(node: AST.CapturingGroup, way: 1 | -1): Piece {
    const inner = this.#anyOf(node.alternatives, way)
    return (at, rest) =>
      inner(at, (end) => {
        const before = this.#groups.get(node)
        this.#groups.set(node, this.#text.slice(Math.min(at, end), Math.max(at, end)))
        if (rest(end)) return true
        this.#groups.set(node, before ?? [])
        return false
      })
  }

  #again({ resolved }: AST.Backreference, way: 1 | -1): Piece {
    this.#comparesText = true
    return (at, rest) => {
      const held = [resolved].flat().flatMap((group) => this.#groups.get(group) ?? [])
      this.#steps += held.length
      const from = way === 1 ? at : at - held.length
      return held.every((character, index) => this.#text[from + index] === character) && rest(at + way * held.length)
    }
  }

  #repeat({ min, max, greedy }: AST.Quantifier, inner: Piece): Piece {
    const from = (count: number, at: number, rest: Rest): boolean => {
      // A round beyond the fewest that takes nothing ends the repetition.
      const more = () => count < max && inner(at, (end) => (end !== at || count < min) && from(count + 1, end, rest))
      if (count < min) return more()
      return greedy ? more() || rest(at) : rest(at) || more()
    }
    return (at, rest) => from(0, at, rest)
  }

  #assertion(node: AST.Assertion): Piece {
    if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
      const inner = this.#anyOf(node.alternatives, node.kind === 'lookahead' ? 1 : -1)
      return (at, rest) => inner(at, () => true) !== node.negate && rest(at)
    }
    return (at, rest) => {
      this.#step()
      return this.#holds(node, at) && rest(at)
    }
  }

  #holds(node: AST.EdgeAssertion | AST.WordBoundaryAssertion, at: number): boolean {
    const [before, after] = [this.#text[at - 1], this.#text[at]]
    const isEnd = (character: Class | undefined) =>
      character === undefined || (this.#pattern.multiline && character.isLineEnd)
    if (node.kind === 'start') return isEnd(before)
    if (node.kind === 'end') return isEnd(after)
    return node.kind === 'word' && ((before?.isWord ?? false) !== (after?.isWord ?? false)) !== node.negate
  }
}
