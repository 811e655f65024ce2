/** One step from a record to another. */
export interface Edge<T> {
  readonly from: string
  readonly to: string
  /** What the step was made of, for whoever reports it. */
  readonly by: T
}

/**
 * Every circle in a set of steps, once each, as its edges in order, beginning with the smallest id. Where circles share
 * records, at least one of them is given, so that mending all that are given and looking again ends with none.
 */
export function cycles<T>(edges: readonly Edge<T>[]): Edge<T>[][] {
  const next = Map.groupBy(edges, ({ from }) => from)
  const done = new Set<string>()
  const found: Edge<T>[][] = []
  for (const start of [...next.keys()].sort()) walk(start)
  return found

  // A depth-first search with its own stack: a chain of thousands must not become a depth of calls.
  function walk(start: string): void {
    if (done.has(start)) return
    const path: Edge<T>[] = []
    const waiting = [{ id: start, edges: [...(next.get(start) ?? [])] }]
    const onPath = new Set([start])
    for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
      const edge = top.edges.shift()
      if (!edge) {
        waiting.pop()
        path.pop()
        onPath.delete(top.id)
        done.add(top.id)
      } else if (onPath.has(edge.to)) {
        found.push(fromSmallest([...path, edge].slice([...onPath].indexOf(edge.to))))
      } else if (!done.has(edge.to)) {
        path.push(edge)
        onPath.add(edge.to)
        waiting.push({ id: edge.to, edges: [...(next.get(edge.to) ?? [])] })
      }
    }
  }
}

function fromSmallest<T>(circle: readonly Edge<T>[]): Edge<T>[] {
  const smallest = circle.reduce((best, { from }, index) => (from < (circle[best]?.from ?? '') ? index : best), 0)
  return [...circle.slice(smallest), ...circle.slice(0, smallest)]
}
