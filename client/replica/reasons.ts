/**
 * Why a document is on this device. While there is room everything is; beyond that what a person has to do with, and the
 * newest. For the rest a card stands in the list.
 */
import type { DocName } from '#shared/lib/ids.ts'
import type { Room } from './room.ts'

const openedMs = 30 * 24 * 3_600_000

export interface WantFacts {
  readonly name: DocName
  readonly changedAt: number
  readonly isOpen: boolean
  /** Something of it waits to be sent, or was refused. */
  readonly isWaiting: boolean
  readonly isPinned: boolean
  readonly openedAt: number | null
  /** What it takes here, or took when it was here; null: it never was. */
  readonly bytes: number | null
  /** A task: thousands of them take less than a hundred briefs, so they count by bytes alone. */
  readonly isSmall?: boolean
}

export type Reason = 'open' | 'waiting' | 'pinned' | 'opened'

export function reasonFor(facts: WantFacts, now: number): Reason | null {
  if (facts.isOpen) return 'open'
  if (facts.isWaiting) return 'waiting'
  if (facts.isPinned) return 'pinned'
  return facts.openedAt !== null && now - facts.openedAt < openedMs ? 'opened' : null
}

/** Those with a reason whatever they take, and the newest of the others as long as all together have room. */
export function wantedHere(
  all: readonly WantFacts[],
  now: number,
  room: Room,
): ReadonlyMap<DocName, Reason | 'newest'> {
  const wanted = new Map<DocName, Reason | 'newest'>()
  const others: WantFacts[] = []
  let bytes = 0
  let counted = 0
  // What never was here takes about what the others take.
  const usual = mean(all.flatMap((facts) => facts.bytes ?? []))
  for (const facts of all) {
    const reason = reasonFor(facts, now)
    if (reason === null) {
      others.push(facts)
      continue
    }
    wanted.set(facts.name, reason)
    if (facts.isSmall !== true) counted += 1
    bytes += facts.bytes ?? usual
  }
  for (const facts of others.sort((a, b) => b.changedAt - a.changedAt)) {
    bytes += facts.bytes ?? usual
    if (bytes > room.bytes) break
    if (facts.isSmall !== true && counted >= room.documents) continue
    if (facts.isSmall !== true) counted += 1
    wanted.set(facts.name, 'newest')
  }
  return wanted
}

const mean = (all: readonly number[]): number =>
  all.length === 0 ? 0 : all.reduce((sum, one) => sum + one, 0) / all.length
