/**
 * The documents one signed-in socket has open: opening binds the clientID to the device before anybody's presence is
 * passed on, catches up, and goes live; closing ends presence and frees the id.
 */
import type { DeviceRecord } from '#server/directory/directory.ts'
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
import { isKnownKind } from '#shared/protocol/names.ts'
import type { DocumentRefusal } from '#shared/protocol/refusals.ts'
import { catchUp, type CatchUpFrames } from './catch-up.ts'
import { inOrder, ownerOf, type DocumentRoom } from './document-room.ts'
import { createListener, type Listener } from './listener.ts'
import type { Outlet } from './outlet.ts'
import { endPresence, presentNow, takePresence } from './presence.ts'
import type { RelayParts } from './relay-parts.ts'
import { mayWrite } from './standing.ts'
import { framed } from './ws-frames.ts'

interface OpenDocument {
  readonly room: DocumentRoom
  readonly client: number
  readonly listener: Listener
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
    one.room.listeners.delete(one.listener)
    endPresence(one.room, one.listener)
    release(one.room, one.client)
    return true
  }
  const enter = (room: DocumentRoom, device: DeviceRecord, client: number, after: number): void => {
    if (!outlet.isOpen()) return
    close(room.channel)
    const owner = ownerOf(room, client)
    if (owner !== null && owner !== device.number) return deny(room.doc, 'client-taken')
    if (open.size >= limits.openDocuments) return deny(room.doc, 'too-many-open')
    reserve(room, client, device.number)
    const listener = createListener(session, outlet, 'rows')
    open.set(room.channel, { room, client, listener })
    const opened: Opened = {
      doc: room.doc,
      channel: room.channel,
      seq: room.committed,
      canWrite: mayWrite(device),
    }
    send(jsonFrame(toDevice.opened, opened))
    catchUp(parts.log, room, listener, after, framesOn(room, listener)).catch((error: unknown) => {
      parts.fault(error)
      if (open.get(room.channel)?.listener === listener) close(room.channel)
      send(
        bytesFrame(room.channel, onChannel.shut, new Uint8Array(0)),
        jsonFrame(toDevice.problem, { code: 'read-failed' }),
      )
    })
  }
  return {
    open(device, doc, client, after) {
      if (!isKnownKind(doc)) return deny(doc, 'not-a-name')
      const room = parts.rooms.of(device.workspace.id, doc)
      inOrder(room, parts.log, {
        run: () => enter(room, device, client, after),
        failed: () => send(jsonFrame(toDevice.problem, { code: 'read-failed' })),
      })
    },
    close,
    presence(device, channel, bytes) {
      const one = open.get(channel)
      if (one === undefined) return 'unknown-channel'
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

export function reserve(room: DocumentRoom, client: number, device: number): void {
  const known = room.reserved.get(client)
  if (known === undefined) room.reserved.set(client, { device, holders: 1 })
  else known.holders += 1
}

export function release(room: DocumentRoom, client: number): void {
  const known = room.reserved.get(client)
  if (known === undefined) return
  known.holders -= 1
  if (known.holders === 0) room.reserved.delete(client)
}

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
