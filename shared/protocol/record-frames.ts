/** The frames of records: one on its way to the relay, and a scope's ledger on its way to a device. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { frame, toDevice, toRelay } from './frames.ts'

/** A record to be taken up, under the outbox's number as a push has one. */
export interface PushedRecord {
  readonly n: number
  /** Raw r‖s. */
  readonly signature: Uint8Array
  readonly text: string
}

export function recordFrame({ n, signature, text }: PushedRecord): Uint8Array {
  return frame(0, toRelay.record, (encoder) => {
    encoding.writeVarUint(encoder, n)
    encoding.writeVarUint8Array(encoder, signature)
    encoding.writeVarString(encoder, text)
  })
}

export function readRecord(body: decoding.Decoder): PushedRecord {
  const n = decoding.readVarUint(body)
  const signature = decoding.readVarUint8Array(body)
  return { n, signature, text: decoding.readVarString(body) }
}

/** The answer to a question for records, for one scope: its ledger after what the device held, as far as it fits. */
export interface RecordRows {
  readonly scope: string
  readonly more: boolean
  readonly rows: readonly RecordRow[]
}
export interface RecordRow {
  readonly seq: number
  /** The relay's receipt time, ms. */
  readonly at: number
  readonly text: string
  readonly signature: Uint8Array
  /** The device's public key, SPKI. */
  readonly key: Uint8Array
  readonly link: string
  readonly countersignature: Uint8Array
}

export function recordRowsFrame({ scope, more, rows }: RecordRows): Uint8Array {
  return frame(0, toDevice.recordRows, (encoder) => {
    encoding.writeVarString(encoder, scope)
    encoding.writeUint8(encoder, more ? 1 : 0)
    for (const row of rows) {
      encoding.writeVarUint(encoder, row.seq)
      encoding.writeVarUint(encoder, row.at)
      encoding.writeVarString(encoder, row.text)
      encoding.writeVarUint8Array(encoder, row.signature)
      encoding.writeVarUint8Array(encoder, row.key)
      encoding.writeVarString(encoder, row.link)
      encoding.writeVarUint8Array(encoder, row.countersignature)
    }
  })
}

export function readRecordRows(body: decoding.Decoder): RecordRows {
  const scope = decoding.readVarString(body)
  const more = decoding.readUint8(body) === 1
  const rows: RecordRow[] = []
  while (decoding.hasContent(body)) {
    rows.push({
      seq: decoding.readVarUint(body),
      at: decoding.readVarUint(body),
      text: decoding.readVarString(body),
      signature: decoding.readVarUint8Array(body),
      key: decoding.readVarUint8Array(body),
      link: decoding.readVarString(body),
      countersignature: decoding.readVarUint8Array(body),
    })
  }
  return { scope, more, rows }
}
