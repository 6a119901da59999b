/**
 * Hocuspocus's wire: every message starts with the document's name, then sync, auth or status. A token message opens
 * a document; pushing starts only after the server's step 2, since it drops what waits longer than 1,000 messages.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { openRawSocket } from '../load/raw-socket.ts'
import { createSignal } from '../load/signal.ts'
import { fetchSome } from './fetch-some.ts'
import { syncBody } from './bare.ts'
import type { Entrance, Link, Listener, Wire } from './wire.ts'

const SYNC = 0
const AUTH = 2
const SYNC_REPLY = 4
const CLOSE = 7
const SYNC_STATUS = 8
const AT_ONCE = 16

export function createHocuspocusWire({ port }: Entrance): Promise<Wire> {
  return Promise.resolve({
    acknowledges: true,
    join: (doc, _client, listener) => join(port, doc, listener),
    fetch: (docs, arrived) => fetch(port, docs, arrived),
  })
}

async function join(port: number, doc: string, listener: Listener): Promise<Link> {
  const ready = createSignal()
  const body = nameLength(doc)
  const socket = await openRawSocket(port, '/', {
    message(payload) {
      const type = payload[body]
      if (type === SYNC_STATUS) {
        if (payload[body + 1] === 1) listener.acknowledged?.(1)
        else listener.lost?.('not saved')
        return
      }
      if (type !== SYNC && type !== SYNC_REPLY) return
      const kind = payload[body + 1]
      if (kind === 1 || kind === 2) listener.update(syncBody(payload, body + 2))
      if (kind === 1) ready.resolve()
    },
    closed(code) {
      ready.reject(new Error(`closed with ${code}`))
      listener.lost?.(`closed with ${code}`)
    },
  })
  socket.send(opening(doc))
  socket.send(firstStep(doc))
  socket.flush()
  await ready.promise
  const prefix = message(doc, (encoder) => {
    encoding.writeVarUint(encoder, SYNC)
    encoding.writeVarUint(encoder, 2)
  })
  return { ...socket, push: (update) => socket.send(withLength(prefix, update)) }
}

async function fetch(
  port: number,
  docs: readonly string[],
  arrived: (doc: string, updates: Uint8Array[]) => void,
): Promise<void> {
  const all = fetchSome(docs, AT_ONCE)
  const socket = await openRawSocket(port, '/', {
    message(payload) {
      const decoder = decoding.createDecoder(payload)
      const doc = decoding.readVarString(decoder)
      const type = decoding.readVarUint(decoder)
      if (type !== SYNC && type !== SYNC_REPLY) return
      if (decoding.readVarUint(decoder) !== 1) return
      arrived(doc, [decoding.readVarUint8Array(decoder)])
      // As a client does that has seen enough: the document is closed, the socket stays.
      socket.send(
        message(doc, (encoder) => {
          encoding.writeVarUint(encoder, CLOSE)
          encoding.writeVarString(encoder, '')
        }),
      )
      socket.flush()
      all.done()
    },
    closed: (code) => all.failed(new Error(`closed with ${code}`)),
  })
  await all.run((doc) => {
    socket.send(opening(doc))
    socket.send(firstStep(doc))
    socket.flush()
  })
  socket.close()
}

const opening = (doc: string): Uint8Array =>
  message(doc, (encoder) => {
    encoding.writeVarUint(encoder, AUTH)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, 'token')
    encoding.writeVarString(encoder, '4.7.0')
  })

const firstStep = (doc: string): Uint8Array =>
  message(doc, (encoder) => {
    encoding.writeVarUint(encoder, SYNC)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint8Array(encoder, Uint8Array.of(0))
  })

function message(doc: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, doc)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const nameLength = (doc: string): number => message(doc, () => undefined).length

function withLength(prefix: Uint8Array, update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeUint8Array(encoder, prefix)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}
