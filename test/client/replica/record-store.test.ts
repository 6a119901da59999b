/** Records on the disk and in memory: two tabs never fork the device's chain, in every order of their steps. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { createMemoryStore } from '#client/replica/memory-store.ts'
import { openStore } from '#client/replica/open-store.ts'
import { recordIdIn, recordLine } from '#client/replica/record-line.ts'
import type { Made, RecordRow, RecordStore } from '#client/replica/record-store.ts'
import type { Store } from '#client/replica/store.ts'
import type { DeviceId, DocName } from '#shared/lib/ids.ts'
import { workspaceIdSchema } from '#shared/protocol/names.ts'
import { createFakeDevice, createTestClock } from './fake-device.ts'
import { createFakeRelay, workspaceId } from './fake-relay.ts'

const device = 'd'.repeat(26) as DeviceId
const line = recordLine(device)
const scope = `workspace-${'w'.repeat(26)}` as DocName

const rowAfter = ({ n, id }: Made, name: string, more: Partial<RecordRow> = {}): RecordRow => ({
  id: name.padEnd(26, '0'),
  scope,
  device,
  n: n + 1,
  text: `${name} after ${id ?? 'nothing'}`,
  signature: new Uint8Array(64).fill(n),
  key: new Uint8Array(0),
  seq: 0,
  receipt: null,
  earlier: [],
  refused: null,
  ...more,
})
const receipt = (seq: number) => ({
  seq,
  receipt: { seq, at: seq, link: `l${seq}`, countersignature: new Uint8Array(0) },
})

async function openOn(indexedDB: IDBFactory): Promise<Store> {
  const { environment } = await createFakeDevice(createFakeRelay(), createTestClock())
  return openStore({ ...environment, indexedDB }, workspaceIdSchema.parse(workspaceId))
}

/** A tab makes two records: reads the newest, signs, adds; where another was first, once more. */
function tabOf(records: RecordStore, name: string) {
  let before: Made | null = null
  let made = 0
  return {
    /** One step of it; false once both are made. */
    async step(): Promise<boolean> {
      if (made === 2) return false
      if (before === null) before = await records.made()
      else {
        const added = await records.add([rowAfter(before, `${name}${made}`)], before, line, 1)
        before = null
        if (added !== null) made += 1
      }
      return true
    },
  }
}

function* orders(one: number, other: number): Generator<(0 | 1)[]> {
  if (one === 0 || other === 0) {
    yield [...Array<0>(one).fill(0), ...Array<1>(other).fill(1)]
    return
  }
  for (const rest of orders(one - 1, other)) yield [0, ...rest]
  for (const rest of orders(one, other - 1)) yield [1, ...rest]
}

async function expectChain(store: Store, count: number): Promise<void> {
  const records = await store.records()
  const rows = (await records.of(scope)).sort((a, b) => a.n - b.n)
  expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: count }, (_, at) => at + 1))
  for (const [at, { text }] of rows.entries())
    expect(text).toContain(`after ${rows[at - 1]?.id ?? 'nothing'}`)
  const out = await store.outRows(0, 99)
  expect(out.map(recordIdIn)).toEqual(rows.map(({ id }) => id))
  expect((await records.made()).n).toBe(count)
}

test('two tabs that make two records each have one chain of four, in every order of their steps', async () => {
  let runs = 0
  for (const order of orders(4, 4)) {
    const disk = new IDBFactory()
    const stores = [await openOn(disk), await openOn(disk)] as const
    const tabs = [
      tabOf(await stores[0].records(), 'a'),
      tabOf(await stores[1].records(), 'b'),
    ] as const
    for (const tab of order) await tabs[tab].step()
    for (const tab of tabs) while (await tab.step());
    await expectChain(stores[0], 4)
    for (const store of stores) store.close()
    runs += 1
  }
  expect(runs).toBe(70)
}, 60_000)

describe.each([
  ['the disk', () => openOn(new IDBFactory())],
  ['memory', async () => createMemoryStore()],
])('records on %s', (_where, open) => {
  const three = async (): Promise<{ store: Store; records: RecordStore }> => {
    const store = await open()
    const records = await store.records()
    for (const name of ['a', 'b', 'c']) {
      const before = await records.made()
      await records.add([rowAfter(before, name)], before, line, 1)
    }
    return { store, records }
  }
  const idsOut = async (store: Store): Promise<string[]> =>
    (await store.outRows(0, 99)).map((row) => recordIdIn(row).slice(0, 1))

  test('an acknowledged record leaves the outbox and stays; a refused one says why', async () => {
    const { store, records } = await three()
    const [first, second] = await store.outRows(0, 99)
    expect(await records.acknowledge(line, [first?.n ?? 0])).toMatchObject({ count: 2 })
    expect(await records.refuse(line, second?.n ?? 0, 'no-access', 9)).toMatchObject({ count: 1 })
    expect(await idsOut(store)).toEqual(['c'])
    const rows = await records.of(scope)
    expect(rows.map(({ refused }) => refused)).toEqual([null, { reason: 'no-access', at: 9 }, null])
  })

  test('what the relay forgot is in the outbox again, in order, refused ones too, and nothing else is touched', async () => {
    const { store, records } = await three()
    const out = await store.outRows(0, 99)
    await records.acknowledge(line, [out[0]?.n ?? 0, out[1]?.n ?? 0])
    // Known up to the second: the third waits already.
    await records.bring(line, device, { n: 2, id: out[1] ? recordIdIn(out[1]) : null }, 1)
    expect((await store.outRows(0, 99)).map(({ n }) => n)).toEqual([out[2]?.n])
    await records.refuse(line, out[2]?.n ?? 0, 'no-access', 9)
    await records.bring(line, device, { n: 1, id: out[0] ? recordIdIn(out[0]) : null }, 1)
    expect(await idsOut(store)).toEqual(['b', 'c'])
    expect((await records.of(scope)).map(({ refused }) => refused)).toEqual([null, null, null])
    await records.bring(line, device, { n: 0, id: null }, 1)
    expect(await idsOut(store)).toEqual(['a', 'b', 'c'])
  })

  test('a device whose disk was emptied goes on from what the relay knows', async () => {
    const store = await open()
    const records = await store.records()
    await records.bring(line, device, { n: 7, id: 'seven' }, 1)
    expect(await records.made()).toEqual({ n: 7, id: 'seven' })
    await records.bring(line, device, { n: 3, id: 'three' }, 1)
    expect(await records.made()).toEqual({ n: 7, id: 'seven' })
  })

  test('what the feed tells is behind until the answers have brought it', async () => {
    const store = await open()
    const records = await store.records()
    const page = { epoch: 'first', cursor: 'one' }
    await store.announce([], { ...page, records: [[scope, 3]] })
    const [asked] = await records.behind(9)
    if (asked === undefined) throw new Error('nothing is behind')
    expect(asked).toEqual({ scope, held: 0, known: 3 })
    const rows = [1, 2].map((n) => rowAfter({ n: n - 1, id: null }, `r${n}`, receipt(n)))
    await records.keep(asked, rows, true)
    expect(await records.behind(9)).toEqual([{ scope, held: 2, known: 3 }])
    // The feed tells of more while an answer is on its way: it is not settled by that answer.
    await store.announce([], { ...page, records: [[scope, 4]] })
    await records.keep(
      { scope, held: 2, known: 3 },
      [rowAfter({ n: 2, id: null }, 'r3', receipt(3))],
      false,
    )
    expect(await records.behind(9)).toEqual([{ scope, held: 3, known: 4 }])
    await records.keep({ scope, held: 3, known: 4 }, [], false)
    expect(await records.behind(9)).toEqual([])
  })

  test('in a new epoch receipts are evidence only, and ledgers are read from the start', async () => {
    const { store, records } = await three()
    const [row] = await records.of(scope)
    if (row === undefined) throw new Error('three records')
    await store.announce([], { epoch: 'first', cursor: 'one', records: [[scope, 1]] })
    await records.keep({ scope, held: 0, known: 1 }, [{ ...row, ...receipt(1) }], false)
    await store.resetHeads('second', {})
    const after = (await records.of(scope)).find(({ id }) => id === row.id)
    expect(after).toMatchObject({ seq: 0, receipt: null, earlier: [receipt(1).receipt] })
    await store.announce([], { epoch: 'second', cursor: 'one', records: [[scope, 1]] })
    expect(await records.behind(9)).toEqual([{ scope, held: 0, known: 1 }])
    await records.keep({ scope, held: 0, known: 1 }, [{ ...row, ...receipt(1) }], false)
    expect((await records.of(scope)).find(({ id }) => id === row.id)?.earlier).toHaveLength(1)
  })
})
