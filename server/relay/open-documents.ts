/**
 * The documents one signed-in socket has open: opening binds the clientID to the device before anybody's presence is
 * passed on, catches up, and goes live; closing ends presence and frees the id. Rights that change while it is open are
 * followed in place.
 */
import type { DeviceRecord } from '#server/directory/directory.ts'
import { kindOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { Opened } from '#shared/protocol/control.ts'
import {
  bytesFrame,
  jsonFrame,
  onChannel,
  readyFrame,
  rowFrame,
  snapshotFrame,
  toDevice,
} from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { DocumentRefusal } from '#shared/protocol/refusals.ts'
import { writersOf } from './authors.ts'
import { bind, hold, isFreeFor } from './binding.ts'
import { catchUp, type CatchUpFrames } from './catch-up.ts'
import { inOrder, type DocumentRoom } from './document-room.ts'
import { createListener, type Listener } from './listener.ts'
import type { Outlet } from './outlet.ts'
import { endPresence, presentNow, takePresence } from './presence.ts'
import type { RelayParts } from './relay-parts.ts'
import { mayRead, mayWrite } from './standing.ts'
import { framed } from './ws-frames.ts'

interface OpenDocument {
  readonly room: DocumentRoom
  readonly client: number
  canWrite: boolean
  /** Null until its clientID is stored as the device's. */
  listener: Listener | null
  letGo(): void
}

export interface OpenDocuments {
  open(doc: DocName, client: number, after: number): void
  /** False when no document is open on the channel. */
  close(channel: number): boolean
  presence(channel: number, bytes: Uint8Array): 'taken' | 'malformed' | 'unknown-channel'
  /** What the device may do may have changed: shuts what it may not read any more, says where it may write. */
  followDevice(): void
  closeAll(): void
  count(): number
}

export function createOpenDocuments(
  parts: RelayParts,
  session: object,
  outlet: Outlet,
  device: () => DeviceRecord,
): OpenDocuments {
  const open = new Map<number, OpenDocument>()
  const send = (...frames: Uint8Array[]): void => outlet.write(framed(frames))
  const deny = (doc: DocName, code: DocumentRefusal): void =>
    send(jsonFrame(toDevice.denied, { doc, code }))
  const close = (channel: number): boolean => {
    const one = open.get(channel)
    if (one === undefined) return false
    open.delete(channel)
    if (one.listener !== null) {
      one.room.listeners.delete(one.listener)
      endPresence(one.room, one.listener)
    }
    one.letGo()
    return true
  }
  const mayWriteIn = ({ doc }: DocumentRoom): boolean => mayWrite(device(), doc, parts.now())
  const enter = (room: DocumentRoom, client: number, after: number): void => {
    if (!outlet.isOpen()) return
    close(room.channel)
    if (!mayRead(device(), room.doc, parts.now())) return deny(room.doc, 'no-access')
    if (!isFreeFor(parts, room, client, device())) return deny(room.doc, 'client-taken')
    if (open.size >= limits.openDocuments) return deny(room.doc, 'too-many-open')
    const one: OpenDocument = {
      room,
      client,
      canWrite: mayWriteIn(room),
      listener: null,
      letGo: hold(parts, room, client, device()),
    }
    open.set(room.channel, one)
    bindId(one, () => begin(one, after))
  }
  const bindId = (one: OpenDocument, then: () => void): void => {
    const { room, client } = one
    const isStill = (): boolean => open.get(room.channel) === one
    bind(
      parts,
      room,
      client,
      { session, device: device() },
      {
        run: () => void (isStill() && then()),
        failed() {
          if (isStill() && close(room.channel)) send(readFailed)
        },
      },
    )
  }
  const sayOpened = ({ room, canWrite }: OpenDocument): void => {
    const { doc, channel, committed: seq } = room
    const opened: Opened = { doc, channel, seq, canWrite, authors: writersOf(room.authors) }
    send(jsonFrame(toDevice.opened, opened))
  }
  const shut = ({ channel, doc }: DocumentRoom, code: DocumentRefusal): void => {
    close(channel)
    send(bytesFrame(channel, onChannel.shut, new Uint8Array(0)))
    deny(doc, code)
  }
  /** As a reader or a writer from now on: the id is held anew, so that it is bound or keeps nobody from it. */
  const changeRight = (one: OpenDocument): void => {
    const { room, client } = one
    if (open.get(room.channel) !== one) return
    one.canWrite = mayWriteIn(room)
    one.letGo()
    if (!isFreeFor(parts, room, client, device())) {
      one.letGo = () => undefined
      return shut(room, 'client-taken')
    }
    one.letGo = hold(parts, room, client, device())
    // Not told yet that it is open: it will be told then.
    if (one.listener !== null) bindId(one, () => sayOpened(one))
  }
  const begin = (one: OpenDocument, after: number): void => {
    const { room } = one
    const listener = createListener(session, outlet, 'rows')
    one.listener = listener
    sayOpened(one)
    catchUp(parts.log, room, listener, after, framesOn(room, listener)).catch((error: unknown) => {
      parts.fault(error)
      if (open.get(room.channel)?.listener === listener) close(room.channel)
      send(bytesFrame(room.channel, onChannel.shut, new Uint8Array(0)), readFailed)
    })
  }
  return {
    open(doc, client, after) {
      if (kindOf(doc) === null) return deny(doc, 'not-a-name')
      if (!mayRead(device(), doc, parts.now())) return deny(doc, 'no-access')
      const room = parts.rooms.of(device().workspace.id, doc)
      inOrder(room, parts.log, {
        run: () => enter(room, client, after),
        failed: () => send(readFailed),
      })
    },
    close,
    presence(channel, bytes) {
      const one = open.get(channel)
      if (one === undefined || one.listener === null) return 'unknown-channel'
      return takePresence(one.room, one.listener, device().number, bytes, parts.now())
        ? 'taken'
        : 'malformed'
    },
    followDevice() {
      for (const one of [...open.values()]) {
        const { room } = one
        if (!mayRead(device(), room.doc, parts.now())) shut(room, 'no-access')
        else if (mayWriteIn(room) !== one.canWrite)
          inOrder(room, parts.log, {
            run: () => changeRight(one),
            failed: () => send(readFailed),
          })
      }
    },
    closeAll() {
      for (const channel of [...open.keys()]) close(channel)
    },
    count: () => open.size,
  }
}

const readFailed = jsonFrame(toDevice.problem, { code: 'read-failed' })

const framesOn = (room: DocumentRoom, listener: Listener): CatchUpFrames => ({
  page: (snapshot, rows) =>
    framed([
      ...(snapshot === null ? [] : [snapshotFrame(room.channel, snapshot)]),
      ...rows.map((row) => rowFrame(room.channel, row)),
    ]),
  done: (upTo) =>
    Buffer.concat([
      framed([readyFrame(room.channel, upTo)]),
      presentNow(room, listener) ?? Buffer.alloc(0),
    ]),
})
