/**
 * One `/doc/:name` socket, for any y-websocket client: rows first, then the relay's vector; its updates take the same
 * way as everybody's. A gap is answered by asking again (step 1), any other refusal closes. Left out: the token (hub).
 */
import * as decoding from 'lib0/decoding'
import type { DeviceRecord } from '#server/directory/directory.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { CloseReason } from '#shared/protocol/close-codes.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { PushRefusal } from '#shared/protocol/refusals.ts'
import { encodeVector } from './authors.ts'
import { catchUp } from './catch-up.ts'
import { inOrder } from './document-room.ts'
import { areKnown, bringsDeletesOnly } from './known-deletes.ts'
import { createListener } from './listener.ts'
import { createMessageCount } from './message-count.ts'
import type { Outlet } from './outlet.ts'
import { createPlainPresence } from './plain-presence.ts'
import { endPresence, presentNow } from './presence.ts'
import { takePush } from './push.ts'
import type { RelayParts } from './relay-parts.ts'
import { plain, plainMessage, plainSync, rowsFramed } from './row-frames.ts'
import { mayRead, mayWrite } from './standing.ts'
import { framed } from './ws-frames.ts'

export interface PlainSession {
  receive(message: Uint8Array): void
  /** The device as it stands now; also when only time has passed. */
  follow(device: DeviceRecord): void
  leave(): void
}

const NO_NOTE = new Uint8Array(0)
/** An update without anything: no structs, no deletes. */
const NOTHING = Uint8Array.of(0, 0)
const ASK_PAUSE_MS = 1_000

export function createPlainSession(
  parts: RelayParts,
  outlet: Outlet,
  entered: DeviceRecord,
  doc: DocName,
): PlainSession {
  let device = entered
  const couldWrite = mayWrite(entered, doc, parts.now())
  const room = parts.rooms.of(device.workspace.id, doc)
  const session = {}
  const listener = createListener(session, outlet, 'plain')
  const presence = createPlainPresence(parts, room, listener, () => device)
  let isReady = false
  let early: Uint8Array[] | null = []
  const isTooMany = createMessageCount(parts.now)

  const askVector = (): Buffer =>
    framed([plainMessage(plainSync.step1, encodeVector(room.authors))])
  const begin = (): void => {
    catchUp(parts.log, room, listener, 0, {
      page: (snapshot, rows) =>
        Buffer.concat([
          snapshot === null
            ? Buffer.alloc(0)
            : framed([plainMessage(plainSync.update, snapshot.bytes)]),
          rowsFramed('plain', room.channel, rows),
        ]),
      done: () => Buffer.concat([askVector(), presentNow(room, listener) ?? Buffer.alloc(0)]),
    })
      .then((isLive) => {
        if (isLive) listen()
      })
      .catch((error: unknown) => {
        parts.fault(error)
        outlet.close('relay-fault')
      })
  }
  /** What came while rows were sent is read after them, so that the answer to step 1 may be empty. */
  const listen = (): void => {
    isReady = true
    outlet.resume()
    const waiting = early ?? []
    early = null
    for (const message of waiting) receive(message)
  }
  /** At most once a second: the answer to one question heals every gap before it, and a full disk stays full for a while. */
  let askedAt = 0
  let asking: NodeJS.Timeout | null = null
  const askSoon = (): void => {
    if (asking !== null) return
    const ask = (): void => {
      asking = null
      askedAt = performance.now()
      inOrder(room, parts.log, {
        run: () => outlet.write(askVector()),
        failed: () => outlet.close('relay-fault'),
      })
    }
    const wait = askedAt + ASK_PAUSE_MS - performance.now()
    if (askedAt === 0 || wait <= 0) ask()
    else asking = setTimeout(ask, wait)
  }
  const refused = (refusal: PushRefusal): void => {
    if (refusal === 'gap' || refusal === 'busy') {
      askSoon()
    } else outlet.close(closeOf(refusal))
  }
  const sync = (decoder: decoding.Decoder): void => {
    const kind = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (kind === plainSync.step1)
      return outlet.write(framed([plainMessage(plainSync.step2, NOTHING)]))
    if (kind !== plainSync.step2 && kind !== plainSync.update) return outlet.close('malformed')
    const canWrite = mayWrite(device, doc, parts.now())
    // A reader's Yjs tidies formatting by itself: deletes without structs, dropped without a word.
    const isDeletes = bringsDeletesOnly(bytes)
    if (isDeletes && !canWrite) return
    if (!isDeletes || kind !== plainSync.step2 || room.committed === 0) return push(bytes, canWrite)
    waitToRead()
    areKnown(parts, doc, bytes)
      .then((known) => (known ? undefined : push(bytes, canWrite)), parts.fault)
      .finally(listen)
  }
  /** What it says until `listen` is read then, in order: it can ask for one look through the document at a time. */
  const waitToRead = (): void => {
    isReady = false
    early = []
    outlet.pause()
  }
  const push = (bytes: Uint8Array, canWrite: boolean): void =>
    takePush(
      parts,
      room,
      { session, device, accepted: () => undefined, refused },
      { n: null, note: NO_NOTE, bytes, canWrite },
    )
  const receive = (message: Uint8Array): void => {
    if (!outlet.isOpen()) return
    if (!isReady) {
      if (early !== null && early.push(message) > limits.messagesPerSecond)
        outlet.close('too-many-messages')
      return
    }
    if (isTooMany()) return outlet.close('too-many-messages')
    try {
      const decoder = decoding.createDecoder(message)
      const type = decoding.readVarUint(decoder)
      if (type === plain.sync) sync(decoder)
      else if (type === plain.awareness) presence.take(decoding.readVarUint8Array(decoder))
      else if (type === plain.queryAwareness)
        outlet.write(presentNow(room, listener) ?? Buffer.alloc(0))
    } catch {
      outlet.close('malformed')
    }
  }

  inOrder(room, parts.log, { run: begin, failed: () => outlet.close('relay-fault') })
  return {
    receive,
    follow(record) {
      const now = parts.now()
      device = record
      if (!mayRead(device, doc, now)) outlet.close('no-access')
      // A stock client hears nothing of rights: it comes again and finds them.
      else if (mayWrite(device, doc, now) !== couldWrite) outlet.close('session-over')
    },
    leave() {
      if (asking !== null) clearTimeout(asking)
      room.listeners.delete(listener)
      endPresence(room, listener)
      presence.leave()
    },
  }
}

function closeOf(refusal: Exclude<PushRefusal, 'gap' | 'busy'>): CloseReason {
  switch (refusal) {
    case 'no-access':
    case 'client-of-another-device':
      return 'no-access'
    case 'too-large':
    case 'document-full':
    case 'note-too-large':
      return 'too-large'
    case 'malformed':
    case 'subdocument':
    case 'too-many-authors':
      return 'malformed'
  }
}
