/**
 * What a device does on a new socket before anything else: takes up the relay's epoch, numbers its work above what the
 * relay knows, and compares what a restored relay may lack. Left out: the parts' own work.
 */
import type { DocName } from '#shared/lib/ids.ts'
import { keepAddress } from './address.ts'
import { adoptEpoch, compareAll, type CompareParts } from './epoch.ts'

export interface BeginParts extends CompareParts {
  now(): number
  isClosed(): boolean
  /** Records the relay does not know stand in the outbox, in their order. */
  bringRecords(): Promise<void>
  /** Pushing, opening and the feed may go on. */
  ready(): void
  /** What the relay lacked stands in the outbox. */
  brought(): void
}

/** Answers the documents that are to be compared again once something comes from others. */
export async function beginSync(parts: BeginParts): Promise<readonly DocName[]> {
  const { store, link, status } = parts
  const generation = link.generation()
  const epoch = link.welcome()?.epoch
  if (epoch === undefined) return []
  await adoptEpoch(store, status, epoch)
  // On a full disk what waits is pushed all the same: the relay tells used numbers from repeats.
  await store
    .numberAbove(link.welcome()?.pushed ?? 0)
    .catch((fault: unknown) => console.error('the outbox keeps its old count', fault))
  await keepAddress(parts)
  await parts.bringRecords()
  if (generation !== link.generation() || parts.isClosed()) return []
  status.noteClock(link.clockOffMs())
  // Not before: until the epoch is known nothing says what a restored relay lacks.
  status.noteLink('ready')
  status.noteHeard()
  parts.ready()
  const owed = await compareAll(parts, parts.now())
  if (owed !== null) parts.brought()
  return owed ?? []
}
