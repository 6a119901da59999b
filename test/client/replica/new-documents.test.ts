/** Many documents made by one act: all on the device and in the list, sent in order; or, on a full disk, none of them. */
import { expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import type { DocName } from '#shared/lib/ids.ts'
import type { TypedReplica } from '#client/replica/replica.ts'
import { createFakeDevice, fields, set, until } from './fake-device.ts'
import { clock, closing, device, relay, useFakeWorld } from './fake-world.ts'

useFakeWorld()

const many = (replica: TypedReplica<{ text: string }>, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: replica.newDocumentName('brief'),
    write: (doc: Y.Doc): void => set(doc, 'title', at),
  }))
const listed = (replica: TypedReplica<{ text: string }>): DocName[] =>
  replica.index.list().map(({ name }) => name)

test('many documents made at once are listed, survive the tab, and reach the relay in their order', async () => {
  relay.down = true
  const one = await createFakeDevice(relay, clock)
  const before = await one.open()
  const made = many(before, 150)
  expect(await before.makeDocuments(made)).toEqual({ ok: true, value: 150 })
  expect(listed(before)).toEqual(made.map(({ name }) => name))
  expect(before.status.overall()).toMatchObject({ kind: 'on-device', waiting: 150 })
  one.crash()
  relay.down = false
  const after = await one.open()
  closing.push(() => after.close())
  expect(listed(after).sort()).toEqual(made.map(({ name }) => name).sort())
  await until(clock, () => after.status.overall().kind === 'safe', 'all of them safe')
  expect(relay.pushes.map(({ n }) => n)).toEqual(made.map((_, at) => at + 1))
  expect([...relay.rows.keys()]).toEqual(made.map(({ name }) => name))
  const last = after.openDocument(made.at(-1)?.name ?? before.newDocumentName('brief'))
  await last.whenLoaded
  expect(fields(last.doc())).toEqual({ title: 149 })
})

test('on a full disk none of many new documents is there, and editing goes on', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { replica } = await device()
  await until(clock, () => replica.status.overall().link === 'ready', 'signed in')
  const { add } = IDBObjectStore.prototype
  let left = 20
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    row,
  ) {
    left -= 1
    if (left < 0) throw new DOMException('no space', 'QuotaExceededError')
    return add.call(this, row)
  })
  const made = many(replica, 150)
  const answer = await replica.makeDocuments(made)
  expect(answer).toEqual({ ok: false, refusal: { code: 'not-stored' } })
  full.mockRestore()
  expect(listed(replica)).toEqual([])
  expect(replica.status.overall()).toMatchObject({ kind: 'safe', waiting: 0 })
  expect(await replica.makeDocuments(made)).toEqual({ ok: true, value: 150 })
  await until(clock, () => replica.status.overall().kind === 'safe', 'all of them safe')
  expect(relay.rows.size).toBe(150)
})

test('a name that is here is left as it is, one that is open is filled, another tab sees all', async () => {
  const one = await createFakeDevice(relay, clock)
  const [here, there] = [await one.open(), await one.open()]
  closing.push(() => here.close())
  closing.push(() => there.close())
  const made = many(here, 3)
  const [first, second] = made
  if (first === undefined || second === undefined) throw new Error('three')
  expect(await here.makeDocuments([first])).toEqual({ ok: true, value: 1 })
  const open = there.openDocument(second.name)
  const own = here.openDocument(second.name)
  await Promise.all([open.whenLoaded, own.whenLoaded])
  const again = [{ name: first.name, write: (doc: Y.Doc) => set(doc, 'title', 'again') }, ...made]
  expect(await here.makeDocuments(again)).toEqual({ ok: true, value: 2 })
  await until(clock, () => listed(there).length === 3, 'the other tab lists them')
  await until(clock, () => open.doc().getMap('fields').get('title') === 1, 'the other tab shows it')
  await until(clock, () => own.doc().getMap('fields').get('title') === 1, 'this tab shows it')
  await until(clock, () => there.status.overall().kind === 'safe', 'safe there, too')
  expect(fields(relay.doc(first.name))).toEqual({ title: 0 })
  expect(relay.rows.get(second.name)?.length).toBe(1)
})

test('a command that fails is no full disk: it is thrown, and nothing is there', async () => {
  const { replica } = await device()
  const made = many(replica, 2)
  const broken = {
    name: replica.newDocumentName('brief'),
    write: (): void => {
      throw new Error('a bug')
    },
  }
  await expect(replica.makeDocuments([...made, broken])).rejects.toThrow('a bug')
  expect(listed(replica)).toEqual([])
  expect(replica.status.overall().waiting).toBe(0)
})
