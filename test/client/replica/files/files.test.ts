import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import { createFiles, type Files } from '#client/replica/files/files.ts'
import { filesToLetGo } from '#client/replica/files/file-room.ts'
import type { DocName, FileId } from '#shared/lib/ids.ts'
import { workspaceIdSchema } from '#shared/protocol/names.ts'
import { createTestClock, docName, until, type TestClock } from '../fake-device.ts'
import { createFakeFileRelay, type FakeFileRelay } from './fake-file-relay.ts'

const png = (name: string): Blob =>
  new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), name])
const [brief, other] = [docName('a'), docName('b')]

interface Side {
  files: Files
  unsent: ReadonlyMap<DocName, number>
  thumbsMade: number
}

let relay: FakeFileRelay
let clock: TestClock
let disk: IDBFactory
let epoch: string | null
let leads: boolean
let room: number
let pinned: ReadonlySet<DocName>
let mayHold: (doc: DocName) => boolean
beforeEach(() => {
  relay = createFakeFileRelay()
  clock = createTestClock()
  disk = new IDBFactory()
  epoch = 'one'
  leads = true
  room = 1_000_000
  pinned = new Set()
  mayHold = () => true
})

/** A tab of the device whose disk is `indexedDB`. */
async function open(indexedDB = disk): Promise<Side> {
  const side: Omit<Side, 'files'> = { unsent: new Map(), thumbsMade: 0 }
  const environment = {
    ...{ indexedDB, crypto: globalThis.crypto, now: clock.now, after: clock.after },
    chance: () => 0.5,
    relay: { origin: 'http://relay.test', host: 'relay.test' },
    request: relay.request,
    async makeThumb(picture: Blob) {
      side.thumbsMade += 1
      return (await picture.text()).includes('broken') ? null : new Blob(['small'])
    },
  } as Partial<DeviceEnvironment> as DeviceEnvironment
  const files = await createFiles({
    environment,
    identity: { workspace: { id: workspaceIdSchema.parse('w'.repeat(26)), name: 'Studio' } },
    token: () => 'token',
    epoch: () => epoch,
    leads: () => leads,
    askLead: () => undefined,
    mayHold: (doc) => mayHold(doc),
    isPinned: (doc) => pinned.has(doc),
    room: async () => room,
    noteUnsent: (unsent) => void (side.unsent = unsent),
    tell: () => undefined,
  })
  return Object.assign(side, { files })
}

async function put(side: Side, name: string, doc = brief): Promise<FileId> {
  const done = await side.files.put(doc, png(name))
  if (!done.ok) throw new Error(done.refusal)
  return done.value.id
}
const isHere =
  (side: Side, id: FileId, doc = brief) =>
  (): boolean =>
    side.files.state(id, doc).kind === 'here'

test('a picture is on the device at once and goes out by itself', async () => {
  const side = await open()
  const id = await put(side, 'mug')
  await until(clock, isHere(side, id), 'sent')
  expect(relay.attached).toEqual(new Set([`${id} ${brief}`]))
  expect([...side.unsent]).toEqual([])
})

test('without a relay it waits, survives the end of the app, and goes out at the next start', async () => {
  epoch = null
  const before = await open()
  const id = await put(before, 'mug')
  expect(before.files.state(id, brief)).toEqual({ kind: 'waiting' })
  expect([...before.unsent]).toEqual([[brief, 1]])
  before.files.close()
  const after = await open()
  expect([...after.unsent]).toEqual([[brief, 1]])
  expect(relay.calls).toEqual([])
  epoch = 'one'
  after.files.wake()
  await until(clock, isHere(after, id), 'sent')
  expect(
    Buffer.from(relay.bytes.get(id) ?? [])
      .subarray(8)
      .toString(),
  ).toBe('mug')
})

test('a lost answer costs one small call, never the bytes again', async () => {
  relay.losesAnswer = true
  const side = await open()
  const id = await put(side, 'mug')
  await until(clock, isHere(side, id), 'sent')
  expect(relay.calls).toEqual(['POST', 'PUT', 'POST'])
})

test('a relay that is down is asked again and again, ever more seldom, and nothing is refused', async () => {
  relay.down = true
  const side = await open()
  const id = await put(side, 'mug')
  await until(clock, () => relay.calls.length >= 4, 'asked')
  expect(side.files.state(id, brief).kind).not.toBe('refused')
  relay.down = false
  await until(clock, isHere(side, id), 'sent')
})

test('a tab that does not lead sends nothing; the one that takes over sends what it left', async () => {
  leads = false
  const hidden = await open()
  const id = await put(hidden, 'mug')
  expect(relay.calls).toEqual([])
  leads = true
  const leading = await open()
  await until(clock, isHere(leading, id), 'sent')
  await hidden.files.heard()
  expect(hidden.files.state(id, brief)).toEqual({ kind: 'here' })
})

test('what the relay refuses is kept with its reason and can be sent again', async () => {
  relay.refusesWith = 403
  const side = await open()
  const id = await put(side, 'mug')
  await until(clock, () => side.files.state(id, brief).kind === 'refused', 'refused')
  expect(side.files.state(id, brief)).toEqual({ kind: 'refused', reason: 'no-access' })
  expect([...side.unsent]).toEqual([[brief, 1]])
  expect((await side.files.fetch(id, brief)).ok).toBe(true)
  relay.refusesWith = null
  await side.files.retry(id, brief)
  await until(clock, isHere(side, id), 'sent')
})

test('after a restore the device brings what the relay has lost, and only that', async () => {
  const side = await open()
  const [kept, lost] = [await put(side, 'kept'), await put(side, 'lost')]
  await until(clock, () => [kept, lost].every((id) => isHere(side, id)()), 'sent')
  relay.bytes.delete(lost)
  relay.calls.length = 0
  epoch = 'two'
  side.files.wake()
  await until(clock, () => relay.bytes.has(lost), 'brought')
  await until(clock, () => relay.calls.length >= 3, 'asked for both')
  expect(relay.calls).toEqual(['POST', 'POST', 'PUT'])
})

test('a colleague fetches it once, checks it, and makes the small picture once', async () => {
  const mei = await open()
  const id = await put(mei, 'mug')
  await until(clock, isHere(mei, id), 'sent')
  relay.calls.length = 0
  const lin = await open(new IDBFactory())
  expect(lin.files.state(id, brief)).toEqual({ kind: 'away' })
  const [one, two] = await Promise.all([lin.files.thumb(id, brief), lin.files.fetch(id, brief)])
  expect([one.ok, two.ok]).toEqual([true, true])
  await lin.files.thumb(id, brief)
  expect([relay.calls, lin.thumbsMade]).toEqual([['GET'], 1])
})

test('what is not at the relay yet, cannot be reached, or is not what was asked for is said', async () => {
  const lin = await open()
  const id = 'a'.repeat(64) as FileId
  expect(await lin.files.fetch(id, brief)).toEqual({ ok: false, refusal: 'not-sent-yet' })
  relay.bytes.set(id, new Uint8Array([1]))
  expect(await lin.files.fetch(id, brief)).toEqual({ ok: false, refusal: 'damaged' })
  relay.down = true
  expect(await lin.files.fetch(id, brief)).toEqual({ ok: false, refusal: 'unreachable' })
})

test('a picture that cannot be drawn says so', async () => {
  const side = await open()
  const id = await put(side, 'broken')
  expect(await side.files.thumb(id, brief)).toEqual({ ok: false, refusal: 'not-a-picture' })
})

test('with no room those nobody looked at for longest leave, never unsent ones nor those of pinned documents', async () => {
  const side = await open()
  pinned = new Set([other])
  const ids = [
    await put(side, `old${'x'.repeat(400)}`),
    await put(side, `pinned${'x'.repeat(400)}`, other),
    await put(side, `new${'x'.repeat(400)}`),
  ]
  const [old, kept, young] = ids
  await until(clock, () => side.unsent.size === 0, 'all sent')
  epoch = null
  room = 1_300
  const unsent = await put(side, `unsent${'x'.repeat(400)}`)
  const isAway = (id: FileId | undefined): boolean =>
    id !== undefined && side.files.state(id, brief).kind === 'away'
  await until(clock, () => isAway(old) && isAway(young), 'room was made')
  const there = await Promise.all(
    [old, kept, young, unsent].map(
      (id) => side.files.state(id as FileId, id === kept ? other : brief).kind,
    ),
  )
  expect(there).toEqual(['away', 'here', 'away', 'waiting'])
})

test('what may not be read any more leaves with its documents; unsent bytes and shared ones stay', async () => {
  const side = await open()
  const [gone, shared] = [await put(side, 'gone'), await put(side, 'shared')]
  await side.files.attach(shared, other)
  await until(clock, () => side.unsent.size === 0, 'all sent')
  epoch = null
  const unsent = await put(side, 'unsent')
  side.files.close()
  // As after a crash: the next start looks by itself.
  mayHold = (doc) => doc !== brief
  const again = await open()
  await until(clock, () => again.files.state(gone, brief).kind === 'away', 'left')
  expect(again.files.state(shared, other)).toEqual({ kind: 'here' })
  expect(again.files.state(unsent, brief)).toEqual({ kind: 'waiting' })
})

test('what a person takes out before it was sent goes; in two documents it stays in the other', async () => {
  epoch = null
  const side = await open()
  const id = await put(side, 'mug')
  await put(side, 'mug', other)
  await side.files.forget(id, brief)
  expect(side.files.state(id, other)).toEqual({ kind: 'waiting' })
  await side.files.forget(id, other)
  expect((await side.files.usage()).files).toBe(0)
})

test('what only this device has is in a file of everything, with the documents it belongs to', async () => {
  const side = await open()
  const sent = await put(side, 'sent')
  await until(clock, isHere(side, sent), 'sent')
  epoch = null
  const id = await put(side, 'unsent')
  await put(side, 'unsent', other)
  const [only, ...others] = await side.files.unsent()
  expect([only?.id, only?.documents, others]).toEqual([id, [brief, other], []])
  expect((await only?.bytes.text())?.endsWith('unsent')).toBe(true)
})

test('a device that cannot store says so', async () => {
  const side = await open()
  side.files.close()
  expect(await side.files.put(brief, png('mug'))).toEqual({
    ok: false,
    refusal: 'device-full',
  })
})

test('letting go stops a little below the room', () => {
  const file = (used: number): Parameters<typeof filesToLetGo>[0][number] => ({
    id: `${used}` as FileId,
    ...{ size: 10, at: 0, used },
  })
  const files = [file(3), file(1), file(2)]
  expect(filesToLetGo(files, () => false, 30)).toEqual([])
  expect(filesToLetGo(files, () => false, 25)).toEqual(['1'])
  expect(filesToLetGo(files, (id) => id === '1', 12)).toEqual(['2', '3'])
})

test('the database of files is closed while nobody needs one, and opened again when it was deleted meanwhile', async () => {
  const held = new Set<IDBDatabase>()
  const open0 = disk.open.bind(disk)
  disk.open = (name, version) => {
    const request = open0(name, version)
    request.addEventListener('success', () => {
      const database = request.result
      held.add(database)
      const close = database.close.bind(database)
      database.close = () => {
        held.delete(database)
        close()
      }
    })
    return request
  }
  const side = await open()
  const id = await put(side, 'one')
  await until(clock, isHere(side, id), 'sent')
  await until(clock, () => held.size === 0, 'closed')
  const again = await put(side, 'two')
  expect(held.size).toBe(1)
  const gone = disk.deleteDatabase(`asterism-files:${'w'.repeat(26)}`)
  await new Promise((resolve) => void (gone.onsuccess = resolve))
  expect(held.size).toBe(0)
  const third = await put(side, 'three')
  expect(side.files.state(third, brief).kind).not.toBe('away')
  expect(side.files.state(again, brief).kind).toBe('away')
})
