import { sep } from 'node:path'

/** What tells of changed files, by path. */
interface Watcher {
  add(path: string): unknown
  on(event: 'all', listener: (event: string, path: string) => void): unknown
}

// One save is told of more than once: as an empty file and then a full one, or as a file that goes and one that comes.
const SETTLED_MS = 20

/** Calls `changed` once after each save of anything below a folder of content. */
export function followContent(content: string, watcher: Watcher, changed: () => void): void {
  let settled: NodeJS.Timeout | undefined
  watcher.add(content)
  watcher.on('all', (_event, path) => {
    if (!path.startsWith(`${content}${sep}`)) return
    clearTimeout(settled)
    settled = setTimeout(changed, SETTLED_MS)
  })
}
