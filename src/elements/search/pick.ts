/**
 * The first element of a type that a selector finds. Throws with the selector: the page and its script then do not
 * belong together.
 */
export function pick<T extends Element>(
  root: ParentNode,
  selector: string,
  type: abstract new (...parameters: never[]) => T,
): T {
  const found = root.querySelector(selector)
  if (!(found instanceof type)) throw new Error(`the page has no ${selector}`)
  return found
}
