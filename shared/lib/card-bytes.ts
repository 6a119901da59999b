/** A card as bytes: JSON within a limit, for which the end of a long title is left out, never half a letter. */

/** `limit` in bytes; what is not the title must fit it. */
export function cardBytes<Card extends { readonly title: string }>(
  card: Card,
  limit: number,
): Uint8Array {
  const letters = [...new Intl.Segmenter().segment(card.title)].map(({ segment }) => segment)
  const encoder = new TextEncoder()
  for (let length = letters.length; ; length -= 1) {
    const title = letters.slice(0, length).join('')
    const bytes = encoder.encode(JSON.stringify({ ...card, title }))
    if (bytes.byteLength <= limit || length === 0) return bytes
  }
}

/** Null for what is no card. */
export function cardIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}
