import type { Picture, Shape } from './shapes.ts'

// Twice as sharp as the page, as far as browsers make canvases.
const [SHARP, MOST] = [2, 16_000]

function draw(context: CanvasRenderingContext2D, shape: Shape): void {
  context.save()
  context.fillStyle = shape.fill === 'none' ? 'transparent' : shape.fill
  context.strokeStyle = shape.stroke === 'none' ? 'transparent' : shape.stroke
  context.lineWidth = shape.strokeWidth
  context.setLineDash([...shape.dash])
  if (shape.is === 'outline') {
    context.transform(...shape.matrix)
    const path = new Path2D(shape.d)
    context.fill(path)
    if (shape.stroke !== 'none') context.stroke(path)
  } else {
    context.font = `${shape.weight} ${shape.size}px ${shape.family}`
    context.translate(shape.x, shape.y)
    // Faces of the page may be narrower than the canvas sets them.
    context.scale(shape.width / (context.measureText(shape.text).width || shape.width), 1)
    if (shape.stroke !== 'none') context.strokeText(shape.text, 0, 0)
    context.fillText(shape.text, 0, 0)
  }
  context.restore()
}

/**
 * A picture as a PNG file. It is painted stroke by stroke: an SVG as an image would need an address that the policy of
 * the pages does not allow. Null where the browser makes no canvas.
 */
export async function pngFile({ width, height, ground, shapes }: Picture): Promise<Blob | null> {
  const scale = Math.min(SHARP, MOST / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * scale)
  canvas.height = Math.ceil(height * scale)
  const context = canvas.getContext('2d')
  if (!context) return null
  context.scale(scale, scale)
  context.fillStyle = ground
  context.fillRect(0, 0, width, height)
  for (const shape of shapes) draw(context, shape)
  return new Promise((done) => canvas.toBlob(done, 'image/png'))
}
