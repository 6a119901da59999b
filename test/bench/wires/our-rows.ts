/** The one hot place of our wire: where a row's update starts in its frame, found without making an object per row. */
import { onChannel } from '#shared/protocol/frames.ts'

/** The update inside a row frame of `channel`, as a view; null for any other frame. */
export function rowBytes(frame: Uint8Array, channel: number): Uint8Array | null {
  at = 0
  if (varUint(frame) !== channel || frame[at++] !== onChannel.row) return null
  varUint(frame)
  varUint(frame)
  varUint(frame)
  const note = varUint(frame)
  return frame.subarray(at + note)
}

let at = 0
function varUint(bytes: Uint8Array): number {
  let value = 0
  let scale = 1
  for (;;) {
    const byte = bytes[at++]
    if (byte === undefined) throw new Error('a frame that ends early')
    value += (byte & 0x7f) * scale
    if (byte < 0x80) return value
    scale *= 128
  }
}
