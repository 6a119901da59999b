/**
 * The door of `/doc/:name`: a token for this one document lets its device in, for as long as the token lives. What comes
 * before that is known waits.
 */
import type { WebSocket } from 'ws'
import { createPlainSession } from './plain-session.ts'
import type { Outlet } from './outlet.ts'
import type { Everybody, Present } from './present.ts'
import type { RelayParts } from './relay-parts.ts'
import { sessionOf } from './sign-in.ts'
import { listenTo } from './socket-frames.ts'
import { mayRead } from './standing.ts'

export interface PlainVisit {
  readonly parts: RelayParts
  readonly everybody: Everybody
  readonly outlet: Outlet
  readonly socket: WebSocket
  readonly doc: string
  readonly token: string
  /** Called once it is known who this is. */
  readonly isKnown: () => void
}

export function acceptPlainSocket(visit: PlainVisit): void {
  const { outlet, socket } = visit
  // Read again once the document has been sent (plain-session.ts).
  outlet.pause()
  let receive: ((frame: Uint8Array) => void) | null = null
  let early: Uint8Array[] = []
  listenTo(socket, (frame) => (receive === null ? void early.push(frame) : receive(frame)), outlet)
  enter(visit).then(
    (entered) => {
      receive = entered
      for (const frame of early) entered?.(frame)
      early = []
    },
    (error: unknown) => {
      visit.parts.fault(error)
      outlet.close('relay-fault')
    },
  )
}

/** Answers who reads the socket's messages; null when it was turned away. */
async function enter({
  parts,
  everybody,
  outlet,
  socket,
  doc,
  token,
  isKnown,
}: PlainVisit): Promise<((frame: Uint8Array) => void) | null> {
  const turnedAway = (reason: Parameters<Outlet['close']>[0]): null => {
    outlet.close(reason)
    return null
  }
  const { directory, now } = parts
  const found = await sessionOf(directory, token, now())
  if (found?.session.kind !== 'document') return turnedAway('signed-out')
  const { session, expiresAt } = found
  const device = await directory.device(session.device)
  if (device === null) return turnedAway('signed-out')
  if (device.revoked || session.doc !== doc || !mayRead(device, session.doc, now()))
    return turnedAway('no-access')
  if (everybody.isFull(device.member)) return turnedAway('too-many-sockets')
  if (!outlet.isOpen()) return null
  let latest = device
  const plain = createPlainSession(parts, outlet, device, session.doc)
  const here: Present = {
    outlet,
    device: () => device,
    send: null,
    tellPeople: null,
    async recheck(isUnchanged) {
      if (now() >= expiresAt) return outlet.close('session-over')
      const record = isUnchanged ? latest : await directory.device(device.id)
      if (record === null) outlet.close('signed-out')
      else if (record.revoked) outlet.close('no-access')
      else plain.follow((latest = record))
    },
  }
  isKnown()
  everybody.enter(here)
  socket.on('close', () => {
    everybody.leave(here)
    plain.leave()
  })
  return plain.receive
}
