/** Presence of one clientID as y-protocols' awareness writes it; `null` says that it has left. */
import * as encoding from 'lib0/encoding'

export function presenceOf(client: number, state: unknown): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarString(encoder, JSON.stringify(state))
  return encoding.toUint8Array(encoder)
}
