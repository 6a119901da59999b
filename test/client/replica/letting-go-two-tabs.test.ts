/**
 * One tab lets a document go while another edits, receives, pulls or refuses: every order of their transactions, with
 * either tab dead from any point on, driven through the real store. Nothing is ever only on this device and then not; no
 * head says more than is here; and a pull from where the head is brings all of it back.
 */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Head } from '#client/replica/store.ts'
import {
  acknowledges,
  catchesUp,
  deaths,
  doc,
  epoch,
  keysOf,
  openWorld,
  orders,
  readsToFold,
  receives,
  refuses,
  writes,
  writesTheFold,
  type Step,
  type World,
} from './two-tabs.ts'

interface Asked {
  chosen: Head | null
  /** Rows that are on their way to each tab. */
  readonly coming: [readonly number[], readonly number[]]
  letGo: number
}
const asked = new WeakMap<World, Asked>()
const askedIn = (world: World): Asked => {
  const known = asked.get(world) ?? { chosen: null, coming: [[], []], letGo: 0 }
  asked.set(world, known)
  return known
}

/** As a command in an open document: what it writes rests on what this tab wrote before. */
const edits =
  (tab: 0 | 1, key: string): Step =>
  async ({ tabs, model }) => {
    const { store, shown } = tabs[tab]
    let bytes: Uint8Array = new Uint8Array(0)
    shown.once('update', (update) => (bytes = update))
    shown.getMap('fields').set(key, true)
    const { row } = await store.edit(doc, { bytes, note: new Uint8Array(0), at: 1, index: null })
    model.here.add(key)
    model.waiting.set(key, row.n)
  }
const chooses =
  (tab: 0 | 1): Step =>
  async (world) => {
    askedIn(world).chosen = await world.tabs[tab].store.head(doc)
  }
const letsGo =
  (tab: 0 | 1): Step =>
  async (world) => {
    const own = askedIn(world)
    if (own.chosen === null) return
    const card = await world.tabs[tab].store.letGo(own.chosen)
    if (card !== null) own.letGo += 1
  }
const pulls =
  (tab: 0 | 1): Step =>
  async (world) => {
    const seq = (await world.tabs[tab].store.head(doc))?.seq ?? 0
    askedIn(world).coming[tab] = [...world.model.rows.keys()].filter((row) => row > seq)
  }
const isAnswered =
  (tab: 0 | 1): Step =>
  async (world) => {
    const rows = askedIn(world).coming[tab].map((seq) => ({
      seq,
      device: 9,
      at: 1,
      note: new Uint8Array(0),
      bytes: world.model.rows.get(seq) ?? new Uint8Array([0, 0]),
    }))
    if (rows.length > 0) await world.tabs[tab].store.remote(doc, rows, { epoch, joins: true })
  }
/** On the channel of an open document, row by row. */
const arrives =
  (tab: 0 | 1, seq: number): Step =>
  async ({ tabs, model }) => {
    const bytes = model.rows.get(seq)
    if (bytes === undefined) return
    const row = { seq, device: 9, at: 1, note: new Uint8Array(0), bytes }
    await tabs[tab].store.remote(doc, [row], { epoch })
  }
/** A row that no tab was sent. */
const isWrittenElsewhere =
  (key: string): Step =>
  async ({ model }) => {
    model.rows.set((model.nextRow += 1), writes(key))
    model.here.add(key)
  }

const programs: readonly (readonly [name: string, one: readonly Step[], other: readonly Step[]])[] =
  [
    [
      'an edit in the other tab',
      [chooses(0), letsGo(0), pulls(0), isAnswered(0)],
      [edits(1, 'b'), edits(1, 'c'), acknowledges(1), receives(1, 'd')],
    ],
    [
      'rows above a hole in the other tab',
      [pulls(0), isAnswered(0), chooses(0), letsGo(0)],
      [isWrittenElsewhere('x'), receives(1, 'y'), arrives(1, 1), arrives(1, 2)],
    ],
    [
      'a fold, and an answer that was asked for before',
      [readsToFold(0), chooses(0), letsGo(0), writesTheFold(0)],
      [pulls(1), isWrittenElsewhere('x'), isAnswered(1), edits(1, 'b')],
    ],
    [
      'a refusal',
      [chooses(0), letsGo(0), chooses(0), letsGo(0)],
      [edits(1, 'b'), refuses(1), catchesUp(1), receives(1, 'c')],
    ],
    [
      'two tabs that both believe they lead',
      [chooses(0), letsGo(0), pulls(0), isAnswered(0)],
      [chooses(1), letsGo(1), pulls(1), isAnswered(1)],
    ],
  ]

async function check(world: World, dead: 0 | 1 | null): Promise<void> {
  const { tabs, model } = world
  const { store } = tabs[dead === 0 ? 1 : 0]
  const rows = [...model.rows]
  expect((await store.outRows(0, 99)).map(({ n }) => n)).toEqual(
    [...model.waiting.values()].sort((a, b) => a - b),
  )
  const refused = (await store.refused()).map(({ bytes }) => bytes)
  const stored = (await store.load(doc)).updates
  const everywhere = [...stored, ...refused, ...rows.map(([, bytes]) => bytes)]
  expect(keysOf(everywhere)).toEqual(expect.arrayContaining([...model.here]))
  const head = await store.head(doc)
  const claimed = rows.flatMap(([seq, bytes]) => (seq <= (head?.seq ?? 0) ? [bytes] : []))
  expect(keysOf(stored)).toEqual(expect.arrayContaining(keysOf(claimed)))
  // The next start.
  const live = dead === 0 ? 1 : 0
  await pulls(live)(world)
  await isAnswered(live)(world)
  expect(keysOf((await store.load(doc)).updates)).toEqual([...model.here].sort())
  expect((await store.head(doc))?.seq).toBe(model.nextRow)
}

test.each(programs)(
  '%s: in every order, with either tab dead from any point on',
  async (_name, one, other) => {
    const lengths = [one.length, other.length] as const
    let letGo = 0
    for (const order of orders(...lengths)) {
      for (const { tab: dead, after } of deaths(lengths)) {
        const world = await openWorld()
        const [{ store }, { shown }] = world.tabs
        await store.putNote('epoch', epoch)
        await store.putIndex({ doc, summary: 'mug', changedAt: 1, isHere: true })
        Y.applyUpdate(shown, world.model.rows.get(1) ?? new Uint8Array([0, 0]))
        const done = [0, 0]
        for (const tab of order) {
          const index = done[tab] ?? 0
          if (tab === dead && index >= after) continue
          await (tab === 0 ? one : other)[index]?.(world)
          done[tab] = index + 1
        }
        letGo += askedIn(world).letGo
        try {
          await check(world, dead)
        } catch (fault) {
          throw new Error(`order ${order.join('')}, tab ${dead} dead after ${after}`, {
            cause: fault,
          })
        }
        for (const tab of world.tabs) tab.store.close()
      }
    }
    expect(letGo).toBeGreaterThan(9)
  },
  120_000,
)
