/** A clientID is its device's from the moment a document was opened under it, whether its socket still lives or not. */
import Database from 'libsql'
import * as encoding from 'lib0/encoding'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { deniedSchema } from '#shared/protocol/control.ts'
import {
  bytesFrame,
  jsonFrame,
  onChannel,
  readFrame,
  readVectorIs,
  toDevice,
  toRelay,
} from '#shared/protocol/frames.ts'
import { docTokenAnswerSchema } from '#shared/protocol/http.ts'
import { control, hasRead, json, post, signIn, type Device, type Key } from './device.ts'
import { createFaultyLog } from './faulty-log.ts'
import { on, type } from './frames.ts'
import { newDoc, runRelay, type RunningRelay } from './running-relay.ts'

const DAY = 24 * 3_600_000
const faulty = createFaultyLog()
let now = 1_800_000_000_000
let running: RunningRelay
beforeEach(async () => {
  running = await runRelay({ now: () => now, wrapLog: faulty.wrap })
})
afterEach(() => running.stop())

const withId = (clientID: number): Y.Doc => Object.assign(new Y.Doc(), { clientID })

/** A document that exists, written by somebody else. */
async function someDoc(): Promise<string> {
  const mei = await running.device()
  const doc = newDoc()
  expect(await mei.push(doc, type(new Y.Doc(), 'there'))).toMatchObject({ seq: 1 })
  mei.close()
  return doc
}

/** Somebody who had the document open under `id`, wrote offline, and whose socket is gone. */
async function absentee(doc: string, id = 77): Promise<Key> {
  const key = await running.person()
  const device = await signIn(running.address, key)
  await device.open(doc, id)
  device.close()
  await device.closed
  return key
}

async function deniedAs(device: Device, doc: string, client: number): Promise<string> {
  device.say(jsonFrame(toRelay.open, { doc, client, after: 0 }))
  return deniedSchema.parse(json(await device.take(control(toDevice.denied)))).code
}

function authorsOf(doc: string): [number, number, number][] {
  const db = new Database(join(running.dataDir, 'asterism.sqlite'), { readonly: true })
  const rows = db
    .prepare(
      'SELECT client, device, next FROM author JOIN document ON document.id = author.doc WHERE name = ? ORDER BY bound_at, client',
    )
    .all([doc]) as { client: number; device: number; next: number }[]
  db.close()
  return rows.map(({ client, device, next }) => [client, device, next])
}

test.each([
  ['once its socket is gone', async () => undefined],
  ['once the relay has restarted', () => running.restart()],
])(
  'nobody takes an absent device’s id %s, and its work is taken when it returns',
  async (_, meanwhile) => {
    const doc = await someDoc()
    const victim = await absentee(doc)
    await meanwhile()
    const thief = await running.device()
    expect(await deniedAs(thief, doc, 77)).toBe('client-taken')
    expect(await thief.push(doc, type(withId(77), 'mine now'))).toBe('client-of-another-device')
    const back = await signIn(running.address, victim)
    expect(await back.push(doc, type(withId(77), 'written while away'))).toMatchObject({ seq: 2 })
  },
)

test('presence on /doc binds like opening does, before anybody sees it, and takes nobody else’s id', async () => {
  const doc = await someDoc()
  const victim = await absentee(doc)
  const colleague = await running.device()
  const { channel } = await colleague.open(doc, 5)
  const mine = await running.device()
  const plain = await plainSocket(mine, doc)
  plain.send(awareness(77, { forged: true }))
  plain.send(awareness(99, { here: true }))
  const seen = await colleague.take(on(channel, onChannel.presence))
  expect(new TextDecoder().decode(seen.body)).toContain('here')
  expect(authorsOf(doc)).toContainEqual([99, mine.welcome.device, 0])
  await gone(plain)
  expect(await deniedAs(colleague, doc, 99)).toBe('client-taken')
  expect(
    await (await signIn(running.address, victim)).push(doc, type(withId(77), 'x')),
  ).toMatchObject({ seq: 2 })
})

test('who may only read shows presence under an id and takes it from nobody, on either wire', async () => {
  const doc = await someDoc()
  const colleague = await running.device()
  const { channel } = await colleague.open(doc, 5)
  const viewer = await running.device('viewer')
  await viewer.open(doc, 88)
  viewer.say(bytesFrame(channel, onChannel.presence, presence(88, { reading: 1 })))
  await colleague.take(on(channel, onChannel.presence))
  const plain = await plainSocket(viewer, doc)
  plain.send(awareness(89, { reading: 2 }))
  await colleague.take(on(channel, onChannel.presence))
  expect(await deniedAs(viewer, doc, 5)).toBe('client-taken')
  expect(authorsOf(doc).map(([client]) => client)).not.toContain(88)
  // Its sockets are still open.
  const writer = await running.device()
  for (const [client, seq] of [
    [88, 2],
    [89, 3],
  ] as const) {
    await writer.open(doc, client)
    expect(await writer.push(doc, type(withId(client), 'work'))).toMatchObject({ seq })
  }
  expect(await deniedAs(await running.device('viewer'), doc, 88)).toBe('client-taken')
  await gone(plain)
})

test('coming back under the same id writes nothing, and an id without work stands in no vector', async () => {
  const doc = await someDoc()
  const key = await absentee(doc)
  const before = authorsOf(doc)
  expect(before).toHaveLength(2)
  now += DAY
  faulty.fail(new Error('nothing may be written'))
  const back = await signIn(running.address, key)
  await back.open(doc, 77)
  expect((await fetch(`${running.address}/healthz`)).status).toBe(200)
  faulty.heal()
  expect(authorsOf(doc)).toEqual(before)
  back.say(jsonFrame(toRelay.vector, { doc }))
  const frame = await back.take(control(toDevice.vectorIs))
  const { vector } = readVectorIs(readFrame(Uint8Array.of(0, 0, ...frame.body)).body)
  expect(Y.decodeStateVector(vector).has(77)).toBe(false)
})

test('on a full disk a document still opens, and its id is bound when there is room', async () => {
  const doc = await someDoc()
  const mei = await running.device()
  const lin = await running.device()
  faulty.fail(new Error('database or disk is full'))
  expect((await mei.open(doc, 77)).seq).toBe(1)
  expect(await deniedAs(lin, doc, 77)).toBe('client-taken')
  faulty.heal()
  await mei.open(doc, 77)
  expect(authorsOf(doc)).toContainEqual([77, mei.welcome.device, 0])
})

test('nothing is opened before its id is on disk', async () => {
  const doc = await someDoc()
  const mei = await running.device()
  const hanging = faulty.hang()
  mei.say(jsonFrame(toRelay.open, { doc, client: 77, after: 0 }))
  await hanging
  await hasRead(mei)
  expect(mei.frames.filter(control(toDevice.opened))).toEqual([])
  faulty.heal()
  await mei.take(control(toDevice.opened))
})

test('in a document without rows an id is bound with the first one', async () => {
  const doc = newDoc()
  const key = await running.person()
  const early = await signIn(running.address, key)
  await early.open(doc, 77)
  const mei = await running.device()
  expect(await mei.push(doc, type(withId(5), 'first'))).toMatchObject({ seq: 1 })
  early.close()
  await early.closed
  await running.restart()
  const thief = await running.device()
  expect(await thief.push(doc, type(withId(77), 'mine now'))).toBe('client-of-another-device')
  expect(
    await (await signIn(running.address, key)).push(doc, type(withId(77), 'late')),
  ).toMatchObject({ seq: 2 })
})

test('of ids a device never wrote under the newest 64 stay bound in a document, for 90 days', async () => {
  const doc = await someDoc()
  const mei = await running.device()
  for (let id = 1; id <= 66; id += 1) {
    now += 1
    await mei.open(doc, 1_000 + id)
  }
  await mei.push(doc, type(withId(1_040), 'used'))
  const unused = (): number[] =>
    authorsOf(doc)
      .filter(([, , next]) => next === 0)
      .map(([client]) => client)
  expect(unused()).toHaveLength(63)
  expect(unused()[0]).toBe(1_003)
  const lin = await running.device()
  await lin.open(doc, 1_001)
  expect(await deniedAs(lin, doc, 1_003)).toBe('client-taken')
  now += 90 * DAY - 70
  await running.restart()
  expect(unused()).toHaveLength(64)
  now += 71
  await running.restart()
  expect(authorsOf(doc).map(([, , next]) => next > 0)).toEqual([true, true])
})

function presence(client: number, state: unknown): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarString(encoder, JSON.stringify(state))
  return encoding.toUint8Array(encoder)
}

/** The same as a message of y-websocket. */
function awareness(client: number, state: unknown): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint8Array(encoder, presence(client, state))
  return encoding.toUint8Array(encoder)
}

async function plainSocket(device: Device, doc: string): Promise<WebSocket> {
  const answer = await post(running.address, '/api/doc-token', { doc }, device.welcome.token)
  const { token } = docTokenAnswerSchema.parse(await answer.json())
  const socket = new WebSocket(`${running.address.replace('http', 'ws')}/doc/${doc}`, [
    'asterism',
    `bearer.${token}`,
  ])
  await new Promise((resolve) => socket.once('message', resolve))
  return socket
}

async function gone(socket: WebSocket): Promise<void> {
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.close()
  await closed
}
