/**
 * Which part of whose work a Yjs update holds. The edits the generator sends raise the author's clock by one each, so
 * the clock is the sequence number, also in merged updates. An update of one author is read from its first bytes
 * alone; Yjs reads those of several. A delete-only update holds nothing.
 */
import * as Y from 'yjs'

export interface ClockRange {
  client: number
  from: number
  count: number
}

/** For each author in the update. */
export function eachClockRange(update: Uint8Array, visit: (range: ClockRange) => void): void {
  if (update[0] === 1) {
    if (readClockRange(update, one)) visit(one)
    return
  }
  for (const { id, length } of Y.decodeUpdate(update).structs)
    visit({ client: id.client, from: id.clock, count: length })
}

const one: ClockRange = { client: 0, from: 0, count: 0 }

/** Updates of one author: writes into `into` and answers whether there is any struct; no object is made per update. */
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
