/** An answer is longer than anybody asked for. */
export class TooLong extends Error {}

/**
 * The text of an answer, of at most so many bytes as they come: what a server packed can be a thousand times as large
 * as it says. Rejects with TooLong for more.
 */
export async function boundedText(response: Response, most: number): Promise<string> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  // Leaving the loop ends the request.
  for await (const piece of response.body ?? []) {
    bytes += piece.length
    if (bytes > most) throw new TooLong(`over ${Math.floor(most / 1_000_000)} MB`)
    pieces.push(piece)
  }
  return new TextDecoder().decode(Buffer.concat(pieces))
}
