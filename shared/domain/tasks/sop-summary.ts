/**
 * The list row of a version of the SOP: its whole text, because lists of tasks need its stages and open nothing. Only the text
 * of what is here; a card holds none, and where only that is known the version is still to come.
 */
export interface SopSummary {
  readonly kind: 'sop'
  readonly title: string
  readonly text: string
}

/** Null so that it is made again. */
export function parseSopSummary(value: unknown): SopSummary | null {
  if (typeof value !== 'object' || value === null) return null
  const { text }: { readonly text?: unknown } = value
  return typeof text === 'string' ? { kind: 'sop', title: '', text } : null
}
