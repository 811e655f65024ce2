// Some thirty times the catalog of ten thousand records.
const MOST_BYTES = 64_000_000

/**
 * Loads a file as JSON, never an older one than the host has: parts of different builds do not fit each other. Rejects
 * where it cannot be had, and where it is larger than any index is.
 */
export async function json(address: string, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { cache: 'no-cache', ...(signal ? { signal } : {}) })
  if (!response.ok || !response.body) throw new Error(`${address}: ${response.status}`)
  // What a server packed can be a thousand times as large: it is counted as it comes.
  let bytes = 0
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        bytes += chunk.length
        if (bytes > MOST_BYTES) controller.error(new Error(`${address} is larger than any index`))
        else controller.enqueue(chunk)
      },
    }),
  )
  return new Response(counted).json()
}
