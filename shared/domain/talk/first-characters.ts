/** The beginning of a text, never half a character as its readers see it; `limit` in UTF-16 units, the ellipsis beside it. */
export function firstCharacters(text: string, limit: number): string {
  if (text.length <= limit) return text
  let end = 0
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(0, limit + 32))) {
    if (index + segment.length > limit) break
    end = index + segment.length
  }
  return `${text.slice(0, end).trimEnd()}…`
}
