/** A copy that is not what the relay has is found, read again, and kept; a difference somebody made up costs a reading at most. */
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import * as z from 'zod/mini'
import { base64urlToBytes } from '#client/replica/base64url.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { docName, fields, set, turn, until, type FakeDevice } from './fake-device.ts'
import { replaced, tamper } from './tampered-disk.ts'
import { clock, closing, device, relay, useFakeWorld } from './fake-world.ts'

const doc = docName('a')
const hourMs = 60 * 60_000
useFakeWorld()
/** Code that comes later must not come later than the turns a test waits for it. */
beforeAll(async () => {
  await Promise.all([
    import('#client/replica/comparing.ts'),
    import('#client/replica/hash-content.ts'),
    import('#client/replica/kept-copies.ts'),
    import('#client/replica/disk-replace.ts'),
    import('#client/replica/disk-history.ts'),
    import('#client/replica/fold.ts'),
  ])
})
let told: ReturnType<typeof vi.spyOn>
beforeEach(() => void (told = vi.spyOn(console, 'error').mockImplementation(() => undefined)))
afterEach(() => told.mockRestore())

const isSafe = (replica: Replica, name: DocName = doc) =>
  until(clock, () => replica.status.of(name).kind === 'safe', 'safe')
const said = ({ identity }: FakeDevice, seq: number): string[] =>
  relay.hashes
    .filter((one) => one.device === identity.device && one.seq === seq)
    .map(({ hash }) => hash)
/** Some quiet passes, whatever comes of it. */
async function quiet(ms = 6_000): Promise<void> {
  for (let gone = 0; gone < ms; gone += 20) {
    clock.advance(20)
    await turn()
  }
  for (let more = 0; more < 50; more += 1) await turn()
}

const exported = z.object({
  kept: z.array(z.object({ document: z.string(), seq: z.number(), updates: z.array(z.string()) })),
})
const keptIn = async (replica: Replica) =>
  exported.parse(JSON.parse(await (await replica.exportDevice()).text())).kept
const fieldsOf = (updates: readonly string[]): unknown => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.mergeUpdates(updates.map(base64urlToBytes)))
  return fields(copy)
}

test('devices say once what a document comes to after some quiet, and of the same content the same', async () => {
  const [one, two] = [await device(), await device()]
  const here = one.replica.openDocument(doc)
  const there = two.replica.openDocument(doc)
  set(here.doc(), 'a', 1)
  await isSafe(one.replica)
  await until(clock, () => fields(there.doc()) !== undefined && relay.hashes.length >= 2, 'said')
  await quiet(20_000)
  expect(said(one, 1)).toHaveLength(1)
  expect(said(two, 1)).toEqual(said(one, 1))
  set(there.doc(), 'b', 2)
  await until(clock, () => said(one, 2).length > 0 && said(two, 2).length > 0, 'said of row 2')
  expect(said(two, 2)).toEqual(said(one, 2))
  expect(said(two, 2)).not.toEqual(said(two, 1))
  expect(two.replica.status.overall().reread).toEqual([])
})

test('nothing is said of a document that waits; what was quiet without a relay is said once there is one', async () => {
  const one = await device()
  const here = one.replica.openDocument(doc)
  await until(clock, () => one.replica.status.overall().link === 'ready', 'signed in')
  relay.judge = () => 'busy'
  set(here.doc(), 'a', 1)
  await quiet(10_000)
  expect(relay.hashes).toEqual([])
  relay.judge = () => null
  await until(clock, () => relay.hashes.length > 0, 'said once it is at the relay')
  const other = docName('b')
  set(one.replica.openDocument(other).doc(), 'a', 1)
  await isSafe(one.replica, other)
  relay.down = true
  relay.cutAll()
  await quiet(10_000)
  expect(relay.hashes.map((hash) => hash.doc)).not.toContain(other)
  relay.down = false
  one.replica.retry()
  await until(clock, () => relay.hashes.some((hash) => hash.doc === other), 'said')
})

test.each(['open in a tab', 'closed'])(
  'a row that changed on one device’s disk is found by the next edit, read again, and what was there is kept: %s',
  async (how) => {
    const [one, two] = [await device(), await device()]
    const here = one.replica.openDocument(doc)
    const there = two.replica.openDocument(doc)
    set(here.doc(), 'colour', 'grey')
    await isSafe(one.replica)
    await until(clock, () => fields(there.doc()) !== undefined && said(two, 1).length > 0, 'there')
    if (how === 'closed') await there.close()
    expect(await tamper(two, replaced('grey', 'pink'))).toBeGreaterThan(0)
    set(here.doc(), 'size', 'large')
    await until(clock, () => two.replica.status.overall().reread.length > 0, 'found')
    expect(two.replica.status.overall().reread).toEqual([doc])
    expect(one.replica.status.overall().reread).toEqual([])
    const [copy] = await keptIn(two.replica)
    expect(copy).toMatchObject({ document: doc, seq: 2 })
    expect(fieldsOf(copy?.updates ?? [])).toEqual({ colour: 'pink', size: 'large' })
    const again = two.replica.openDocument(doc)
    await again.whenLoaded
    expect(fields(again.doc())).toEqual({ colour: 'grey', size: 'large' })
    expect(fields(relay.doc(doc))).toEqual({ colour: 'grey', size: 'large' })
    // What both come to is the same again, and work goes on.
    await quiet()
    expect(said(two, 2).at(-1)).toEqual(said(one, 2).at(-1))
    set(again.doc(), 'after', true)
    await until(clock, () => fields(here.doc()) !== null && relay.rows.get(doc)?.length === 3, '3')
    await isSafe(two.replica)
    expect(fields(relay.doc(doc))).toEqual({ colour: 'grey', size: 'large', after: true })
  },
)

test('it is told until somebody has seen it, also after the next start, and the copy stays', async () => {
  const [one, two] = [await device(), await device()]
  const here = one.replica.openDocument(doc)
  two.replica.openDocument(doc)
  set(here.doc(), 'colour', 'grey')
  await until(clock, () => said(two, 1).length > 0, 'said')
  await tamper(two, replaced('grey', 'pink'))
  set(here.doc(), 'size', 'large')
  await until(clock, () => two.replica.status.overall().reread.length > 0, 'found')
  await two.replica.close()
  const next = await two.open()
  closing.push(() => next.close())
  expect(next.status.overall().reread).toEqual([doc])
  await next.seeReread()
  expect(next.status.overall().reread).toEqual([])
  expect(await keptIn(next)).toHaveLength(1)
  await next.close()
  const last = await two.open()
  closing.push(() => last.close())
  expect(last.status.overall().reread).toEqual([])
  expect(await keptIn(last)).toHaveLength(1)
})

test('rows nobody can read are read again once the document is opened, without another device’s word', async () => {
  const one = await device()
  const here = one.replica.openDocument(doc)
  set(here.doc(), 'colour', 'grey')
  await isSafe(one.replica)
  await one.replica.close()
  expect(await tamper(one, () => new Uint8Array([9, 9, 9, 9]))).toBeGreaterThan(0)
  const next = await one.open()
  closing.push(() => next.close())
  const again = next.openDocument(doc)
  again.whenLoaded.catch(() => undefined)
  await until(clock, () => next.status.overall().reread.length > 0, 'read again')
  expect(fields(again.doc())).toEqual({ colour: 'grey' })
  const [copy] = await keptIn(next)
  expect(copy?.updates.map((text) => [...base64urlToBytes(text)])).toEqual([[9, 9, 9, 9]])
})

test('a difference somebody made up changes and tells nothing, and costs one reading an hour', async () => {
  const one = await device()
  const here = one.replica.openDocument(doc)
  set(here.doc(), 'colour', 'grey')
  await until(clock, () => said(one, 1).length > 0, 'said')
  let pulls = 0
  relay.onPull = () => void (pulls += 1)
  for (let lie = 0; lie < 5; lie += 1) {
    relay.differs(doc)
    await quiet()
  }
  expect(pulls).toBe(1)
  expect(one.replica.status.overall().reread).toEqual([])
  expect(await keptIn(one.replica)).toEqual([])
  clock.advance(hourMs)
  await until(clock, () => one.replica.status.overall().link === 'ready', 'connected again')
  pulls = 0
  relay.differs(doc)
  await quiet()
  expect(pulls).toBe(1)
  relay.differs(docName('z'))
  await quiet()
  expect(pulls).toBe(1)
})

test('an edit made while the log is read stays, and reaches the relay', async () => {
  const [one, two] = [await device(), await device()]
  const here = one.replica.openDocument(doc)
  const there = two.replica.openDocument(doc)
  set(here.doc(), 'colour', 'grey')
  await until(clock, () => said(two, 1).length > 0, 'said')
  await tamper(two, replaced('grey', 'pink'))
  let isEdited = false
  relay.onPull = () => {
    if (!isEdited) set(there.doc(), 'mine', true)
    isEdited = true
  }
  set(here.doc(), 'size', 'large')
  await until(clock, () => two.replica.status.overall().reread.length > 0, 'found')
  await until(clock, () => relay.rows.get(doc)?.length === 3, 'the edit at the relay')
  await isSafe(two.replica)
  const all = { colour: 'grey', size: 'large', mine: true }
  expect([fields(there.doc()), fields(relay.doc(doc))]).toEqual([all, all])
})
