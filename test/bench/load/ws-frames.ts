/** Cuts a chunk of bytes from a WebSocket server into its frames. Left out: continuation frames (refused by a throw). */
export function readFrames(
  bytes: Buffer,
  take: (opcode: number, payload: Uint8Array) => void,
): number {
  let at = 0
  while (at + 2 <= bytes.length) {
    const first = bytes[at] ?? 0
    let length = (bytes[at + 1] ?? 0) & 0x7f
    let start = at + 2
    if (length === 126) {
      if (start + 2 > bytes.length) break
      length = bytes.readUInt16BE(start)
      start += 2
    } else if (length === 127) {
      if (start + 8 > bytes.length) break
      length = Number(bytes.readBigUInt64BE(start))
      start += 8
    }
    if (start + length > bytes.length) break
    if ((first & 0x80) === 0 || (first & 0x0f) === 0)
      throw new Error('a fragmented message, which no relay here sends')
    take(first & 0x0f, new Uint8Array(bytes.buffer, bytes.byteOffset + start, length))
    at = start + length
  }
  return at
}
