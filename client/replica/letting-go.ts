/**
 * Keeps this device within its room, little by little: first old history becomes one change, then documents without a
 * reason are let go. Nothing is taken that somebody has open; should a tab not answer, its edits are safe all the same
 * (Store.letGo, docs/decisions.md 7). Left out: what has a reason (reasons.ts).
 */
import type { DocName } from '#shared/lib/ids.ts'
import type { DeviceEnvironment } from './environment.ts'
import type { IndexEntry } from './index-rows.ts'
import type { Room } from './room.ts'
import type { Head, IndexRow, Store } from './store.ts'
import type { Wants } from './wants.ts'

/** Documents, or packs of one, taken in one go; the disk is others' in between. */
const atOnce = 20
/** How long other tabs have to say what they have open. */
const answerMs = 500
const yearMs = 365 * 24 * 3_600_000
/** More of the room than this is not for history while there is no room for documents. */
const historyShare = 0.25

export interface LettingGoParts {
  readonly environment: DeviceEnvironment
  readonly store: Store
  readonly wants: Wants
  listed(): readonly IndexEntry<unknown>[]
  room(): Room
  /** The relay's epoch while this tab leads and is signed in. */
  epoch(): string | null
  /** Open in this tab, or on its way here. */
  isBusy(doc: DocName): boolean
  /** What other tabs answer until `answered` is called. */
  askOthers(heard: (open: readonly DocName[]) => void): void
  gone(rows: readonly IndexRow[]): void
}

/** True when there may be more to take. */
export async function letSomeGo(parts: LettingGoParts): Promise<boolean> {
  const { environment, store, wants } = parts
  const epoch = parts.epoch()
  if (epoch === null || store.kind === 'memory') return false
  const heads = await store.heads()
  wants.weigh(heads)
  const pruned = await pruneSome(parts, heads)
  if (pruned) return true
  wants.choose(environment.now())
  const wanted = wants.chosen()
  const beyond = parts
    .listed()
    .filter(({ name, isHere }) => isHere && wanted?.has(name) === false)
    .sort((a, b) => a.changedAt - b.changedAt)
  if (beyond.length === 0) return false
  const open = new Set<DocName>()
  parts.askOthers((docs) => docs.forEach((doc) => open.add(doc)))
  await new Promise<void>((answered) => void environment.after(answerMs, answered))
  const byName = new Map(heads.map((head) => [head.doc, head]))
  const chosen = beyond.flatMap(({ name }) => (open.has(name) ? [] : (byName.get(name) ?? [])))
  const gone: IndexRow[] = []
  for (const head of chosen) {
    if (gone.length === atOnce || parts.epoch() !== epoch) break
    if (parts.isBusy(head.doc) || head.epoch !== epoch) continue
    const card = await store.letGo(head)
    if (card !== null) gone.push(card)
  }
  if (gone.length > 0) parts.gone(gone)
  return gone.length === atOnce
}

/** One document's; true when something was taken. */
async function pruneSome(
  { environment, store, room }: LettingGoParts,
  heads: readonly Head[],
): Promise<boolean> {
  const most = room().bytes
  const sum = (of: (head: Head) => number): number => heads.reduce((all, one) => all + of(one), 0)
  if (sum(({ bytes }) => bytes) <= most) return false
  const yearAgo = environment.now() - yearMs
  const isTooMuch = sum(({ past }) => past) > most * historyShare
  const oldestFirst = heads
    .flatMap(({ doc, pastFrom }) => (pastFrom === null ? [] : [{ doc, pastFrom }]))
    .filter(({ pastFrom }) => isTooMuch || pastFrom < yearAgo)
    .sort((a, b) => a.pastFrom - b.pastFrom)
  const [oldest] = oldestFirst
  if (oldest === undefined) return false
  const { mergePacks } = await import('./prune.ts')
  return store.prune(oldest.doc, Math.max(yearAgo, oldest.pastFrom + 1), mergePacks)
}
