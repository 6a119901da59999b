/** Every limit the relay keeps: at the limit passes, one above gives the named refusal, and the next message still works. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import {
  bytesFrame,
  cardFrame,
  jsonFrame,
  onChannel,
  pushFrame,
  toDevice,
  toRelay,
} from '#shared/protocol/frames.ts'
import { docTokenAnswerSchema } from '#shared/protocol/http.ts'
import { limits, type LimitName } from '#shared/protocol/limits.ts'
import {
  askToJoin,
  control,
  hasRead,
  json,
  newKey,
  openTalk,
  post,
  signIn,
  type Device,
} from '../server/relay/device.ts'
import { on, type as write } from '../server/relay/frames.ts'
import { nested } from '../server/relay/nesting.ts'
import { appLimits } from './app-limits.ts'
import { inviteWalks } from './invite-walks.ts'
import { recordWalks } from './record-walks.ts'
import { newDoc, runRelay, type RunningRelay } from '../server/relay/running-relay.ts'

let now = 1_800_000_000_500
let running: RunningRelay
beforeAll(async () => {
  running = await runRelay({ now: () => now })
})
afterAll(() => running.stop())

/** An update of exactly so many bytes, whatever its author. */
function updateOf(size: number): Uint8Array {
  const make = (payload: number, key = 'k'): Uint8Array => {
    const doc = new Y.Doc()
    doc.clientID = 3_000_000_000 + (made++ % 1_000_000)
    doc.getMap('m').set(key, new Uint8Array(payload))
    return Y.encodeStateAsUpdate(doc)
  }
  const payload = size - (make(size).byteLength - size)
  // Where the length's own varuint grows by a byte one size cannot be had with the short key.
  const update = [make(payload), make(payload, 'kk')].find(({ byteLength }) => byteLength === size)
  if (update === undefined) throw new RangeError(`no update of ${size} bytes`)
  return update
}
let made = 0

const jsonWithSpaces = (type: number, json: string, size: number): Uint8Array =>
  bytesFrame(0, type, new TextEncoder().encode(json.padEnd(size)))

const stillWorks = async (device: Device): Promise<void> =>
  expect(await device.push(newDoc(), write(new Y.Doc(), 'x'))).toMatchObject({ seq: 1 })
const problem = async (device: Device): Promise<string> =>
  new TextDecoder().decode((await device.take(control(toDevice.problem))).body)

const walked: Partial<Record<LimitName, () => Promise<void>>> = {
  async updateBytes() {
    const mei = await running.device()
    expect(await mei.push(newDoc(), updateOf(limits.updateBytes + 1))).toBe('too-large')
    expect(await mei.push(newDoc(), updateOf(limits.updateBytes))).toMatchObject({ seq: 1 })
    await stillWorks(mei)
  },
  async documentBytes() {
    const mei = await running.device()
    const doc = newDoc()
    expect(await mei.push(doc, updateOf(limits.documentBytes - 100))).toMatchObject({ seq: 1 })
    expect(await mei.push(doc, updateOf(101))).toBe('document-full')
    expect(await mei.push(doc, updateOf(100))).toMatchObject({ seq: 2 })
    await stillWorks(mei)
  },
  async controlBytes() {
    const mei = await running.device()
    // Spaces in the JSON bring it to its size; two bytes of the frame stand before it.
    const feed = (size: number): Uint8Array =>
      jsonWithSpaces(toRelay.feed, '{"cursor":null}', size - 2)
    mei.say(feed(limits.controlBytes + 1))
    expect(await problem(mei)).toContain('malformed')
    mei.say(feed(limits.controlBytes))
    await mei.take(control(toDevice.feedPage))
  },
  async valueDepth() {
    const mei = await running.device()
    const valueOf = (depth: number): Uint8Array => {
      let value: unknown = 'x'
      for (let level = 0; level < depth; level += 1) value = { in: value }
      const doc = new Y.Doc()
      doc.getMap('m').set('k', value)
      return Y.encodeStateAsUpdate(doc)
    }
    expect(await mei.push(newDoc(), valueOf(limits.valueDepth + 1))).toBe('malformed')
    expect(await mei.push(newDoc(), valueOf(limits.valueDepth))).toMatchObject({ seq: 1 })
  },
  async typeDepth() {
    const mei = await running.device()
    // What stands in a root type is not nested yet.
    expect(await mei.push(newDoc(), nested(limits.typeDepth + 2))).toBe('malformed')
    expect(await mei.push(newDoc(), nested(limits.typeDepth + 1))).toMatchObject({ seq: 1 })
    await stillWorks(mei)
  },
  async noteBytes() {
    const mei = await running.device()
    expect(
      await mei.push(newDoc(), write(new Y.Doc(), 'x'), 1, new Uint8Array(limits.noteBytes + 1)),
    ).toBe('note-too-large')
    expect(
      await mei.push(newDoc(), write(new Y.Doc(), 'x'), 2, new Uint8Array(limits.noteBytes)),
    ).toMatchObject({ seq: 1 })
  },
  async cardBytes() {
    const mei = await running.device()
    const doc = newDoc()
    await mei.push(doc, write(new Y.Doc(), 'x'))
    mei.say(cardFrame({ doc, bytes: new Uint8Array(limits.cardBytes + 1) }))
    expect(await problem(mei)).toContain('malformed')
    mei.say(cardFrame({ doc, bytes: new Uint8Array(limits.cardBytes) }))
    await stillWorks(mei)
  },
  async frameBytes() {
    const mei = await running.device()
    const frame = (size: number): Uint8Array => {
      const bytes = new Uint8Array(size)
      bytes.set([0, 0x3f])
      return bytes
    }
    mei.say(frame(limits.frameBytes))
    expect(await problem(mei)).toContain('unknown-message')
    mei.say(frame(limits.frameBytes + 1))
    expect((await mei.closed).code).toBe(closeCodes['too-large'])
    await stillWorks(await running.device())
  },
  async helloBytes() {
    const key = await running.person()
    const talk = await openTalk(running.address)
    const padded = (size: number): Uint8Array => {
      const text = JSON.stringify({ version: 1, device: key.device, app: 'x' })
      return Uint8Array.from([0, toRelay.hello, ...new TextEncoder().encode(text.padEnd(size - 2))])
    }
    talk.say(padded(limits.helloBytes))
    await talk.take(control(toDevice.challenge))
    const other = await openTalk(running.address)
    other.say(padded(limits.helloBytes + 1))
    expect((await other.closed).reason).toBe('too-large')
  },
  ...recordWalks(() => running.device()),
  async openDocuments() {
    const mei = await running.device()
    for (let i = 0; i < limits.openDocuments; i++)
      mei.say(jsonFrame(toRelay.open, { doc: newDoc(), client: 1, after: 0 }))
    for (let i = 0; i < limits.openDocuments; i++) await mei.take(control(toDevice.opened))
    const doc = newDoc()
    mei.say(jsonFrame(toRelay.open, { doc, client: 1, after: 0 }))
    expect(json(await mei.take(control(toDevice.denied)))).toEqual({ doc, code: 'too-many-open' })
    await stillWorks(mei)
  },
  async pullDocuments() {
    const mei = await running.device()
    const docs = (count: number): Uint8Array =>
      jsonFrame(toRelay.pull, { docs: Array.from({ length: count }, () => [newDoc(), 0]) })
    mei.say(docs(limits.pullDocuments + 1))
    expect(await problem(mei)).toContain('malformed')
    mei.say(docs(limits.pullDocuments))
    for (let i = 0; i < limits.pullDocuments; i++) await mei.take(control(toDevice.docRows))
    await stillWorks(mei)
  },
  async feedEntries() {
    const mei = await running.device()
    for (let n = 1; n <= limits.feedEntries + 1; n++) {
      mei.say(
        pushFrame({ n, doc: newDoc(), note: new Uint8Array(0), bytes: write(new Y.Doc(), 'x') }),
      )
    }
    await mei.answer(limits.feedEntries + 1)
    let cursor: string | null = null
    const sizes: number[] = []
    for (let more = true; more;) {
      mei.say(jsonFrame(toRelay.feed, { cursor }))
      const page = json(await mei.take(control(toDevice.feedPage))) as {
        entries: unknown[]
        cursor: string
        more: boolean
      }
      ;({ cursor, more } = page)
      sizes.push(page.entries.length)
    }
    expect(sizes.slice(0, -1).every((size) => size === limits.feedEntries)).toBe(true)
    expect(sizes.at(-1)).toBeLessThanOrEqual(limits.feedEntries)
    expect(sizes.length).toBeGreaterThan(1)
  },
  async presenceBytes() {
    const mei = await running.device()
    const lin = await running.device()
    const doc = newDoc()
    const { channel } = await mei.open(doc, 10)
    await lin.open(doc, 20)
    mei.say(bytesFrame(channel, onChannel.presence, presenceOf(10, 1, limits.presenceBytes + 1)))
    mei.say(bytesFrame(channel, onChannel.presence, presenceOf(10, 2, limits.presenceBytes)))
    expect((await lin.take(on(channel, onChannel.presence))).body.byteLength).toBe(
      limits.presenceBytes,
    )
    await stillWorks(mei)
  },
  async messagesPerSecond() {
    const mei = await running.device()
    now += 1_000
    for (let i = 0; i < limits.messagesPerSecond; i++) mei.say(Uint8Array.of(0, 0x3f))
    await expect.poll(() => mei.frames.length).toBeGreaterThanOrEqual(limits.messagesPerSecond)
    now += 1_000
    await hasRead(mei)
    for (let i = 0; i < limits.messagesPerSecond; i++) mei.say(Uint8Array.of(0, 0x3f))
    expect((await mei.closed).code).toBe(closeCodes['too-many-messages'])
    await stillWorks(await running.device())
  },
  async socketsPerMember() {
    const key = await running.person()
    const open: Device[] = []
    for (let i = 0; i < limits.socketsPerMember; i++) open.push(await signIn(running.address, key))
    await expect(signIn(running.address, key)).rejects.toThrow(
      String(closeCodes['too-many-sockets']),
    )
    for (const one of open) one.close()
    await Promise.all(open.map(({ closed }) => closed))
    await stillWorks(await signIn(running.address, key))
  },
  async socketBacklogBytes() {
    const mei = await running.device()
    const lin = await running.device()
    const docs = Array.from(
      { length: Math.ceil((2 * limits.socketBacklogBytes) / limits.updateBytes) },
      newDoc,
    )
    for (const doc of docs) await lin.open(doc, 1)
    lin.socket.pause()
    for (const doc of docs)
      expect(await mei.push(doc, updateOf(limits.updateBytes))).toMatchObject({ seq: 1 })
    lin.socket.resume()
    // Who does not even read the goodbye in time is cut off without it.
    expect([closeCodes['slow'], 1006]).toContain((await lin.closed).code)
    await stillWorks(mei)
  },
  async httpBodyBytes() {
    const send = (size: number): Promise<Response> =>
      fetch(`${running.address}/api/join`, { method: 'POST', body: 'x'.repeat(size) })
    expect((await send(limits.httpBodyBytes)).status).toBe(400)
    expect((await send(limits.httpBodyBytes + 1)).status).toBe(413)
  },
  async sessionMs() {
    const { welcome } = await running.device()
    const asks = async (): Promise<number> =>
      (await post(running.address, '/api/doc-token', { doc: newDoc() }, welcome.token)).status
    now += limits.sessionMs - 1
    expect(await asks()).toBe(200)
    now += 1
    expect(await asks()).toBe(401)
  },
  async docTokenMs() {
    const { welcome } = await running.device()
    const answer = await post(running.address, '/api/doc-token', { doc: newDoc() }, welcome.token)
    expect(docTokenAnswerSchema.parse(await answer.json()).expiresAt).toBe(now + limits.docTokenMs)
  },
  ...inviteWalks(() => running),
  async nameCharacters() {
    const invite = await running.invite()
    expect(
      (
        await askToJoin(
          running.address,
          await newKey(),
          invite,
          'x'.repeat(limits.nameCharacters + 1),
        )
      ).status,
    ).toBe(400)
    expect(
      (await askToJoin(running.address, await newKey(), invite, 'x'.repeat(limits.nameCharacters)))
        .status,
    ).toBe(200)
  },
}

/** Walked where their subject is tested. */
const elsewhere: Partial<Record<LimitName, string>> = {
  clientClock: 'test/server/relay/check.test.ts',
  newClientsPerUpdate: 'test/server/relay/check.test.ts',
  helloMs: 'test/server/relay/sign-in.test.ts',
  nonceMs: 'test/server/relay/sign-in.test.ts',
  presencePerSecond: 'test/server/relay/presence.test.ts',
  recordRows: 'test/server/relay/records.test.ts',
  sendBacksPerTask: 'test/server/relay/records-of-roles.test.ts',
  bookedMinutes: 'test/server/relay/records-of-roles.test.ts',
  flowHeads: 'test/server/relay/records-of-roles.test.ts',
  inviteTriesPerHour: 'test/server/http/joining.test.ts',
  requestsPerMinute: 'test/server/http/rates.test.ts',
  callsPerMinute: 'test/server/http/rates.test.ts',
  unknownSockets: 'test/server/relay/rates.test.ts',
  signInsPerMinute: 'test/server/relay/rates.test.ts',
  pushesPerMemberPerMinute: 'test/server/relay/rates.test.ts',
  pushesPerDocumentPerMinute: 'test/server/relay/rates.test.ts',
  callersCounted: 'test/server/relay/counted.test.ts',
  fileBytes: 'test/server/http/files.test.ts',
  fileIdleMs: 'test/server/http/files.test.ts',
  filePutsPerMemberPerMinute: 'test/server/http/files.test.ts',
  filePutsAtOnce: 'test/server/http/files.test.ts',
  fileReadsPerMemberPerMinute: 'test/server/http/files.test.ts',
  deviceInviteMs: 'test/server/directory/acts.test.ts',
  recoveryInviteMs: 'test/server/directory/recovery.test.ts',
  recoverySheets: 'test/server/directory/recovery.test.ts',
  deviceNameCharacters: 'test/server/relay/devices-told.test.ts',
  devicesTold: 'test/server/relay/devices-told.test.ts',
  grantsPerMember: 'test/server/directory/acts.test.ts',
  codeCharacters: 'test/client/features/people/code-form.dom.test.tsx',
}

/** A figure that refuses nothing: where an update is judged. */
const refusesNothing: readonly LimitName[] = ['inlineCheckBytes']

test('every limit is walked somewhere: here, where its subject is tested, or by the app (app-limits.dom.test.tsx)', () => {
  const named = [
    ...Object.keys(walked),
    ...Object.keys(elsewhere),
    ...refusesNothing,
    ...appLimits,
  ].sort()
  expect(named).toEqual(Object.keys(limits).sort())
})

test.each(Object.entries(walked))('%s', async (_, walk) => walk())

function presenceOf(client: number, clock: number, size: number): Uint8Array {
  const make = (name: string): Uint8Array => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify({ name }))
    return encoding.toUint8Array(encoder)
  }
  const overhead = make('x'.repeat(size - 100)).byteLength - (size - 100)
  return make('x'.repeat(size - overhead))
}
