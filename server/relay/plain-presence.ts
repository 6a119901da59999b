/**
 * Presence of one `/doc` socket. A stock client says its clientIDs only by it, so an id that is new here is bound first
 * and its presence passed on after; what comes meanwhile waits. Left out: reading and passing on (presence.ts).
 */
import type { DeviceRecord } from '#server/directory/directory.ts'
import { limits } from '#shared/protocol/limits.ts'
import { bind, hold, isFreeFor } from './binding.ts'
import { inOrder, type DocumentRoom } from './document-room.ts'
import type { Listener } from './listener.ts'
import { readPresence, takePresence } from './presence.ts'
import type { RelayParts } from './relay-parts.ts'

/** clientIDs one socket may hold. */
const IDS_A_SOCKET = 64

export interface PlainPresence {
  take(bytes: Uint8Array): void
  leave(): void
}

export function createPlainPresence(
  parts: RelayParts,
  room: DocumentRoom,
  listener: Listener,
  device: () => DeviceRecord,
): PlainPresence {
  const held = new Map<number, () => void>()
  let waiting: Uint8Array[] | null = null
  let hasLeft = false

  const pass = (bytes: Uint8Array): void => {
    if (!takePresence(room, listener, device().number, bytes, parts.now()))
      listener.outlet.close('malformed')
  }
  const take = (bytes: Uint8Array): void => {
    if (hasLeft || bytes.byteLength > limits.presenceBytes) return
    if (waiting !== null) {
      if (waiting.length < limits.presencePerSecond) waiting.push(bytes)
      return
    }
    const fresh = (readPresence(bytes, listener.session) ?? []).filter(
      ({ client }) => !held.has(client) && isFreeFor(parts, room, client, device()),
    )
    if (fresh.length === 0) return pass(bytes)
    waiting = []
    const passAll = (): void => {
      const later = waiting ?? []
      waiting = null
      if (hasLeft) return
      pass(bytes)
      for (const one of later) take(one)
    }
    inOrder(room, parts.log, {
      run: () => bindAll(new Set(fresh.map(({ client }) => client)), passAll),
      failed: passAll,
    })
  }
  const bindAll = (clients: ReadonlySet<number>, then: () => void): void => {
    let open = 1
    const isOneLess = (): void => {
      open -= 1
      if (open === 0) then()
    }
    for (const client of clients) {
      if (hasLeft || held.size >= IDS_A_SOCKET || !isFreeFor(parts, room, client, device()))
        continue
      open += 1
      held.set(client, hold(parts, room, client, device()))
      const from = { session: listener.session, device: device() }
      bind(parts, room, client, from, { run: isOneLess, failed: isOneLess })
    }
    isOneLess()
  }
  return {
    take,
    leave() {
      hasLeft = true
      for (const letGo of held.values()) letGo()
      held.clear()
    },
  }
}
