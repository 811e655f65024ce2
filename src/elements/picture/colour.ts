/**
 * Reads colours of the page, in whatever notation style sheets have, as `#rrggbb` or `#rrggbbaa`, which every program
 * knows.
 */
export function colourReader(): (colour: string) => string {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const known = new Map<string, string>()
  const read = (colour: string): string => {
    if (!context || colour === 'none') return 'none'
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = colour
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
    if (alpha === 0) return 'none'
    const hex = [red, green, blue, ...(alpha === 255 ? [] : [alpha])].map((part) => part.toString(16).padStart(2, '0'))
    return `#${hex.join('')}`
  }
  return (colour) => {
    const found = known.get(colour) ?? read(colour)
    known.set(colour, found)
    return found
  }
}
