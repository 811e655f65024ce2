import type { PublishedRecord } from '#exports/published.ts'

const records = new Map<string, Promise<PublishedRecord>>()

const ownAddress = (): string =>
  document.querySelector<HTMLLinkElement>('link[rel="alternate"][type="application/json"]')?.href ?? ''

/** The JSON of a record, of this page’s where no address is given, fetched once. Rejects where it cannot be had. */
export function publishedRecord(address = ownAddress()): Promise<PublishedRecord> {
  const known = records.get(address)
  if (known) return known
  const read = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`${address} answered ${response.status}`)
    return (await response.json()) as PublishedRecord
  })
  // What failed once, as without a connection, is tried again at the next click.
  read.catch(() => records.delete(address))
  records.set(address, read)
  return read
}
