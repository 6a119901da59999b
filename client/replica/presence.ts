/** Who else is looking: a member's id and a colour number, nothing that names a person (names come from `people`). */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export const presenceColours = 8

/** The same colour for a person on every device. */
export function colourOf(member: string): number {
  let sum = 0
  for (const letter of member) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return sum % presenceColours
}

/** Only this device's own entry of an awareness update, or null: others speak for themselves. */
export function ownPresence(bytes: Uint8Array, client: number): Uint8Array | null {
  const body = decoding.createDecoder(bytes)
  for (let left = decoding.readVarUint(body); left > 0; left -= 1) {
    const of = decoding.readVarUint(body)
    const clock = decoding.readVarUint(body)
    const state = decoding.readVarString(body)
    if (of !== client) continue
    const own = encoding.createEncoder()
    encoding.writeVarUint(own, 1)
    encoding.writeVarUint(own, client)
    encoding.writeVarUint(own, clock)
    encoding.writeVarString(own, state)
    return encoding.toUint8Array(own)
  }
  return null
}
