/**
 * The wire of `/sync` in memory: documents as numbered rows, acknowledgements once per (device, n), gaps, feed, presence.
 * A test decides when frames arrive and when sockets are cut. It judges updates as far as a device can tell.
 */
import * as Y from 'yjs'
import type { SocketEvents, Socket } from '#client/replica/environment.ts'
import type { DeviceId, DocName } from '#shared/lib/ids.ts'
import {
  ackFrame,
  bytesFrame,
  differsFrame,
  docRowsFrame,
  jsonFrame,
  noFrame,
  onChannel,
  readCard,
  readFrame,
  readHash,
  readJson,
  readPush,
  readRest,
  readyFrame,
  rowFrame,
  toDevice,
  toRelay,
  vectorIsFrame,
  type ContentHash,
  type Push,
  type Row,
} from '#shared/protocol/frames.ts'
import { readRecord, recordRowsFrame, type PushedRecord } from '#shared/protocol/record-frames.ts'
import * as control from '#shared/protocol/control.ts'
import type { PushRefusal, Refusal } from '#shared/protocol/refusals.ts'
import { inOrder } from './in-order.ts'
import { devicesFrame } from './fake-devices.ts'
import { createFakeLedger, type FakeLedger } from './fake-ledger.ts'
import { closeCodes, type CloseReason } from '#shared/protocol/close-codes.ts'

export const workspaceId = 'workspace00000000000000000'.replaceAll('o', '0').slice(0, 26)

interface Line {
  readonly number: number
  device: DeviceId | null
  readonly open: Map<number, { doc: string; client: number }>
  readonly send: (frame: Uint8Array) => void
  readonly end: (code: number) => void
}

export interface FakeRelay {
  openSocket(events: SocketEvents): Socket
  /** Frames wait here until `deliver`; null: they are delivered at the next turn. */
  cutAll(code?: number): void
  close(reason: CloseReason): void
  /** While true, sockets fail to open. */
  down: boolean
  /** While true, frames of both directions vanish without the socket closing. */
  frozen: boolean
  /** How many turns of the event loop a frame takes. */
  delay: () => number
  /** Asked before a push is judged. */
  judge: (push: Push) => PushRefusal | null
  /** Called before a pull is answered. */
  onPull: () => void
  epoch: string
  /** The highest push number it says it knows. */
  pushed: number
  /** A clientID of another device. */
  taken: number | null
  access: 'owner' | 'member' | 'viewer'
  /** Somebody outside reads what is granted. What is pushed is judged by `judge` alone. */
  outside: boolean
  grants: control.Welcome['grants']
  /** The relay's clock. */
  now: () => number
  /** Tells everybody how they stand now. */
  tellStanding(): void
  people: control.Person[]
  /** Whoever is asked about has these; null: it is older than the question. */
  devices: control.KnownDevice[] | null
  address: string | undefined
  readonly cards: Map<string, Uint8Array>
  /** Asked before a record is judged. */
  judgeRecord: (text: string) => Refusal | null
  /** Records it has, with the device that said each, in the order it took them. */
  recordsInAnswer: number
  readonly records: FakeLedger['records']
  readonly rows: Map<string, Row[]>
  doc(name: DocName): Y.Doc
  readonly pushes: { device: string; n: number }[]
  /** What devices said their documents come to, in hex. */
  readonly hashes: { device: string; doc: string; seq: number; hash: string }[]
  /** Tells everybody that their content of a document differs. */
  differs(doc: DocName): void
  /** Pretends another device had written this. */
  insert(name: DocName, bytes: Uint8Array): void
  /** As if an older backup had been put back: the document has no row, and no push of it is known. */
  forget(name: DocName): void
  /** As if an older backup had been put back: only so many records are known. */
  forgetRecords(kept: number): void
  sockets(): number
}

export function createFakeRelay(): FakeRelay {
  const lines = new Set<Line>()
  const stored = new Map<string, number>()
  const deviceNumbers = new Map<string, number>()
  const channels = new Map<string, number>()
  const changes: string[] = []
  const presence = new Map<string, Map<number, Uint8Array>>()

  const rowsOf = (doc: string): Row[] => {
    const rows = relay.rows.get(doc) ?? []
    relay.rows.set(doc, rows)
    return rows
  }
  const authorsOf = (doc: string): [client: number, device: number][] => {
    const authors = new Map<number, number>()
    for (const { bytes, device } of rowsOf(doc))
      for (const client of Y.parseUpdateMeta(bytes).to.keys())
        if (!authors.has(client)) authors.set(client, device)
    return [...authors]
  }
  const channelOf = (doc: string): number => {
    const number = channels.get(doc) ?? channels.size + 1
    channels.set(doc, number)
    return number
  }
  const built = new Map<string, { doc: Y.Doc; rows: number }>()
  const docOf = (name: string): Y.Doc => {
    const known = built.get(name) ?? { doc: new Y.Doc(), rows: 0 }
    built.set(name, known)
    for (const { bytes } of rowsOf(name).slice(known.rows)) Y.applyUpdate(known.doc, bytes)
    known.rows = rowsOf(name).length
    return known.doc
  }

  const append = (
    doc: string,
    device: number,
    push: Pick<Push, 'note' | 'bytes'>,
    from: Line | null,
  ): number => {
    const row: Row = {
      seq: rowsOf(doc).length + 1,
      device,
      at: 1,
      note: push.note,
      bytes: push.bytes,
    }
    rowsOf(doc).push(row)
    changes.push(doc)
    for (const line of lines) {
      if (line === from || line.device === null) continue
      if (line.open.has(channelOf(doc))) line.send(rowFrame(channelOf(doc), row))
      else line.send(jsonFrame(toDevice.news, {}))
    }
    return row.seq
  }

  const isGap = (push: Push): boolean => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(docOf(push.doc)))
    Y.applyUpdate(doc, push.bytes)
    return doc.store.pendingStructs !== null
  }

  const onPush = (line: Line, push: Push): void => {
    const device = line.device ?? ''
    relay.pushes.push({ device, n: push.n })
    const key = `${device} ${push.n}`
    const before = stored.get(key)
    if (before !== undefined) return line.send(ackFrame([{ n: push.n, seq: before }]))
    const refusal =
      relay.judge(push) ??
      (relay.access === 'viewer' ? 'no-access' : null) ??
      (isGap(push) ? 'gap' : null)
    if (refusal !== null) return line.send(noFrame(push.n, refusal))
    const seq = append(push.doc, deviceNumbers.get(device) ?? 0, push, line)
    stored.set(key, seq)
    line.send(ackFrame([{ n: push.n, seq }]))
  }

  const ledger = createFakeLedger((text) => relay.judgeRecord(text))
  const onRecord = (line: Line, { n, text, signature }: PushedRecord): void => {
    const before = ledger.records.length
    const answer = ledger.take(line.device ?? '', text, signature)
    line.send(typeof answer === 'number' ? ackFrame([{ n, seq: answer }]) : noFrame(n, answer))
    if (ledger.records.length === before) return
    for (const one of lines) if (one.device !== null) one.send(jsonFrame(toDevice.news, {}))
  }

  const standing = (): control.ToldStanding => ({
    access: relay.access,
    outside: relay.outside,
    functions: [],
    grants: relay.grants,
  })
  const onControl = (line: Line, type: number, json: () => unknown): void => {
    if (type === toRelay.hello) {
      line.device = control.helloSchema.parse(json()).device
      if (!deviceNumbers.has(line.device)) deviceNumbers.set(line.device, deviceNumbers.size + 1)
      line.send(jsonFrame(toDevice.challenge, { nonce: 'bm9uY2U' }))
    }
    if (type === toRelay.proof) {
      line.send(
        jsonFrame(toDevice.welcome, {
          epoch: relay.epoch,
          workspace: { id: workspaceId, name: 'Fake' },
          address: relay.address,
          member: workspaceId,
          ...standing(),
          device: deviceNumbers.get(line.device ?? '') ?? 0,
          pushed: relay.pushed,
          records: ledger.newestOf(line.device),
          relayKey: 'a2V5',
          token: 'dG9rZW4',
          tokenMs: 900_000,
          now: relay.now(),
          people: relay.people,
        }),
      )
    }
    if (type === toRelay.open) {
      const { doc, client, after } = control.openSchema.parse(json())
      if (client === relay.taken)
        return line.send(jsonFrame(toDevice.denied, { doc, code: 'client-taken' }))
      const channel = channelOf(doc)
      line.open.set(channel, { doc, client })
      line.send(
        jsonFrame(toDevice.opened, {
          doc,
          channel,
          seq: rowsOf(doc).length,
          canWrite: relay.access !== 'viewer',
          authors: authorsOf(doc),
        }),
      )
      for (const row of rowsOf(doc).slice(after)) line.send(rowFrame(channel, row))
      line.send(readyFrame(channel, rowsOf(doc).length))
      for (const bytes of presence.get(doc)?.values() ?? [])
        line.send(bytesFrame(channel, onChannel.presence, bytes))
    }
    if (type === toRelay.close) line.open.delete(control.closeSchema.parse(json()).channel)
    if (type === toRelay.feed) {
      const { cursor } = control.feedSchema.parse(json())
      const entries = [...new Set(changes.slice(Number(cursor ?? 0)))].map((doc) => ({
        doc,
        seq: rowsOf(doc).length,
        at: 1,
        ...(relay.cards.has(doc)
          ? { card: Buffer.from(relay.cards.get(doc) ?? []).toString('base64url') }
          : {}),
      }))
      const page = {
        entries,
        gone: [],
        records: ledger.scopes(),
        cursor: String(changes.length),
        more: false,
      }
      line.send(jsonFrame(toDevice.feedPage, page))
    }
    if (type === toRelay.pull) {
      relay.onPull()
      for (const [doc, after] of control.pullSchema.parse(json()).docs) {
        const rows = rowsOf(doc).slice(after)
        const authors = rows.length > 0 ? authorsOf(doc) : []
        line.send(docRowsFrame({ doc, authors, snapshot: null, rows }))
      }
    }
    if (type === toRelay.records) {
      for (const [scope, after] of control.recordsSchema.parse(json()).scopes) {
        line.send(recordRowsFrame(ledger.read(scope, after, relay.recordsInAnswer)))
      }
    }
    if (type === toRelay.devices) line.send(devicesFrame(json(), relay.devices))
    if (type === toRelay.vector) {
      const { doc } = control.vectorSchema.parse(json())
      line.send(vectorIsFrame(doc, Y.encodeStateVector(docOf(doc))))
    }
  }

  const onHash = (line: Line, { doc, seq, hash }: ContentHash): void => {
    const said = relay.hashes.filter((one) => one.doc === doc && one.seq === seq)
    const hex = Buffer.from(hash).toString('hex')
    relay.hashes.push({ device: line.device ?? '', doc, seq, hash: hex })
    const isNew = said.every((one) => one.hash !== hex)
    if (said.length > 0 && isNew && seq === rowsOf(doc).length)
      for (const one of lines) one.send(differsFrame({ doc, seq }))
  }

  const onFrame = (line: Line, frame: Uint8Array): void => {
    const { channel, type, body } = readFrame(frame)
    if (channel === 0 && type === toRelay.push) return onPush(line, readPush(body))
    if (channel === 0 && type === toRelay.record) return onRecord(line, readRecord(body))
    if (channel === 0 && type === toRelay.ping)
      return line.send(bytesFrame(0, toDevice.pong, new Uint8Array(0)))
    if (channel === 0 && type === toRelay.hash) return onHash(line, readHash(body))
    if (channel === 0 && type === toRelay.card) {
      const { doc, bytes } = readCard(body)
      return void relay.cards.set(doc, new Uint8Array(bytes))
    }
    if (channel === 0) return onControl(line, type, () => readJson(body))
    const opened = line.open.get(channel)
    if (type !== onChannel.presence || opened === undefined) return
    const bytes = readRest(body)
    const all = presence.get(opened.doc) ?? new Map<number, Uint8Array>()
    presence.set(opened.doc, all.set(opened.client, bytes))
    for (const other of lines)
      if (other !== line && other.open.has(channel))
        other.send(bytesFrame(channel, onChannel.presence, bytes))
  }

  const relay: FakeRelay = {
    down: false,
    frozen: false,
    delay: () => 0,
    judge: () => null,
    onPull: () => undefined,
    epoch: 'first',
    pushed: 0,
    taken: null,
    access: 'member',
    outside: false,
    grants: [],
    now: () => 1,
    tellStanding() {
      for (const line of lines)
        if (line.device !== null) line.send(jsonFrame(toDevice.standing, standing()))
    },
    people: [],
    devices: [],
    address: undefined,
    cards: new Map(),
    judgeRecord: () => null,
    recordsInAnswer: 2,
    records: ledger.records,
    rows: new Map(),
    pushes: [],
    hashes: [],
    differs(doc) {
      for (const line of lines) line.send(differsFrame({ doc, seq: rowsOf(doc).length }))
    },
    doc: (name) => docOf(name),
    insert: (name, bytes) => void append(name, 99, { note: new Uint8Array(), bytes }, null),
    forgetRecords: ledger.forget,
    forget(name) {
      relay.rows.delete(name)
      built.delete(name)
      stored.clear()
    },
    sockets: () => lines.size,
    openSocket(events) {
      let alive = true
      const toThere = inOrder(() => relay.delay())
      const toHere = inOrder(() => relay.delay())
      const line: Line = {
        number: lines.size,
        device: null,
        open: new Map(),
        send: (frame) => {
          if (alive && !relay.frozen) toHere(() => void (alive && events.received(frame)))
        },
        end(code) {
          if (!alive) return
          alive = false
          lines.delete(line)
          setImmediate(() => events.closed(code))
        },
      }
      if (relay.down) setImmediate(() => line.end(1006))
      else {
        lines.add(line)
        toHere(() => void (alive && events.opened()))
      }
      return {
        send(frame) {
          if (alive && !relay.frozen) toThere(() => void (alive && onFrame(line, frame)))
        },
        close() {
          alive = false
          lines.delete(line)
        },
      }
    },
    cutAll(code = 1006) {
      for (const line of [...lines]) line.end(code)
    },
    close(reason) {
      for (const line of [...lines]) line.end(closeCodes[reason])
    },
  }
  return relay
}
