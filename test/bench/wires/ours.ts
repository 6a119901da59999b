/**
 * Our own wire: a signed-in socket, open → channel, push → ack, rows on the channel; pull for documents nobody shows.
 * Every push carries a note as the app's do. Left out: presence and the feed.
 */
import { deniedSchema, openedSchema } from '#shared/protocol/control.ts'
import {
  jsonFrame,
  onChannel,
  pushFrame,
  readAcks,
  readDocRows,
  readFrame,
  readJson,
  readNo,
  readSnapshot,
  toDevice,
  toRelay,
} from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { createSignal } from '../load/signal.ts'
import { fetchSome } from './fetch-some.ts'
import { letPeopleIn, type DeviceKey } from './our-people.ts'
import { rowBytes } from './our-rows.ts'
import { openOurSocket, type OurSocket } from './our-socket.ts'
import type { Entrance, Link, Listener, Wire } from './wire.ts'

/** Below limits.socketsPerMember, since a closed socket may still count for a moment. */
const SOCKETS_EACH = Math.floor(limits.socketsPerMember * 0.8)
const NOTE = new TextEncoder().encode('{"c":"set","f":["field1"],"t":1763900000000}')
/** Push numbers of one visit to a data folder. */
const NUMBERS_A_VISIT = 10_000_000

interface Seat {
  readonly key: DeviceKey
  token: string | null
  open: number
  n: number
}

export async function createOurWire({ port, sockets, folder }: Entrance): Promise<Wire> {
  const host = `127.0.0.1:${port}`
  const people = await letPeopleIn(folder, host, Math.ceil(sockets / SOCKETS_EACH))
  const seats: Seat[] = people.devices.map((key) => ({
    key,
    token: null,
    open: 0,
    n: people.visits * NUMBERS_A_VISIT,
  }))
  return {
    acknowledges: true,
    join: (doc, client, listener) => joinDocument(port, leastUsed(seats), doc, client, listener),
    fetch: (docs, arrived) => pull(port, leastUsed(seats), docs, arrived),
  }
}

const leastUsed = (seats: readonly Seat[]): Seat =>
  seats.reduce((a, b) => (b.open < a.open ? b : a))

async function joinDocument(
  port: number,
  seat: Seat,
  doc: string,
  client: number,
  listener: Listener,
): Promise<Link> {
  const ready = createSignal()
  let channel = -1
  const message = (payload: Uint8Array): void => {
    const update = rowBytes(payload, channel)
    if (update !== null) return listener.update(update)
    const { channel: on, type, body } = readFrame(payload)
    if (on === channel && type === onChannel.snapshot) listener.update(readSnapshot(body).bytes)
    else if (on === channel && type === onChannel.ready) ready.resolve()
    else if (on !== 0) return
    else if (type === toDevice.ack) listener.acknowledged?.(readAcks(body).length)
    else if (type === toDevice.no) listener.lost?.(`refused: ${readNo(body).refusal}`)
    else if (type === toDevice.opened) channel = openedSchema.parse(readJson(body)).channel
    else if (type === toDevice.denied)
      ready.reject(new Error(`denied: ${deniedSchema.parse(readJson(body)).code}`))
  }
  const { socket } = await seated(port, seat, message, (why) => {
    ready.reject(new Error(why))
    listener.lost?.(why)
  })
  socket.send(jsonFrame(toRelay.open, { doc, client, after: 0 }))
  socket.flush()
  await ready.promise
  return {
    ...socket,
    push: (bytes) => socket.send(pushFrame({ n: ++seat.n, doc, note: NOTE, bytes })),
  }
}

async function pull(
  port: number,
  seat: Seat,
  docs: readonly string[],
  arrived: (doc: string, updates: Uint8Array[]) => void,
): Promise<void> {
  const batches: (readonly string[])[] = []
  for (let i = 0; i < docs.length; i += limits.pullDocuments)
    batches.push(docs.slice(i, i + limits.pullDocuments))
  const all = fetchSome(batches, 2)
  let answered = 0
  const message = (payload: Uint8Array): void => {
    const { channel, type, body } = readFrame(payload)
    if (channel !== 0) return
    if (type === toDevice.denied)
      return all.failed(new Error(`denied: ${deniedSchema.parse(readJson(body)).code}`))
    if (type !== toDevice.docRows) return
    const { doc, snapshot, rows } = readDocRows(body)
    arrived(doc, [
      ...(snapshot === null ? [] : [snapshot.bytes]),
      ...rows.map(({ bytes }) => bytes),
    ])
    answered++
    if (answered % limits.pullDocuments === 0 || answered === docs.length) all.done()
  }
  const { socket } = await seated(port, seat, message, (why) => all.failed(new Error(why)))
  await all.run((batch) => {
    socket.send(jsonFrame(toRelay.pull, { docs: batch.map((doc) => [doc, 0]) }))
    socket.flush()
  })
  socket.close()
}

async function seated(
  port: number,
  seat: Seat,
  message: (payload: Uint8Array) => void,
  closed: (why: string) => void,
): Promise<OurSocket> {
  seat.open++
  const opened = await openOurSocket(port, seat.key, seat.token, {
    message,
    closed(why) {
      seat.open--
      closed(why)
    },
  })
  seat.token = opened.token
  return opened
}
