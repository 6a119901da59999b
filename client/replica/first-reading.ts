/**
 * What a start reads from the disk, in the order in which a person misses it: the list, what waits, the people; heads, which
 * are for what comes from the relay, after them.
 */
import type { Index } from './index-rows.ts'
import type { People } from './people.ts'
import type { Rights } from './rights.ts'
import { noteRefused } from './refusals.ts'
import type { Status } from './status.ts'
import type { Head, Store } from './store.ts'

export interface FirstReading {
  readonly store: Store
  readonly status: Status
  readonly index: Pick<Index<unknown>, 'start'>
  readonly people: Pick<People, 'start'>
  readonly rights: Pick<Rights, 'read'>
}

export async function readFirst({
  store,
  status,
  index,
  people,
  rights,
}: FirstReading): Promise<void> {
  // Asked at once; the disk answers in this order.
  await Promise.all([
    index.start(),
    store.outbox().then(status.noteWaiting),
    store.getNote('epoch').then((epoch) => epoch !== undefined && status.noteHeard()),
    noteRefused(store, status),
    people.start(),
    rights.read(),
  ])
}

/** What is here and stands in the list as a card all the same, as the page ended before its row was made, gets its row. */
export async function readHeads(
  store: Store,
  status: Status,
  index: Pick<Index<unknown>, 'isHere' | 'touch'>,
): Promise<readonly Head[]> {
  const heads = await store.heads()
  const here = heads.filter(({ seq }) => seq > 0).map(({ doc }) => doc)
  status.noteKnown(here)
  for (const doc of here) if (!index.isHere(doc)) index.touch(doc, null)
  return heads
}

/** Asked for while all is well: on a bad day they may not be there to fetch. */
export function fetchParts(): void {
  Promise.all([
    import('./updates.ts'),
    import('./notes.ts'),
    import('./summarise-stored.ts'),
  ]).catch((fault: unknown) => console.error('parts of the app are missing', fault))
}
