/** Rights that change while a socket is open: followed in place, told, and refused from the very commit on. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import { randomId, type DocName, type Topic } from '#shared/lib/ids.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { feedPageSchema, openedSchema, standingSchema } from '#shared/protocol/control.ts'
import { bytesFrame, jsonFrame, onChannel, toDevice, toRelay } from '#shared/protocol/frames.ts'
import { control, hasRead, joinAs, json, signIn, type Device } from './device.ts'
import { isRow, on, rowOf, type } from './frames.ts'
import { actingOn, type Acting } from './people-of-roles.ts'
import { presenceOf } from './presence-of.ts'
import { runRelay, type RunningRelay } from './running-relay.ts'

let now = 1_800_000_000_000
let running: RunningRelay
let acting: Acting
let owner: Device
beforeAll(async () => {
  running = await runRelay({ now: () => now })
  acting = await actingOn(running, () => now)
  owner = await signIn(running.address, running.owner)
})
afterAll(() => running.stop())

async function newBrief(): Promise<{ topic: Topic; doc: DocName; writing: Y.Doc }> {
  const topic = randomId() as Topic
  const doc = documentNamed('brief', topic)
  const writing = new Y.Doc()
  expect(await owner.push(doc, type(writing, 'a'))).toMatchObject({ seq: 1 })
  return { topic, doc, writing }
}
const rowsOf = async (doc: DocName): Promise<number> =>
  (await running.relay.engine().log.state(owner.welcome.workspace.id, doc))?.seq ?? 0
const standing = async (device: Device) =>
  standingSchema.parse(json(await device.take(control(toDevice.standing))))
const openedAgain = async (device: Device) =>
  openedSchema.parse(json(await device.take(control(toDevice.opened))))
async function page(device: Device, cursor: string | null) {
  device.say(jsonFrame(toRelay.feed, { cursor }))
  return feedPageSchema.parse(json(await device.take(control(toDevice.feedPage))))
}

test('a member made a viewer keeps the socket and the document, is told, and writes nothing more', async () => {
  const mei = await running.device('member')
  const { doc, writing } = await newBrief()
  const mine = new Y.Doc()
  const { channel } = await mei.open(doc, mine.clientID)
  await mei.take(on(channel, onChannel.ready))
  await acting.set(mei.welcome.member, { access: 'viewer' })
  expect(await standing(mei)).toMatchObject({ access: 'viewer' })
  expect(await openedAgain(mei)).toMatchObject({ doc, channel, canWrite: false })
  const before = await rowsOf(doc)
  expect(await mei.push(doc, type(mine, 'x'))).toBe('no-access')
  expect(await rowsOf(doc)).toBe(before)
  // Reading goes on, and presence.
  await owner.push(doc, type(writing, 'b'))
  await mei.take(isRow(channel))
  await acting.set(mei.welcome.member, { access: 'member' })
  expect(await openedAgain(mei)).toMatchObject({ channel, canWrite: true })
  expect(await mei.push(doc, type(new Y.Doc(), 'y'))).toMatchObject({ seq: before + 2 })
})

test('a downgrade in the middle of writing: the work in that commit is refused, and nothing of it is stored', async () => {
  const mei = await running.device('member')
  const { doc } = await newBrief()
  const mine = new Y.Doc()
  expect(await mei.push(doc, type(mine, 'x'))).toMatchObject({ seq: 2 })
  // Beside the hub, as another relay would: the socket does not know yet.
  const { directory } = running.relay.engine()
  const by = await directory.device(running.owner.device as never)
  if (by === null) throw new Error('no owner')
  const workspace = by.workspace.id
  const set = await directory.perform(
    { workspace, member: by.member, device: by.id },
    {
      kind: 'member',
      outcome: 'set',
      scope: documentNamed('workspace', workspace),
      subject: mei.welcome.member,
      body: { access: 'viewer' },
    },
    now,
  )
  expect(set.ok).toBe(true)
  expect(await mei.push(doc, type(mine, 'y'))).toBe('no-access')
  expect(await rowsOf(doc)).toBe(2)
  // The refusal makes the socket look again.
  expect(await standing(mei)).toMatchObject({ access: 'viewer' })
})

test('a grant opens a document at once, with the next page, and its end shuts it', async () => {
  const { topic, doc } = await newBrief()
  const wu = await acting.outsider()
  const { cursor } = await page(wu, null)
  await acting.grant(wu.welcome.member, topic, 'edit')
  expect((await standing(wu)).grants).toEqual([{ topic, right: 'edit', expiresAt: null }])
  await wu.take(control(toDevice.news))
  const late = await page(wu, cursor)
  expect(late.entries.map((entry) => entry.doc)).toEqual([doc])
  const mine = new Y.Doc()
  const { channel } = await wu.open(doc, mine.clientID)
  await wu.take(on(channel, onChannel.ready))
  expect(await wu.push(doc, type(mine, 'x'))).toMatchObject({ seq: 2 })
  const watching = await owner.open(doc, 5)
  await owner.take(on(watching.channel, onChannel.ready))
  wu.say(bytesFrame(channel, onChannel.presence, presenceOf(mine.clientID, { here: 1 })))
  await owner.take(on(channel, onChannel.presence))
  await acting.endGrant(wu.welcome.member, topic)
  await wu.take(on(channel, onChannel.shut))
  expect(json(await wu.take(control(toDevice.denied)))).toEqual({ doc, code: 'no-access' })
  const left = await owner.take(on(channel, onChannel.presence))
  expect([...left.body]).toEqual([...presenceOf(mine.clientID, null)])
  expect(await wu.push(doc, type(mine, 'y'))).toBe('no-access')
  const over = await page(wu, late.cursor)
  expect([over.entries, over.gone]).toEqual([[], [topic]])
  expect((await page(wu, over.cursor)).gone).toEqual([])
  // Rows that come now are not for them.
  await owner.push(doc, type(new Y.Doc(), 'z'))
  await hasRead(wu)
  expect(wu.frames.filter(isRow(channel)).map((frame) => rowOf(frame).seq)).toEqual([1])
})

test('both documents of a topic granted late come, one on each page if pages are that short', async () => {
  const { topic, doc } = await newBrief()
  const talk = documentNamed('talk', topic)
  await owner.push(talk, type(new Y.Doc(), 'c'))
  const wu = await acting.outsider()
  await acting.grant(wu.welcome.member, topic, 'view')
  const { log, directory } = running.relay.engine()
  const record = await directory.device(wu.key.device as never)
  const since = record?.grants[0]?.position ?? 0
  const among = new Map([
    [doc, since - 1],
    [talk, since],
  ])
  const first = await log.feed(owner.welcome.workspace.id, 0, 1, among)
  const second = await log.feed(
    owner.welcome.workspace.id,
    first.entries[0]?.position ?? 0,
    1,
    among,
  )
  expect([first, second].map(({ entries, more }) => [entries.map((one) => one.doc), more])).toEqual(
    [
      [[doc], true],
      [[talk], false],
    ],
  )
  expect((await page(wu, null)).entries.map((entry) => entry.doc)).toEqual(
    expect.arrayContaining([doc, talk]),
  )
})

test('a right that grows or shrinks on an open document is told there', async () => {
  const { topic, doc } = await newBrief()
  const wu = await acting.guest([topic], 'view')
  const mine = new Y.Doc()
  const { channel, canWrite } = await wu.open(doc, mine.clientID)
  expect(canWrite).toBe(false)
  await acting.grant(wu.welcome.member, topic, 'edit')
  expect(await openedAgain(wu)).toMatchObject({ channel, canWrite: true })
  expect(await wu.push(doc, type(mine, 'x'))).toMatchObject({ seq: 2 })
  await acting.grant(wu.welcome.member, topic, 'comment')
  expect(await openedAgain(wu)).toMatchObject({ channel, canWrite: false })
  expect(await wu.push(doc, type(mine, 'y'))).toBe('no-access')
  expect(await wu.push(documentNamed('talk', topic), type(new Y.Doc(), 'hm'))).toMatchObject({
    seq: 1,
  })
})

test('a reader who becomes a writer has their id from then on', async () => {
  const { topic, doc } = await newBrief()
  const wu = await acting.guest([topic], 'view')
  await wu.open(doc, 4_242)
  await acting.grant(wu.welcome.member, topic, 'edit')
  expect((await openedAgain(wu)).canWrite).toBe(true)
  const mei = await running.device('member')
  await expect(mei.open(doc, 4_242)).rejects.toThrow('client-taken')
})

test('a grant that runs out shuts what is open within the recheck', async () => {
  const { topic, doc } = await newBrief()
  const wu = await acting.outsider()
  await acting.grant(wu.welcome.member, topic, 'edit', now + 1_000)
  const { channel } = await wu.open(doc, 8)
  await wu.take(on(channel, onChannel.ready))
  now += 1_000
  // At once where they ask or write; the open channel with the next look.
  expect(await wu.push(doc, type(new Y.Doc(), 'x'))).toBe('no-access')
  expect((await page(wu, null)).entries.map((entry) => entry.doc)).not.toContain(doc)
  await wu.take(on(channel, onChannel.shut))
})

test('a member who is outsourced sees only what was granted, and everything once inside again', async () => {
  const { topic, doc } = await newBrief()
  const { doc: other } = await newBrief()
  const lin = await running.device('member')
  const { channel } = await lin.open(other, 9)
  await lin.take(on(channel, onChannel.ready))
  const { cursor } = await page(lin, null)
  await acting.grant(lin.welcome.member, topic, 'view')
  await acting.set(lin.welcome.member, { outside: true })
  await lin.take(on(channel, onChannel.shut))
  const seen = await page(lin, cursor)
  expect(seen.entries.map((entry) => entry.doc)).toEqual([doc])
  await acting.set(lin.welcome.member, { outside: false })
  expect((await page(lin, seen.cursor)).entries.map((entry) => entry.doc)).toContain(other)
})

test('ending a guest link ends its guests, on their open sockets', async () => {
  const { topic } = await newBrief()
  const invite = await acting.invite({ for: 'guest', topics: [topic], right: 'view', uses: 2 })
  const guests = [
    await signIn(running.address, await joinAs(running.address, invite, 'One')),
    await signIn(running.address, await joinAs(running.address, invite, 'Two')),
  ]
  await acting.act({ kind: 'invite', outcome: 'ended', subject: invite.id as never, body: {} })
  for (const guest of guests) expect((await guest.closed).code).toBe(closeCodes['no-access'])
})
