/** Another knowledge base whose index is searched beside this one. */
export interface Peer {
  readonly name: string
  /** Its address, ending in `/`. */
  readonly url: string
}

/** Reads the peers that the owner named in `site.yaml`, as the page carries them. */
export function readPeers(text: string): Peer[] {
  const list: unknown = JSON.parse(text)
  return (Array.isArray(list) ? list : []).flatMap((item: unknown): Peer[] => {
    if (
      typeof item !== 'object' ||
      item === null ||
      !('name' in item) ||
      !('url' in item) ||
      typeof item.url !== 'string'
    )
      return []
    return [{ name: String(item.name), url: item.url.replace(/\/?$/, '/') }]
  })
}
