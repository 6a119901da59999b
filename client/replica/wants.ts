/** Which documents belong on this device now, chosen anew when the list or the desk changes. */
import type { DocName } from '#shared/lib/ids.ts'
import type { Desk } from './desk.ts'
import type { Index } from './index-rows.ts'
import { documentsHere, wantedHere } from './reasons.ts'
import type { Status } from './status.ts'

export interface Wants {
  has(doc: DocName): boolean
  choose(now: number): void
}

export function createWants(
  index: Pick<Index<unknown>, 'list' | 'has'>,
  desk: Desk,
  status: Status,
  isOpen: (doc: DocName) => boolean,
): Wants {
  /** Null while there is room for all. */
  let wanted: ReadonlySet<DocName> | null = null
  return {
    // Without a card nothing else would show that it exists.
    has: (doc) => wanted === null || wanted.has(doc) || !index.has(doc),
    choose(now) {
      const all = index.list()
      if (all.length <= documentsHere) return void (wanted = null)
      const facts = all.map(({ name, changedAt }) => ({
        name,
        changedAt,
        isOpen: isOpen(name),
        isWaiting: status.of(name).waiting + status.of(name).refused > 0,
        isPinned: desk.isPinned(name),
        openedAt: desk.openedAt(name),
      }))
      wanted = wantedHere(facts, now)
    },
  }
}
