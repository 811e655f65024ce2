/** Loads a file as JSON; rejects where it cannot be had. */
export async function json(address: string, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(address, signal ? { signal } : {})
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}
