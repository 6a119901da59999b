/** Two tabs on one disk, and what people and the relay do in them as steps that can be put in any order. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import * as z from 'zod/mini'
import * as Y from 'yjs'
import { fold } from '#client/replica/fold.ts'
import { openStore } from '#client/replica/open-store.ts'
import type { Store } from '#client/replica/store.ts'
import { workspaceIdSchema } from '#shared/protocol/names.ts'
import { createFakeDevice, createTestClock, docName } from './fake-device.ts'
import { createFakeRelay, workspaceId } from './fake-relay.ts'

export const doc = docName('a')
export const epoch = 'first'

export interface Tab {
  readonly store: Store
  readonly shown: Y.Doc
  lastKey: number
  fold: { readonly write: () => Promise<boolean> } | null
}
/** What must be true, kept beside the store. */
interface Model {
  /** Keys that are in the document. */
  readonly here: Set<string>
  /** Own edits the relay has not acknowledged: key → n. */
  readonly waiting: Map<string, number>
  /** What the relay has. */
  readonly rows: Map<number, Uint8Array>
  nextRow: number
}
export interface World {
  readonly tabs: readonly [Tab, Tab]
  readonly model: Model
}
export type Step = (world: World) => Promise<void>

export const writes = (key: string): Uint8Array => {
  const from = new Y.Doc()
  from.getMap('fields').set(key, true)
  return Y.encodeStateAsUpdate(from)
}

export const edits =
  (tab: 0 | 1, key: string): Step =>
  async ({ tabs, model }) => {
    const { row } = await tabs[tab].store.edit(doc, {
      bytes: writes(key),
      note: new Uint8Array(0),
      at: 1,
      index: null,
    })
    model.here.add(key)
    model.waiting.set(key, row.n)
  }
export const receives =
  (tab: 0 | 1, key: string): Step =>
  async ({ tabs, model }) => {
    const seq = (model.nextRow += 1)
    const row = { seq, device: 9, at: 1, note: new Uint8Array(0), bytes: writes(key) }
    model.rows.set(seq, row.bytes)
    await tabs[tab].store.remote(doc, [row], { epoch })
    model.here.add(key)
  }
export const acknowledges =
  (tab: 0 | 1): Step =>
  async ({ tabs, model }) => {
    for (const [key, n] of model.waiting) {
      const seq = (model.nextRow += 1)
      const out = (await tabs[tab].store.outRows(0, 99)).find((row) => row.n === n)
      if (out !== undefined) model.rows.set(seq, out.bytes)
      await tabs[tab].store.acknowledge([{ n, seq, doc }], epoch)
      model.waiting.delete(key)
    }
  }
export const refuses =
  (tab: 0 | 1): Step =>
  async ({ tabs, model }) => {
    const [, lowest] = [...model.waiting].sort(([, a], [, b]) => a - b)[0] ?? []
    if (lowest === undefined) return
    await tabs[tab].store.refuse(doc, lowest, 'too-large', 1)
    for (const key of model.waiting.keys()) model.here.delete(key)
    model.waiting.clear()
  }
export const catchesUp =
  (tab: 0 | 1): Step =>
  async ({ tabs }) => {
    const { store, shown, lastKey } = tabs[tab]
    const loaded = await store.load(doc, lastKey)
    for (const update of loaded.updates) Y.applyUpdate(shown, update)
    tabs[tab].lastKey = loaded.lastKey
  }
const gate = (): readonly [passed: Promise<void>, open: () => void] => {
  let open = (): void => undefined
  return [new Promise((resolve) => (open = resolve)), () => open()]
}
/** The first of a fold's two transactions; what was read waits for the second. */
export const readsToFold =
  (tab: 0 | 1): Step =>
  async ({ tabs }) => {
    const own = tabs[tab]
    const [written, write] = gate()
    const [hasRead, read] = gate()
    const done = own.store.fold(doc, 1, async (from) => {
      const folded = await fold(from)
      read()
      await written
      return folded
    })
    own.fold = {
      write: () => {
        write()
        return done
      },
    }
    await Promise.race([hasRead, done])
  }
export const writesTheFold =
  (tab: 0 | 1): Step =>
  async ({ tabs }) => {
    await tabs[tab].fold?.write()
  }

/** All ways to run two programs beside each other. */
export function* orders(one: number, other: number): Generator<readonly (0 | 1)[]> {
  if (one === 0 && other === 0) return yield []
  if (one > 0) for (const rest of orders(one - 1, other)) yield [0, ...rest]
  if (other > 0) for (const rest of orders(one, other - 1)) yield [1, ...rest]
}
/** Nobody dies, or one tab does after so many of its steps. */
export const deaths = (lengths: readonly [number, number]) => [
  { tab: null, after: 0 },
  ...([0, 1] as const).flatMap((tab) =>
    Array.from({ length: lengths[tab] }, (_, after) => ({ tab, after })),
  ),
]

export async function openWorld(): Promise<World> {
  const { environment } = await createFakeDevice(createFakeRelay(), createTestClock())
  const indexedDB = new IDBFactory()
  const open = async (): Promise<Tab> => ({
    store: await openStore({ ...environment, indexedDB }, z.parse(workspaceIdSchema, workspaceId)),
    shown: new Y.Doc(),
    lastKey: 0,
    fold: null,
  })
  const model: Model = {
    here: new Set(),
    waiting: new Map(),
    rows: new Map(),
    nextRow: 0,
  }
  const world: World = { tabs: [await open(), await open()], model }
  await receives(0, 'first')(world)
  return world
}

export const keysOf = (updates: readonly Uint8Array[]): string[] => {
  const whole = new Y.Doc()
  for (const update of updates) Y.applyUpdate(whole, update)
  return [...whole.getMap('fields').keys()].sort()
}
