/**
 * Which part of one author's work a Yjs update holds, read from its first bytes alone. The edits the generator sends
 * raise the author's clock by one each, so the clock is the sequence number, also in merged updates.
 * Only for updates of one author; a delete-only update holds nothing.
 */
export interface ClockRange {
  client: number
  from: number
  count: number
}

/** Writes into `into` and answers whether the update holds any struct; no object is made per update. */
export function readClockRange(update: Uint8Array, into: ClockRange): boolean {
  position = 0
  if (varUint(update) === 0) return false
  into.count = varUint(update)
  into.client = varUint(update)
  into.from = varUint(update)
  return true
}

let position = 0
function varUint(bytes: Uint8Array): number {
  let value = 0
  let scale = 1
  for (;;) {
    const byte = bytes[position++]
    if (byte === undefined) throw new Error('an update that ends early')
    value += (byte & 0x7f) * scale
    if (byte < 0x80) return value
    scale *= 128
  }
}
