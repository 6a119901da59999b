/**
 * Why a document is on this device. While there is room everything is; beyond that what a person has to do with, and the
 * newest. For the rest a card stands in the list.
 */
import type { DocName } from '#shared/lib/ids.ts'

/** Documents a device keeps without a reason of their own (DESIGN: up to 2,000). */
export const documentsHere = 2_000
const openedMs = 30 * 24 * 3_600_000

export interface WantFacts {
  readonly name: DocName
  readonly changedAt: number
  readonly isOpen: boolean
  /** Something of it waits to be sent, or was refused. */
  readonly isWaiting: boolean
  readonly isPinned: boolean
  readonly openedAt: number | null
}

export type Reason = 'open' | 'waiting' | 'pinned' | 'opened'

export function reasonFor(facts: WantFacts, now: number): Reason | null {
  if (facts.isOpen) return 'open'
  if (facts.isWaiting) return 'waiting'
  if (facts.isPinned) return 'pinned'
  return facts.openedAt !== null && now - facts.openedAt < openedMs ? 'opened' : null
}

/** Those with a reason, and the newest of the others up to `room` documents together. */
export function wantedHere(
  all: readonly WantFacts[],
  now: number,
  room = documentsHere,
): ReadonlySet<DocName> {
  const wanted = new Set<DocName>()
  for (const facts of all) if (reasonFor(facts, now) !== null) wanted.add(facts.name)
  const newest = all
    .filter(({ name }) => !wanted.has(name))
    .sort((a, b) => b.changedAt - a.changedAt)
  for (const { name } of newest.slice(0, Math.max(0, room - wanted.size))) wanted.add(name)
  return wanted
}
