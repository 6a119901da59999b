/**
 * A pack: up to 1,000 retired rows of one document. Two deflated parts, so that history reads the heads (who, when,
 * what) without the bodies (the updates' bytes). Both start with the format's number, 1; the rest is lib0 encoding.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { promisify } from 'node:util'

export interface PackedHead {
  readonly seq: number
  readonly device: number
  readonly n: number | null
  readonly at: number
  readonly note: Uint8Array
  readonly recoveredBy: number | null
}
export interface PackedRow extends PackedHead {
  readonly bytes: Uint8Array
}

const FORMAT = 1
const deflate = promisify<Uint8Array, Buffer>(deflateRaw)
const inflate = promisify<Uint8Array, Buffer>(inflateRaw)

export async function packRows(
  rows: readonly PackedRow[],
): Promise<{ heads: Uint8Array; bodies: Uint8Array }> {
  const heads = started(rows.length)
  const bodies = started(rows.length)
  for (const row of rows) {
    writeHead(heads, row)
    encoding.writeVarUint8Array(bodies, row.bytes)
  }
  const [packedHeads, packedBodies] = await Promise.all([finished(heads), finished(bodies)])
  return { heads: packedHeads, bodies: packedBodies }
}

export async function unpackHeads(packed: Uint8Array): Promise<readonly PackedHead[]> {
  const { decoder, length } = await opened(packed)
  return Array.from({ length }, () => readHead(decoder))
}

export async function unpackBodies(packed: Uint8Array): Promise<readonly Uint8Array[]> {
  const { decoder, length } = await opened(packed)
  return Array.from({ length }, () => decoding.readVarUint8Array(decoder).slice())
}

function writeHead(encoder: encoding.Encoder, row: PackedHead): void {
  encoding.writeVarUint(encoder, row.seq)
  encoding.writeVarUint(encoder, row.device)
  // 0 stands for none; a device's numbers are stored one higher.
  encoding.writeVarUint(encoder, row.n === null ? 0 : row.n + 1)
  encoding.writeVarUint(encoder, row.at)
  encoding.writeVarUint8Array(encoder, row.note)
  encoding.writeVarUint(encoder, row.recoveredBy === null ? 0 : row.recoveredBy + 1)
}

function readHead(decoder: decoding.Decoder): PackedHead {
  const seq = decoding.readVarUint(decoder)
  const device = decoding.readVarUint(decoder)
  const n = decoding.readVarUint(decoder)
  const at = decoding.readVarUint(decoder)
  // Copied, or every note would keep the whole pack in memory.
  const note = decoding.readVarUint8Array(decoder).slice()
  const recoveredBy = decoding.readVarUint(decoder)
  return {
    seq,
    device,
    n: n === 0 ? null : n - 1,
    at,
    note,
    recoveredBy: recoveredBy === 0 ? null : recoveredBy - 1,
  }
}

function started(length: number): encoding.Encoder {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, length)
  return encoder
}

async function finished(encoder: encoding.Encoder): Promise<Uint8Array> {
  const deflated = await deflate(encoding.toUint8Array(encoder))
  const packed = new Uint8Array(deflated.length + 1)
  packed[0] = FORMAT
  packed.set(deflated, 1)
  return packed
}

async function opened(packed: Uint8Array): Promise<{ decoder: decoding.Decoder; length: number }> {
  if (packed[0] !== FORMAT)
    throw new Error('a pack of history in a format this version does not know')
  const inflated = await inflate(packed.subarray(1))
  const decoder = decoding.createDecoder(new Uint8Array(inflated))
  return { decoder, length: decoding.readVarUint(decoder) }
}
