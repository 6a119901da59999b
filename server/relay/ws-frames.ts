/**
 * Complete, unmasked server frames of RFC 6455, several in one buffer: a document's rows are encoded once and the same
 * bytes are written to every receiver. Left out: reading frames (ws does).
 */
const BINARY = 0x82

/** Each payload as one binary message. */
export function framed(payloads: readonly Uint8Array[]): Buffer {
  let size = 0
  for (const payload of payloads) size += headBytes(payload.byteLength) + payload.byteLength
  const buffer = Buffer.allocUnsafe(size)
  let at = 0
  for (const payload of payloads) {
    at = writeHead(buffer, at, payload.byteLength)
    buffer.set(payload, at)
    at += payload.byteLength
  }
  return buffer
}

const headBytes = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10)

function writeHead(buffer: Buffer, at: number, length: number): number {
  buffer[at] = BINARY
  if (length < 126) {
    buffer[at + 1] = length
    return at + 2
  }
  if (length < 65_536) {
    buffer[at + 1] = 126
    return buffer.writeUInt16BE(length, at + 2)
  }
  buffer[at + 1] = 127
  return buffer.writeBigUInt64BE(BigInt(length), at + 2)
}
