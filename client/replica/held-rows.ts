/**
 * Which relay rows of each document stand here above a hole, so that a head can move past them once the hole is filled.
 * Only rows whose bytes are stored are entered, and they count until the document is let go or another epoch begins. Kept
 * per tab in memory: forgetting it costs a pull, nothing else.
 */
import type { DocName } from '#shared/lib/ids.ts'
import { lifeOf } from './disk-parts.ts'
import type { Head } from './store.ts'

export interface HeldRows {
  /** The head after `seqs` are held, too; `from` is the head so far. Pure: entered by `keep` after the commit. */
  reach(doc: DocName, life: string, from: number, seqs: readonly number[]): number
  keep(head: Head, seqs: readonly number[]): void
  hasHole(doc: DocName): boolean
  clear(): void
}

export function createHeldRows(): HeldRows {
  const above = new Map<DocName, { readonly life: string; readonly seqs: ReadonlySet<number> }>()
  const heldOf = (doc: DocName, life: string): ReadonlySet<number> | null => {
    const held = above.get(doc)
    return held?.life === life ? held.seqs : null
  }
  return {
    reach(doc, life, from, seqs) {
      const held = heldOf(doc, life)
      const fresh = new Set(seqs)
      let head = from
      while (fresh.has(head + 1) || held?.has(head + 1) === true) head += 1
      return head
    },
    keep(head, seqs) {
      const { doc, seq: reached } = head
      const life = lifeOf(head)
      const left = [...(heldOf(doc, life) ?? []), ...seqs].filter((seq) => seq > reached)
      if (left.length > 0) above.set(doc, { life, seqs: new Set(left) })
      else above.delete(doc)
    },
    hasHole: (doc) => above.has(doc),
    clear: () => above.clear(),
  }
}
