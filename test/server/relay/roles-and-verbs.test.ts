/** Every verb of every role on every kind of document, at the relay, by a client that keeps to no rule. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import { randomId, type DocName, type Topic } from '#shared/lib/ids.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { feedPageSchema } from '#shared/protocol/control.ts'
import {
  bytesFrame,
  cardFrame,
  hashFrame,
  jsonFrame,
  onChannel,
  readDocRows,
  readVectorIs,
  toDevice,
  toRelay,
} from '#shared/protocol/frames.ts'
import { docTokenAnswerSchema, httpRefusalSchema } from '#shared/protocol/http.ts'
import { control, decoderOf, hasRead, json, post, signIn, type Device } from './device.ts'
import { on, type } from './frames.ts'
import { actingOn, type Acting } from './people-of-roles.ts'
import { presenceOf } from './presence-of.ts'
import { runRelay, type RunningRelay } from './running-relay.ts'

let now = 1_800_000_000_000
let running: RunningRelay
let acting: Acting
let owner: Device
const people = new Map<Role, Device>()
/** What everybody is granted, or is not. */
const shared = randomId() as Topic
/** Nobody outside is granted this one. */
const closed = randomId() as Topic

const roles = [
  'owner',
  'lead',
  'member',
  'viewer',
  'outside with nothing',
  'outside, view',
  'outside, comment',
  'outside, edit',
  'outside, ended',
  'outside, run out',
  'guest, view',
  'guest, comment',
  'guest, edit',
  'guest, ended',
  'guest, run out',
] as const
type Role = (typeof roles)[number]
type Word = 'no' | 'read' | 'write'

/** What each may do, written out by hand: on the shared brief, its talk, a closed brief, its talk, the workspace’s document, their own and another person’s. */
const table: Record<Role, readonly [Word, Word, Word, Word, Word, Word, Word]> = {
  owner: ['write', 'write', 'write', 'write', 'write', 'write', 'write'],
  lead: ['write', 'write', 'write', 'write', 'write', 'write', 'write'],
  member: ['write', 'write', 'write', 'write', 'read', 'write', 'read'],
  viewer: ['read', 'read', 'read', 'read', 'read', 'write', 'read'],
  'outside with nothing': ['no', 'no', 'no', 'no', 'read', 'write', 'no'],
  'outside, view': ['read', 'read', 'no', 'no', 'read', 'write', 'no'],
  'outside, comment': ['read', 'write', 'no', 'no', 'read', 'write', 'no'],
  'outside, edit': ['write', 'write', 'no', 'no', 'read', 'write', 'no'],
  'outside, ended': ['no', 'no', 'no', 'no', 'read', 'write', 'no'],
  'outside, run out': ['no', 'no', 'no', 'no', 'read', 'write', 'no'],
  'guest, view': ['read', 'read', 'no', 'no', 'no', 'no', 'no'],
  'guest, comment': ['read', 'write', 'no', 'no', 'no', 'no', 'no'],
  'guest, edit': ['write', 'write', 'no', 'no', 'no', 'no', 'no'],
  'guest, ended': ['no', 'no', 'no', 'no', 'no', 'no', 'no'],
  'guest, run out': ['no', 'no', 'no', 'no', 'no', 'no', 'no'],
}
const documentsOf = (device: Device): DocName[] => [
  documentNamed('brief', shared),
  documentNamed('talk', shared),
  documentNamed('brief', closed),
  documentNamed('talk', closed),
  documentNamed('workspace', owner.welcome.workspace.id),
  documentNamed('person', device.welcome.member),
  documentNamed('person', device === owner ? lead().welcome.member : owner.welcome.member),
]
const lead = (): Device => deviceOf('lead')
function deviceOf(role: Role): Device {
  const device = people.get(role)
  if (device === undefined) throw new Error(`nobody is ${role}`)
  return device
}

beforeAll(async () => {
  running = await runRelay({ now: () => now })
  acting = await actingOn(running, () => now)
  owner = await signIn(running.address, running.owner)
  people.set('owner', owner)
  for (const access of ['lead', 'member', 'viewer'] as const)
    people.set(access, await running.device(access))
  people.set('outside with nothing', await acting.outsider())
  const soon = now + 60_000
  for (const right of ['view', 'comment', 'edit'] as const) {
    const outside = await acting.outsider()
    await acting.grant(outside.welcome.member, shared, right)
    people.set(`outside, ${right}`, outside)
    people.set(`guest, ${right}`, await acting.guest([shared], right))
  }
  const ended = await acting.outsider()
  await acting.grant(ended.welcome.member, shared, 'edit')
  await acting.endGrant(ended.welcome.member, shared)
  people.set('outside, ended', ended)
  const endedGuest = await acting.guest([shared], 'edit')
  await acting.endGrant(endedGuest.welcome.member, shared)
  people.set('guest, ended', endedGuest)
  for (const role of ['outside', 'guest'] as const) {
    const device = role === 'guest' ? await acting.guest([shared], 'edit') : await acting.outsider()
    await acting.grant(device.welcome.member, shared, 'edit', soon)
    people.set(`${role}, run out`, device)
  }
  now = soon
  // A row by the owner in everything there is, with a card.
  for (const device of people.values())
    for (const doc of documentsOf(device)) await beginAs(owner, doc)
}, 60_000)
afterAll(() => running.stop())

const begun = new Map<DocName, Uint8Array>()
async function beginAs(device: Device, doc: DocName): Promise<void> {
  if (begun.has(doc)) return
  const bytes = type(new Y.Doc(), 'the owner’s words')
  begun.set(doc, bytes)
  expect(await device.push(doc, bytes)).toMatchObject({ seq: 1 })
  device.say(cardFrame({ doc, bytes: cardOf('owner') }))
  await hasRead(device)
}
const cardOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))

const verbs: Record<string, (device: Device, doc: DocName, may: Word) => Promise<void>> = {
  async open(device, doc, may) {
    const client = Math.floor(Math.random() * 2 ** 32)
    device.say(jsonFrame(toRelay.open, { doc, client, after: 0 }))
    const told = await device.take(
      (one) => control(toDevice.opened)(one) || control(toDevice.denied)(one),
    )
    if (may === 'no') return expect(json(told)).toEqual({ doc, code: 'no-access' })
    const opened = json(told) as { channel: number; canWrite: boolean }
    expect(opened).toMatchObject({ doc, canWrite: may === 'write' })
    await device.take(on(opened.channel, onChannel.ready))
    device.say(jsonFrame(toRelay.close, { channel: opened.channel }))
  },
  async pull(device, doc, may) {
    device.say(jsonFrame(toRelay.pull, { docs: [[doc, 0]] }))
    const rows = readDocRows(decoderOf(await device.take(control(toDevice.docRows))))
    if (may === 'no') expect(rows).toEqual({ doc, authors: [], snapshot: null, rows: [] })
    else expect(rows.rows.length).toBeGreaterThan(0)
  },
  async vector(device, doc, may) {
    device.say(jsonFrame(toRelay.vector, { doc }))
    const told = readVectorIs(decoderOf(await device.take(control(toDevice.vectorIs))))
    expect(told.doc).toBe(doc)
    expect(told.vector.byteLength > 1).toBe(may !== 'no')
  },
  async push(device, doc, may) {
    const before = await rowsOf(doc)
    const answer = await device.push(doc, type(new Y.Doc(), 'mine'))
    if (may === 'write') return expect(answer).toMatchObject({ seq: before + 1 })
    expect(answer).toBe('no-access')
    // Not even what is there already, or a forgery, or nonsense tells anything to who may not read.
    if (may === 'no') {
      for (const bytes of [begun.get(doc) ?? new Uint8Array(0), Uint8Array.of(9, 9, 9)])
        expect(await device.push(doc, bytes)).toBe('no-access')
    }
    expect(await rowsOf(doc)).toBe(before)
  },
  async card(device, doc, may) {
    const mine = cardOf(`of ${device.key.device}`)
    device.say(cardFrame({ doc, bytes: mine }))
    await hasRead(device)
    const stored = await cardOfDocument(doc)
    expect(stored === Buffer.from(mine).toString('base64url')).toBe(may === 'write')
  },
  async presence(device, doc, may) {
    const watching = await owner.open(doc, 77)
    await owner.take(on(watching.channel, onChannel.ready))
    const client = Math.floor(Math.random() * 2 ** 32)
    if (may !== 'no') await device.open(doc, client)
    device.say(bytesFrame(watching.channel, onChannel.presence, presenceOf(client, { here: 1 })))
    await hasRead(device)
    await hasRead(owner)
    const seen = owner.frames.filter(on(watching.channel, onChannel.presence))
    if (device !== owner) expect(seen.length > 0).toBe(may !== 'no')
    for (const frame of seen) owner.frames.splice(owner.frames.indexOf(frame), 1)
    for (const one of new Set([owner, device]))
      one.say(jsonFrame(toRelay.close, { channel: watching.channel }))
    await Promise.all([hasRead(owner), hasRead(device)])
    for (const one of new Set([owner, device])) one.frames.length = 0
  },
  async hash(device, doc, may) {
    // A new row, of which nobody has said anything yet.
    await owner.push(doc, type(new Y.Doc(), 'more'))
    const seq = await rowsOf(doc)
    owner.say(hashFrame({ doc, seq, hash: new Uint8Array(8) }))
    await hasRead(owner)
    device.say(hashFrame({ doc, seq, hash: new Uint8Array(8).fill(1) }))
    await hasRead(device)
    await hasRead(owner)
    const told = owner.frames.filter(control(toDevice.differs))
    expect(told.length > 0).toBe(may !== 'no')
    owner.frames.length = 0
  },
  async docToken(device, doc, may) {
    const answer = await post(running.address, '/api/doc-token', { doc }, device.welcome.token)
    if (may === 'no')
      expect([answer.status, httpRefusalSchema.parse(await answer.json()).code]).toEqual([
        403,
        'no-access',
      ])
    else expect(answer.status).toBe(200)
  },
}

const rowsOf = async (doc: DocName): Promise<number> =>
  (await running.relay.engine().log.state(owner.welcome.workspace.id, doc))?.seq ?? 0
async function cardOfDocument(doc: DocName): Promise<string | null> {
  const { entries } = await running.relay
    .engine()
    .log.feed(owner.welcome.workspace.id, 0, 1_000, (one) => one === doc)
  return entries[0]?.card ? Buffer.from(entries[0].card).toString('base64url') : null
}

test.each(roles)('%s: every verb on every kind of document', async (role) => {
  const device = deviceOf(role)
  const words = table[role]
  for (const [index, doc] of documentsOf(device).entries()) {
    for (const [verb, says] of Object.entries(verbs)) {
      await says(device, doc, words[index] ?? 'no').catch((error: unknown) => {
        throw new Error(`${role}, ${verb}, ${doc}`, { cause: error })
      })
    }
  }
  expect(device.socket.readyState).toBe(device.socket.OPEN)
})

async function feedOf(device: Device): Promise<{ docs: string[]; gone: string[]; pages: number }> {
  const docs: string[] = []
  const gone: string[] = []
  let cursor: string | null = null
  for (let pages = 1; ; pages += 1) {
    device.say(jsonFrame(toRelay.feed, { cursor }))
    const page = feedPageSchema.parse(json(await device.take(control(toDevice.feedPage))))
    docs.push(...page.entries.map(({ doc }) => doc))
    gone.push(...page.gone)
    cursor = page.cursor
    if (!page.more) return { docs, gone, pages }
  }
}

test.each(roles)('%s: the feed names what may be read and nothing else', async (role) => {
  const device = deviceOf(role)
  const may = documentsOf(device).filter((_, index) => table[role][index] !== 'no')
  const { docs, gone } = await feedOf(device)
  expect(docs).toEqual(expect.arrayContaining(may.map(String)))
  const inside = ['owner', 'lead', 'member', 'viewer'].includes(role)
  if (!inside) expect([...docs].sort()).toEqual(may.map(String).sort())
  expect(gone).toEqual(role.endsWith('ended') ? [shared] : [])
})

/** A stock client’s socket to one document: what it hears first, or why it was closed. */
async function plainSocket(doc: string, token: string): Promise<WebSocket> {
  return new WebSocket(`${running.address.replace('http', 'ws')}/doc/${doc}`, [
    'asterism',
    `bearer.${token}`,
  ])
}
const firstWord = (socket: WebSocket): Promise<number | 'heard'> =>
  new Promise((resolve) => {
    socket.once('message', () => resolve('heard'))
    socket.once('close', resolve)
  })

test('at /doc a reader is sent the document and a writer’s edit is stored; without a right the door stays shut', async () => {
  const doc = documentNamed('brief', shared)
  const viewer = deviceOf('guest, view')
  const tokenOf = async (device: Device): Promise<string> => {
    const answer = await post(running.address, '/api/doc-token', { doc }, device.welcome.token)
    return docTokenAnswerSchema.parse(await answer.json()).token
  }
  const update = (bytes: Uint8Array): Uint8Array =>
    Uint8Array.of(0, 2, ...lengthOf(bytes), ...bytes)
  const before = await rowsOf(doc)
  const reading = await plainSocket(doc, await tokenOf(viewer))
  expect(await firstWord(reading)).toBe('heard')
  reading.send(update(type(new Y.Doc(), 'x')))
  expect(await new Promise((resolve) => reading.once('close', resolve))).toBe(
    closeCodes['no-access'],
  )
  expect(await rowsOf(doc)).toBe(before)
  const writing = await plainSocket(doc, await tokenOf(deviceOf('guest, edit')))
  expect(await firstWord(writing)).toBe('heard')
  writing.send(update(type(new Y.Doc(), 'y')))
  await expect.poll(() => rowsOf(doc)).toBe(before + 1)
  writing.close()
  // A token outlives the grant it was asked under by nothing.
  const passing = await acting.guest([shared], 'edit')
  const token = await tokenOf(passing)
  const open = await plainSocket(doc, token)
  expect(await firstWord(open)).toBe('heard')
  const isClosed = new Promise((resolve) => open.once('close', resolve))
  await acting.endGrant(passing.welcome.member, shared)
  expect(await isClosed).toBe(closeCodes['no-access'])
  expect(await firstWord(await plainSocket(doc, token))).toBe(closeCodes['no-access'])
})

/** A varuint’s bytes. */
function lengthOf(bytes: Uint8Array): number[] {
  const out: number[] = []
  let left = bytes.byteLength
  for (; left > 127; left >>>= 7) out.push((left & 127) | 128)
  return [...out, left]
}

test('a stranger’s key, a removed member’s and an ended guest’s open nothing', async () => {
  const member = await running.device('member')
  const guest = await acting.guest([shared], 'edit')
  await acting.remove(member.welcome.member)
  await acting.remove(guest.welcome.member)
  for (const gone of [member, guest]) {
    expect((await gone.closed).code).toBe(closeCodes['no-access'])
    await expect(signIn(running.address, gone.key)).rejects.toThrow('no-access')
    const doc = documentNamed('brief', shared)
    const answer = await post(running.address, '/api/doc-token', { doc }, gone.welcome.token)
    expect(answer.status).toBe(401)
  }
})
