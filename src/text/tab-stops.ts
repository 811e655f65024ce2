const TAG = /<(\/?)(details|a|button|input|select|textarea|summary)\b([^<>]*)|\stabindex="0"/g
const HIDDEN = /\btype="?hidden\b/
const OPEN = /\sopen\b/

/**
 * How many stops the Tab key makes in some HTML as it is first shown: what lies in closed `details` is none, their
 * summary is one. An element that is written with `tabindex="0"` is a stop.
 */
export function tabStops(html: string): number {
  let stops = 0
  // For each `details` around: whether it is closed.
  const around: boolean[] = []
  const closed = () => around.includes(true)
  for (const [, end, name, attributes = ''] of html.matchAll(TAG)) {
    if (name === 'details') {
      if (end) around.pop()
      else around.push(!OPEN.test(attributes))
    } else if (name === 'summary') {
      if (!end && !around.slice(0, -1).includes(true)) stops += 1
    } else if (!end && !closed() && !(name === 'input' && HIDDEN.test(attributes))) stops += 1
  }
  return stops
}
