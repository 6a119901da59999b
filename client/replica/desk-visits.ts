/**
 * When this person was here, and what of the handover page they have done with, kept on this device alone (docs/decisions.md, 33):
 * `<begin>`: end of a visit, ms; `read`: when the page was last opened; `left <what>`: a value that may stay as it is.
 */
import type { Desk } from './desk.ts'

export interface DeskVisits {
  /** Oldest first. */
  list(): readonly { readonly from: number; readonly to: number }[]
  /** Instead of the one that began with it; of many the oldest go. */
  note(visit: { readonly from: number; readonly to: number }): void
  readAt(): number
  noteRead(now: number): void
  isLeft(what: string, as: string): boolean
  /** Until it is another. */
  leave(what: string, as: string | null): void
  subscribe(listener: () => void): () => void
}

/** Of some weeks: the page looks back two. */
const visitsKept = 100
const leftKept = 200

export function createDeskVisits(desk: Pick<Desk, 'map'>): DeskVisits {
  const [map, left] = [desk.map('visits'), desk.map('left')]
  const list = () =>
    [...map]
      .flatMap(([key, to]) =>
        /^\d+$/.test(key) && typeof to === 'number' ? [{ from: Number(key), to }] : [],
      )
      .sort((one, other) => one.from - other.from)
  return {
    list,
    note({ from, to }) {
      if (map.get(String(from)) === to) return
      map.set(String(from), to)
      for (const old of list().slice(0, -visitsKept)) map.delete(String(old.from))
    },
    readAt() {
      const at = map.get('read')
      return typeof at === 'number' ? at : 0
    },
    noteRead: (now) => void map.set('read', now),
    isLeft: (what, as) => left.get(what) === as,
    leave(what, as) {
      if (as === null) left.delete(what)
      else left.set(what, as)
      for (const old of [...left.keys()].slice(0, -leftKept)) left.delete(old)
    },
    subscribe(listener) {
      map.observe(listener)
      left.observe(listener)
      return () => {
        map.unobserve(listener)
        left.unobserve(listener)
      }
    },
  }
}
