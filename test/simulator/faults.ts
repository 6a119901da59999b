/**
 * Planted faults: each breaks one promise of a device's store or of the relay's log, from outside, now and then. A
 * simulator that does not find them would not find the same mistake in the product either.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Store } from '#client/replica/store.ts'
import type { Log } from '#server/log/log.ts'
import { mergeByTree } from '#server/relay/compaction-merge.ts'
import type { World } from './virtual-world.ts'

export interface Fault {
  readonly name: string
  readonly wrapStore?: (store: Store, world: World) => Store
  readonly wrapLog?: (log: Log, world: World) => Log
  readonly mergeAtRelay?: (updates: readonly Uint8Array[]) => Uint8Array
  readonly foldOnDevice?: (snapshot: Uint8Array) => Uint8Array
  /** What a page puts down as it ends is not there afterwards. */
  readonly losesLeavings?: boolean
}

const nowAndThen = ({ random }: World): boolean => random.int(4) === 0

export const plantedFaults: readonly Fault[] = [
  {
    name: 'the relay acknowledges before it commits',
    wrapLog: (log) => ({
      ...log,
      async append(batches) {
        log.append(batches).catch(() => undefined)
      },
    }),
  },
  {
    name: 'an outbox row is deleted without an acknowledgement',
    wrapStore: (store, world) => ({
      ...store,
      async edit(doc, edit) {
        const written = await store.edit(doc, edit)
        if (!nowAndThen(world)) return written
        const left = await store.acknowledge(
          [{ n: written.row.n, seq: 0, doc }],
          `${await store.getNote('epoch')}`,
        )
        return { ...written, waiting: left.get(doc) ?? written.waiting }
      },
    }),
  },
  {
    name: 'the relay forgets deletions when it compacts',
    mergeAtRelay: (updates) => withoutDeletes(mergeByTree(updates)),
  },
  { name: 'the device forgets deletions when it folds', foldOnDevice: withoutDeletes },
  {
    name: "an acknowledgement takes another tab's edit with it",
    wrapStore(store) {
      const own = new Set<number>()
      return {
        ...store,
        async edit(doc, edit) {
          const written = await store.edit(doc, edit)
          own.add(written.row.n)
          return written
        },
        async acknowledge(acks, epoch) {
          const others = (await store.outRows(0, 100)).filter(({ n }) => !own.has(n))
          const taken = others.filter(({ n }) => acks.every((ack) => ack.n !== n))
          return store.acknowledge(
            [...acks, ...taken.map(({ n, doc }) => ({ n, doc, seq: 0 }))],
            epoch,
          )
        },
      }
    },
  },
  {
    name: 'a cursor passes over a row',
    wrapStore: (store, world) => ({
      ...store,
      announce: (entries, page) =>
        store.announce(nowAndThen(world) ? entries.slice(1) : entries, page),
      remote: (doc, items, given) =>
        store.remote(doc, nowAndThen(world) ? items.map(emptied) : items, given),
    }),
  },
  {
    name: 'a refusal is swallowed',
    wrapStore: (store) => ({
      ...store,
      async refuse(doc, n, reason, at) {
        const refused = await store.refuse(doc, n, reason, at)
        await store.discardRefused(doc)
        return { ...refused, refused: 0 }
      },
    }),
  },
  { name: 'what a page puts down as it ends is not kept', losesLeavings: true },
  {
    name: 'a relay that was restored is not compared with what is here',
    wrapStore: (store) => ({
      ...store,
      resetHeads: (epoch, notes) => store.resetHeads(epoch, { ...notes, compare: null }),
    }),
  },
  {
    name: 'rows that wait are not counted',
    wrapStore: (store) => ({
      ...store,
      async edit(doc, edit) {
        return { ...(await store.edit(doc, edit)), waiting: { count: 0, since: null } }
      },
    }),
  },
]

const emptied = <Item extends { readonly bytes: Uint8Array }>(item: Item, index: number): Item =>
  index === 0 ? { ...item, bytes: new Uint8Array([0, 0]) } : item

/** An update ends with its deletions: they are written again to know how long they are, and cut off. */
function withoutDeletes(update: Uint8Array): Uint8Array {
  const { ds } = Y.decodeUpdate(update)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, ds.clients.size)
  for (const [client, items] of ds.clients) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, items.length)
    for (const { clock, len } of items) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, len)
    }
  }
  const structs = update.subarray(0, update.length - encoding.length(encoder))
  return new Uint8Array([...structs, 0])
}
