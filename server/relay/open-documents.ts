/**
 * The documents one signed-in socket has open: opening binds the clientID to the device before anybody's presence is
 * passed on, catches up, and goes live; closing ends presence and frees the id.
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
import { mayWrite } from './standing.ts'
import { framed } from './ws-frames.ts'

interface OpenDocument {
  readonly room: DocumentRoom
  /** Null until its clientID is stored as the device's. */
  listener: Listener | null
  letGo(): void
}

export interface OpenDocuments {
  open(device: DeviceRecord, doc: DocName, client: number, after: number): void
  /** False when no document is open on the channel. */
  close(channel: number): boolean
  presence(
    device: DeviceRecord,
    channel: number,
    bytes: Uint8Array,
  ): 'taken' | 'malformed' | 'unknown-channel'
  closeAll(): void
  count(): number
}

export function createOpenDocuments(
  parts: RelayParts,
  session: object,
  outlet: Outlet,
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
  const enter = (room: DocumentRoom, device: DeviceRecord, client: number, after: number): void => {
    if (!outlet.isOpen()) return
    close(room.channel)
    if (!isFreeFor(room, client, device)) return deny(room.doc, 'client-taken')
    if (open.size >= limits.openDocuments) return deny(room.doc, 'too-many-open')
    const one: OpenDocument = { room, listener: null, letGo: hold(parts, room, client, device) }
    open.set(room.channel, one)
    const isStill = (): boolean => open.get(room.channel) === one
    bind(
      parts,
      room,
      client,
      { session, device },
      {
        run: () => void (isStill() && begin(one, device, after)),
        failed() {
          if (isStill() && close(room.channel)) send(readFailed)
        },
      },
    )
  }
  const begin = (one: OpenDocument, device: DeviceRecord, after: number): void => {
    const { room } = one
    const listener = createListener(session, outlet, 'rows')
    one.listener = listener
    const opened: Opened = {
      doc: room.doc,
      channel: room.channel,
      seq: room.committed,
      canWrite: mayWrite(device),
      authors: writersOf(room.authors),
    }
    send(jsonFrame(toDevice.opened, opened))
    catchUp(parts.log, room, listener, after, framesOn(room, listener)).catch((error: unknown) => {
      parts.fault(error)
      if (open.get(room.channel)?.listener === listener) close(room.channel)
      send(bytesFrame(room.channel, onChannel.shut, new Uint8Array(0)), readFailed)
    })
  }
  return {
    open(device, doc, client, after) {
      if (kindOf(doc) === null) return deny(doc, 'not-a-name')
      const room = parts.rooms.of(device.workspace.id, doc)
      inOrder(room, parts.log, {
        run: () => enter(room, device, client, after),
        failed: () => send(readFailed),
      })
    },
    close,
    presence(device, channel, bytes) {
      const one = open.get(channel)
      if (one === undefined || one.listener === null) return 'unknown-channel'
      return takePresence(one.room, one.listener, device.number, bytes, parts.now())
        ? 'taken'
        : 'malformed'
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
