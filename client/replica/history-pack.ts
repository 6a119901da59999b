/**
 * Rows that went into a snapshot, packed for the history (docs/decisions.md, 7): format byte 1, then deflated rows of
 * `[seq, 0 for none][by + 1, 0 for this device][at][1 and the note, or 0][bytes]` in lib0 encoding, oldest first.
 * Left out: which rows, and reading them in words.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { PastChange } from './store.ts'

const FORMAT = 1

export async function packChanges(changes: readonly PastChange[]): Promise<Uint8Array> {
  const encoder = encoding.createEncoder()
  for (const { seq, by, at, note, bytes } of changes) {
    encoding.writeVarUint(encoder, seq ?? 0)
    encoding.writeVarUint(encoder, by === null ? 0 : by + 1)
    encoding.writeVarUint(encoder, at)
    encoding.writeUint8(encoder, note === null ? 0 : 1)
    if (note !== null) encoding.writeVarUint8Array(encoder, note)
    encoding.writeVarUint8Array(encoder, bytes)
  }
  const deflated = await through(
    new CompressionStream('deflate-raw'),
    encoding.toUint8Array(encoder),
  )
  const packed = new Uint8Array(deflated.byteLength + 1)
  packed[0] = FORMAT
  packed.set(deflated, 1)
  return packed
}

/** Throws on a pack of a later format or with broken bytes. */
export async function unpackChanges(pack: Uint8Array): Promise<PastChange[]> {
  if (pack[0] !== FORMAT) throw new RangeError('a history pack of a later format')
  const decoder = decoding.createDecoder(
    await through(new DecompressionStream('deflate-raw'), pack.subarray(1)),
  )
  const changes: PastChange[] = []
  while (decoding.hasContent(decoder)) {
    const seq = decoding.readVarUint(decoder)
    const by = decoding.readVarUint(decoder)
    const at = decoding.readVarUint(decoder)
    const note = decoding.readUint8(decoder) === 0 ? null : decoding.readVarUint8Array(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    changes.push({
      seq: seq || null,
      by: by === 0 ? null : by - 1,
      at,
      note,
      bytes,
      isWaiting: false,
    })
  }
  return changes
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const written = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(stream)
  return new Uint8Array(await new Response(written).arrayBuffer())
}
