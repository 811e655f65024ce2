import { LEVELS } from './cover.ts'

type Rgb = readonly [red: number, green: number, blue: number]

const parts = (colour: string): Rgb => {
  const hex = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1)
  const value = Number.parseInt(hex, 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** A colour to draw with: what a pixel becomes that it lies over, by its number so far and the level of cover; -1 until asked for. */
interface Ink {
  readonly mixed: Int16Array
  readonly mix: (under: number, level: number) => number
}

/** The colours of one picture: at most 256, so that a pixel is one byte. */
export class Palette {
  readonly colours: Rgb[] = []
  readonly #known = new Map<number, number>()
  readonly #inks = new Map<string, Ink>()

  /** The number of a colour. Where there is no room for another, the nearest one; only edges within the strip have so many. */
  #number(colour: Rgb): number {
    const key = (colour[0] << 16) | (colour[1] << 8) | colour[2]
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const far = (other: Rgb) => other.reduce((sum, value, index) => sum + (value - (colour[index] ?? 0)) ** 2, 0)
    const number =
      this.colours.length < 256
        ? this.colours.push(colour) - 1
        : this.colours.reduce((best, one, index, all) => (far(one) < far(all[best] ?? one) ? index : best), 0)
    this.#known.set(key, number)
    return number
  }

  /** The number of a colour such as `#18202a`. */
  plain(colour: string): number {
    return this.#number(parts(colour))
  }

  /** A colour to draw with, as sheer as `opacity` says; mixed in sRGB, as SVG does. */
  #ink(colour: string, opacity: number): Ink {
    const key = `${colour} ${opacity}`
    const known = this.#inks.get(key)
    if (known) return known
    const over = parts(colour)
    const mix = (under: number, level: number) => {
      const [share, [red, green, blue]] = [(opacity * level) / LEVELS, this.colours[under] ?? over]
      const between = (a: number, b: number) => Math.round(a + (b - a) * share)
      return this.#number([between(red, over[0]), between(green, over[1]), between(blue, over[2])])
    }
    const ink = { mixed: new Int16Array(256 * (LEVELS + 1)).fill(-1), mix }
    this.#inks.set(key, ink)
    return ink
  }

  /** Lays a colour over the pixels from `start` on, one for each level of cover between `from` and `to`. */
  lay(
    pixels: Uint8Array,
    start: number,
    colour: string,
    opacity: number,
    levels: Uint8Array,
    from: number,
    to: number,
  ): void {
    const { mixed, mix } = this.#ink(colour, opacity)
    for (let at = from; at < to; at += 1) {
      const level = levels[at] ?? 0
      if (level === 0) continue
      const place = start + at - from
      const under = pixels[place] ?? 0
      const index = under * (LEVELS + 1) + level
      let made = mixed[index] ?? -1
      if (made < 0) mixed[index] = made = mix(under, level)
      pixels[place] = made
    }
  }
}
