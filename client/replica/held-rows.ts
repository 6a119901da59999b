/**
 * Which relay rows of each document stand here above a hole, so that a head can move past them once the hole is filled.
 * Only rows whose bytes are stored are entered. Kept per tab in memory: forgetting it costs a pull, nothing else.
 */
import type { DocName } from '#shared/lib/ids.ts'

export interface HeldRows {
  /** The head after `seqs` are held, too; `from` is the head so far. Pure: entered by `keep` after the commit. */
  reach(doc: DocName, from: number, seqs: readonly number[]): number
  keep(doc: DocName, head: number, seqs: readonly number[]): void
  hasHole(doc: DocName): boolean
  clear(): void
}

export function createHeldRows(): HeldRows {
  const above = new Map<DocName, Set<number>>()
  return {
    reach(doc, from, seqs) {
      const held = above.get(doc)
      const fresh = new Set(seqs)
      let head = from
      while (fresh.has(head + 1) || held?.has(head + 1) === true) head += 1
      return head
    },
    keep(doc, head, seqs) {
      const left = [...(above.get(doc) ?? []), ...seqs].filter((seq) => seq > head)
      if (left.length > 0) above.set(doc, new Set(left))
      else above.delete(doc)
    },
    hasHole: (doc) => above.has(doc),
    clear: () => above.clear(),
  }
}
