import type { Places } from './index-client.ts'
import { readPeers } from './peers.ts'

/** Where the index is, as an element of the page carries it in its data; `patience` (ms) where it does not say. */
export function placesOf({ dataset }: HTMLElement, patience: number): Places {
  const { pagefind = '', catalog = '', vocabulary = '', equivalents = '', site = '', peers = '[]' } = dataset
  const whole = (path: string) => new URL(path, location.href).href
  return {
    pagefind: whole(pagefind),
    catalog: whole(catalog),
    vocabulary: whole(vocabulary),
    equivalents: whole(equivalents),
    site,
    peers: readPeers(peers),
    patience: Number(dataset['patience'] ?? patience),
  }
}
