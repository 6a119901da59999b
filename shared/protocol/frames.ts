/**
 * The binary layout of `/sync`: every WebSocket frame is `[channel varuint][type byte][body]`, channel 0 is control.
 * varuint and length-prefixed bytes as in lib0/encoding. Decoders throw on truncated input; the doors catch
 * and answer `malformed`. Left out: what the messages mean to a document.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { byteOfRefusal, refusalOfByte, type Refusal } from './refusals.ts'

/** Channel 0, device → relay. */
export const toRelay = {
  hello: 0x01,
  proof: 0x02,
  refresh: 0x03,
  open: 0x04,
  close: 0x05,
  feed: 0x06,
  pull: 0x07,
  push: 0x08,
  vector: 0x09,
  card: 0x0a,
  ping: 0x0b,
  hash: 0x0c,
  record: 0x0d,
  records: 0x0e,
  devices: 0x0f,
} as const

/** Channel 0, relay → device. */
export const toDevice = {
  challenge: 0x41,
  welcome: 0x42,
  token: 0x43,
  opened: 0x44,
  denied: 0x45,
  feedPage: 0x46,
  news: 0x47,
  docRows: 0x48,
  ack: 0x49,
  no: 0x4a,
  vectorIs: 0x4b,
  people: 0x4c,
  problem: 0x4d,
  pong: 0x4e,
  differs: 0x4f,
  standing: 0x50,
  recordRows: 0x51,
  devicesAre: 0x52,
} as const

/** Channels ≥ 1: one document each. `presence` travels both ways, the others relay → device. */
export const onChannel = {
  snapshot: 0x01,
  row: 0x02,
  ready: 0x03,
  presence: 0x04,
  shut: 0x05,
} as const

/** One committed update of a document. `device` is the relay's number of the pushing device, `at` the relay's receipt time. */
export interface Row {
  readonly seq: number
  readonly device: number
  readonly at: number
  /** {command, fields} as UTF-8 JSON of at most limits.noteBytes, or empty. */
  readonly note: Uint8Array
  readonly bytes: Uint8Array
}
/** Everything up to and with row `upto`, merged. */
export interface Snapshot {
  readonly upto: number
  readonly bytes: Uint8Array
}
export interface Push {
  /** The device's own number of this change, unique per device for ever. */
  readonly n: number
  readonly doc: string
  readonly note: Uint8Array
  readonly bytes: Uint8Array
}
export interface Ack {
  readonly n: number
  /** The row's number in its document, 0 when nothing in it was new; of a record its number in its scope's ledger. */
  readonly seq: number
}

export interface FrameHead {
  readonly channel: number
  readonly type: number
  readonly body: decoding.Decoder
}

export function readFrame(frame: Uint8Array): FrameHead {
  const body = decoding.createDecoder(frame)
  const channel = decoding.readVarUint(body)
  return { channel, type: decoding.readUint8(body), body }
}

export const readJson = (body: decoding.Decoder): unknown =>
  JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(decoding.readTailAsUint8Array(body)))

export const readRest = (body: decoding.Decoder): Uint8Array => decoding.readTailAsUint8Array(body)

export function jsonFrame(type: number, value: unknown): Uint8Array {
  return frame(0, type, (encoder) =>
    encoding.writeUint8Array(encoder, new TextEncoder().encode(JSON.stringify(value))),
  )
}

export function bytesFrame(channel: number, type: number, bytes: Uint8Array): Uint8Array {
  return frame(channel, type, (encoder) => encoding.writeUint8Array(encoder, bytes))
}

export function pushFrame(push: Push): Uint8Array {
  return frame(0, toRelay.push, (encoder) => {
    encoding.writeVarUint(encoder, push.n)
    encoding.writeVarString(encoder, push.doc)
    encoding.writeVarUint8Array(encoder, push.note)
    encoding.writeUint8Array(encoder, push.bytes)
  })
}

export function readPush(body: decoding.Decoder): Push {
  const n = decoding.readVarUint(body)
  const doc = decoding.readVarString(body)
  const note = decoding.readVarUint8Array(body)
  return { n, doc, note, bytes: decoding.readTailAsUint8Array(body) }
}

/** What stands for the document on devices that do not have it: opaque to the relay, sent along with a push. */
export interface Card {
  readonly doc: string
  readonly bytes: Uint8Array
}

export function cardFrame({ doc, bytes }: Card): Uint8Array {
  return frame(0, toRelay.card, (encoder) => {
    encoding.writeVarString(encoder, doc)
    encoding.writeUint8Array(encoder, bytes)
  })
}

export function readCard(body: decoding.Decoder): Card {
  return { doc: decoding.readVarString(body), bytes: decoding.readTailAsUint8Array(body) }
}

const hashBytes = 8

/** What a document's content comes to on this device at its row `seq`: content-hash.ts of shared/documents. */
export interface ContentHash {
  readonly doc: string
  readonly seq: number
  readonly hash: Uint8Array
}

export function hashFrame({ doc, seq, hash }: ContentHash): Uint8Array {
  return frame(0, toRelay.hash, (encoder) => {
    encoding.writeVarString(encoder, doc)
    encoding.writeVarUint(encoder, seq)
    encoding.writeUint8Array(encoder, hash)
  })
}

export function readHash(body: decoding.Decoder): ContentHash {
  const doc = decoding.readVarString(body)
  const seq = decoding.readVarUint(body)
  const hash = decoding.readTailAsUint8Array(body)
  if (hash.byteLength !== hashBytes) throw new RangeError(`a hash has ${hashBytes} bytes`)
  return { doc, seq, hash }
}

/** Two devices showed different content of a document at the same row. */
export type Differs = Omit<ContentHash, 'hash'>

export function differsFrame({ doc, seq }: Differs): Uint8Array {
  return frame(0, toDevice.differs, (encoder) => {
    encoding.writeVarString(encoder, doc)
    encoding.writeVarUint(encoder, seq)
  })
}

export const readDiffers = (body: decoding.Decoder): Differs => ({
  doc: decoding.readVarString(body),
  seq: decoding.readVarUint(body),
})

export function ackFrame(acks: readonly Ack[]): Uint8Array {
  return frame(0, toDevice.ack, (encoder) => {
    for (const { n, seq } of acks) {
      encoding.writeVarUint(encoder, n)
      encoding.writeVarUint(encoder, seq)
    }
  })
}

export function readAcks(body: decoding.Decoder): Ack[] {
  const acks: Ack[] = []
  while (decoding.hasContent(body)) {
    acks.push({ n: decoding.readVarUint(body), seq: decoding.readVarUint(body) })
  }
  return acks
}

export function noFrame(n: number, refusal: Refusal): Uint8Array {
  return frame(0, toDevice.no, (encoder) => {
    encoding.writeVarUint(encoder, n)
    encoding.writeUint8(encoder, byteOfRefusal(refusal))
  })
}

export function readNo(body: decoding.Decoder): { n: number; refusal: Refusal } {
  const n = decoding.readVarUint(body)
  const refusal = refusalOfByte(decoding.readUint8(body))
  if (refusal === null) throw new RangeError('a refusal this version does not know')
  return { n, refusal }
}

export function rowFrame(channel: number, row: Row): Uint8Array {
  return frame(channel, onChannel.row, (encoder) => {
    writeRowHead(encoder, row)
    encoding.writeUint8Array(encoder, row.bytes)
  })
}

export function readRow(body: decoding.Decoder): Row {
  const head = readRowHead(body)
  return { ...head, bytes: decoding.readTailAsUint8Array(body) }
}

export function snapshotFrame(channel: number, snapshot: Snapshot): Uint8Array {
  return frame(channel, onChannel.snapshot, (encoder) => {
    encoding.writeVarUint(encoder, snapshot.upto)
    encoding.writeUint8Array(encoder, snapshot.bytes)
  })
}

export function readSnapshot(body: decoding.Decoder): Snapshot {
  return { upto: decoding.readVarUint(body), bytes: decoding.readTailAsUint8Array(body) }
}

export function readyFrame(channel: number, seq: number): Uint8Array {
  return frame(channel, onChannel.ready, (encoder) => encoding.writeVarUint(encoder, seq))
}

export const readReady = (body: decoding.Decoder): number => decoding.readVarUint(body)

/** A clientID and the relay's number of the device it belongs to in this document. */
export type Authorship = readonly [client: number, device: number]

/** The answer to a pull for one document: rows after what the device held, with a snapshot first where rows were packed away. */
export interface DocRows {
  readonly doc: string
  /** Everybody who has written in the document; none when nothing is newer. */
  readonly authors: readonly Authorship[]
  readonly snapshot: Snapshot | null
  readonly rows: readonly Row[]
}

export function docRowsFrame({ doc, authors, snapshot, rows }: DocRows): Uint8Array {
  return frame(0, toDevice.docRows, (encoder) => {
    encoding.writeVarString(encoder, doc)
    encoding.writeVarUint(encoder, authors.length)
    for (const [client, device] of authors) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, device)
    }
    encoding.writeUint8(encoder, snapshot === null ? 0 : 1)
    if (snapshot !== null) {
      encoding.writeVarUint(encoder, snapshot.upto)
      encoding.writeVarUint8Array(encoder, snapshot.bytes)
    }
    for (const row of rows) {
      writeRowHead(encoder, row)
      encoding.writeVarUint8Array(encoder, row.bytes)
    }
  })
}

export function readDocRows(body: decoding.Decoder): DocRows {
  const doc = decoding.readVarString(body)
  const authors: Authorship[] = []
  for (let left = decoding.readVarUint(body); left > 0; left -= 1)
    authors.push([decoding.readVarUint(body), decoding.readVarUint(body)])
  const snapshot =
    decoding.readUint8(body) === 0
      ? null
      : { upto: decoding.readVarUint(body), bytes: decoding.readVarUint8Array(body) }
  const rows: Row[] = []
  while (decoding.hasContent(body)) {
    const head = readRowHead(body)
    rows.push({ ...head, bytes: decoding.readVarUint8Array(body) })
  }
  return { doc, authors, snapshot, rows }
}

export function vectorIsFrame(doc: string, vector: Uint8Array): Uint8Array {
  return frame(0, toDevice.vectorIs, (encoder) => {
    encoding.writeVarString(encoder, doc)
    encoding.writeUint8Array(encoder, vector)
  })
}

export function readVectorIs(body: decoding.Decoder): { doc: string; vector: Uint8Array } {
  return { doc: decoding.readVarString(body), vector: decoding.readTailAsUint8Array(body) }
}

/** One frame; bodies are written by the messages' own functions. */
export function frame(
  channel: number,
  type: number,
  write: (encoder: encoding.Encoder) => void,
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, channel)
  encoding.writeUint8(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

function writeRowHead(encoder: encoding.Encoder, row: Row): void {
  encoding.writeVarUint(encoder, row.seq)
  encoding.writeVarUint(encoder, row.device)
  encoding.writeVarUint(encoder, row.at)
  encoding.writeVarUint8Array(encoder, row.note)
}

function readRowHead(body: decoding.Decoder): Omit<Row, 'bytes'> {
  return {
    seq: decoding.readVarUint(body),
    device: decoding.readVarUint(body),
    at: decoding.readVarUint(body),
    note: decoding.readVarUint8Array(body),
  }
}
