/** The bare peers' wire: y-websocket sync frames, one room per path, no acknowledgement. */
import { openRawSocket } from '../load/raw-socket.ts'
import { createSignal } from '../load/signal.ts'
import type { Entrance, Link, Listener, Wire } from './wire.ts'

export function createBareWire({ port }: Entrance): Promise<Wire> {
  return Promise.resolve({
    acknowledges: false,
    join: (doc, _client, listener) => join(port, doc, listener),
    fetch: async (docs, arrived) => {
      for (const doc of docs) {
        const updates: Uint8Array[] = []
        const link = await join(port, doc, { update: (bytes) => updates.push(bytes.slice()) })
        link.close()
        arrived(doc, updates)
      }
    },
  })
}

async function join(port: number, doc: string, listener: Listener): Promise<Link> {
  const ready = createSignal()
  const socket = await openRawSocket(port, `/${doc}`, {
    message(payload) {
      if (payload[1] === 2) listener.update(syncBody(payload, 2))
      else ready.resolve()
    },
    closed(code) {
      ready.resolve()
      listener.lost?.(`closed with ${code}`)
    },
  })
  await ready.promise
  return { ...socket, push: (update) => socket.send(syncUpdate(update)) }
}

/** The bytes behind a length at `at`. */
export function syncBody(payload: Uint8Array, at: number): Uint8Array {
  let start = at
  while ((payload[start] ?? 0) >= 0x80) start++
  return payload.subarray(start + 1)
}

function syncUpdate(update: Uint8Array): Uint8Array {
  const frame = Buffer.allocUnsafe(update.length + 7)
  frame[0] = 0
  frame[1] = 2
  let at = 2
  let length = update.length
  while (length > 127) {
    frame[at++] = (length & 127) | 128
    length = Math.floor(length / 128)
  }
  frame[at++] = length
  frame.set(update, at)
  return frame.subarray(0, at + update.length)
}
