/**
 * Which documents belong on this device now, chosen anew when the list, the desk or the room changes. What each takes is
 * known from the heads as they were last read. Left out: fetching (pulling.ts) and letting go (letting-go.ts).
 */
import type { DocName } from '#shared/lib/ids.ts'
import type { Desk } from './desk.ts'
import type { Index } from './index-rows.ts'
import { wantedHere, type Reason } from './reasons.ts'
import type { Room } from './room.ts'
import type { Status } from './status.ts'
import type { Head } from './store.ts'

/** How full the room is, and why what is here is here. */
export interface Kept {
  readonly here: number
  readonly bytes: number
  readonly listed: number
  readonly reasons: Readonly<Record<Reason | 'newest', number>>
}

export interface Wants {
  has(doc: DocName): boolean
  choose(now: number): void
  /** Heads as they are on the disk now. */
  weigh(heads: readonly Head[]): void
  /** Here without a reason and beyond the room, the oldest change first. */
  beyond(): readonly DocName[]
  kept(now: number): Kept
}

export function createWants(
  index: Pick<Index<unknown>, 'list' | 'has' | 'isHere'>,
  desk: Pick<Desk, 'isPinned' | 'openedAt'>,
  status: Pick<Status, 'of'>,
  isOpen: (doc: DocName) => boolean,
  room: () => Room,
): Wants {
  /** Null while there is room for all. */
  let wanted: ReadonlyMap<DocName, Reason | 'newest'> | null = null
  let weights: ReadonlyMap<DocName, number> = new Map()
  let total = 0

  const judged = (now: number): ReadonlyMap<DocName, Reason | 'newest'> => {
    const facts = index.list().map(({ name, changedAt }) => ({
      name,
      changedAt,
      isOpen: isOpen(name),
      isWaiting: status.of(name).waiting + status.of(name).refused > 0,
      isPinned: desk.isPinned(name),
      openedAt: desk.openedAt(name),
      bytes: weights.get(name) ?? null,
    }))
    return wantedHere(facts, now, room())
  }
  return {
    // Without a card nothing else would show that it exists; and what is here is kept up with while it is.
    has: (doc) => wanted === null || wanted.has(doc) || !index.has(doc) || index.isHere(doc),
    choose(now) {
      const { documents, bytes } = room()
      wanted = index.list().length <= documents && total <= bytes ? null : judged(now)
    },
    weigh(heads) {
      const known = new Map<DocName, number>()
      total = 0
      for (const { doc, seq, bytes, took } of heads) {
        // Announced only, never here: nothing is known of it.
        if (seq > 0 || bytes > 0) known.set(doc, bytes)
        else if (took !== null) known.set(doc, took)
        total += known.get(doc) ?? 0
      }
      weights = known
    },
    beyond: () =>
      wanted === null
        ? []
        : index
            .list()
            .filter(({ name, isHere }) => isHere && wanted?.has(name) === false)
            .sort((a, b) => a.changedAt - b.changedAt)
            .map(({ name }) => name),
    kept(now) {
      const all = judged(now)
      const reasons = { open: 0, waiting: 0, pinned: 0, opened: 0, newest: 0 }
      let [here, bytes] = [0, 0]
      for (const { name, isHere } of index.list()) {
        if (!isHere) continue
        here += 1
        bytes += weights.get(name) ?? 0
        reasons[all.get(name) ?? 'newest'] += 1
      }
      return { here, bytes, listed: index.list().length, reasons }
    },
  }
}
