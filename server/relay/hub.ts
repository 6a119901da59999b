/**
 * Puts the relay's parts together: sockets in, commits, rows out. One hub per open database; a restore makes a new one.
 * Left out: HTTP and the upgrade (server/http), opening the database (server/start-relay.ts).
 */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Bus } from '#server/bus/bus.ts'
import type { DeviceRecord, Directory } from '#server/directory/directory.ts'
import type { Log } from '#server/log/log.ts'
import type { DocName, MemberId, WorkspaceId } from '#shared/lib/ids.ts'
import type { CloseReason } from '#shared/protocol/close-codes.ts'
import { jsonFrame, toDevice } from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { createBeginnings } from './beginnings.ts'
import type { CheckThread } from './check-thread.ts'
import { createCommits } from './commits.ts'
import { weigh } from './document-weight.ts'
import { deliver } from './fan-out.ts'
import { createHealth, type Health } from './health.ts'
import { createNews } from './news.ts'
import { createOutlet, type Outlet } from './outlet.ts'
import { createPlainSession } from './plain-session.ts'
import { createPushNumbers } from './push-numbers.ts'
import type { RelayParts } from './relay-parts.ts'
import { createRooms } from './rooms.ts'
import { sessionOf } from './sign-in.ts'
import { lostAccess } from './standing.ts'
import { createSyncSession, type SyncSession } from './sync-session.ts'
import { createTurnEnd } from './turn-end.ts'

export interface HubDeps {
  readonly log: Log
  readonly directory: Directory
  readonly bus: Bus
  readonly compactor: { compactSoon(doc: DocName): void }
  readonly checks: Pick<CheckThread, 'judge'>
  readonly isRecoveryOver: () => boolean
  readonly now: () => number
  readonly fault: (error: unknown, during: string) => void
  readonly count: (counts: { readonly rows: number; readonly documents: number }) => void
}

export interface Hub {
  /** `host` is what a device on this socket must have signed for. */
  acceptSync(socket: WebSocket, raw: Duplex, host: string): void
  acceptPlain(socket: WebSocket, raw: Duplex, doc: string, token: string): void
  readonly health: Health
  sockets(): number
  rooms(): number
  /** Somebody joined: everybody of the workspace is told who is there now. */
  peopleChanged(workspace: WorkspaceId): Promise<void>
  /** Closes every socket, after the commit under way. Later pushes hear `busy`. */
  close(reason: CloseReason): Promise<void>
}

interface Present {
  readonly outlet: Outlet
  device(): DeviceRecord | null
  recheck(): Promise<void>
  /** Null for a socket on /doc. */
  readonly sync: SyncSession | null
}

/** How often open sockets' standing is read again. DESIGN, Access. */
const RECHECK_MS = 5_000
/** Several frames of limits.helloBytes: hello, proof and what belongs to them. */
const UNKNOWN_BYTES = 8 * limits.helloBytes
/** How long an end waits for the commit under way. */
const QUIET_MS = 10_000

export async function createHub(deps: HubDeps): Promise<Hub> {
  const { log, directory, now } = deps
  const present = new Set<Present>()
  const rooms = createRooms(now)
  const numbers = createPushNumbers()
  const news = createNews(deps.bus)
  const recheckAll = (concerns: (device: DeviceRecord) => boolean): void => {
    for (const one of present) {
      const device = one.device()
      if (device !== null && concerns(device))
        one.recheck().catch((error: unknown) => deps.fault(error, 'rechecking'))
    }
  }
  const health = createHealth(now)
  const turnEnd = createTurnEnd((error) => deps.fault(error, 'answering'))
  const commits = createCommits({
    log: health.watching(log),
    async lostAccess(writers) {
      const lost = await lostAccess(directory, writers)
      // Their refusals leave first.
      if (lost.size > 0) turnEnd.add(() => recheckAll((device) => lost.has(device.id)))
      return lost
    },
    committed(turns) {
      const toFlush: Outlet[] = []
      const changed = new Set<WorkspaceId>()
      let rows = 0
      for (const turn of turns) {
        if (turn.rows.length === 0) continue
        rows += turn.rows.length
        turn.room.committed += turn.rows.length
        changed.add(turn.room.workspace)
        deliver(
          turn.room,
          turn.rows.map(({ row, pusher }) => ({ row, by: pusher.session })),
          toFlush,
        )
      }
      for (const outlet of toFlush) turnEnd.add(() => outlet.flush())
      for (const workspace of changed) news.publish(workspace)
      deps.count({ rows, documents: turns.length })
    },
    settled: () => turnEnd.leave(),
    failed(error, turns) {
      for (const { rows } of turns) for (const { row } of rows) numbers.doubt(row.device)
      deps.fault(error, 'committing')
    },
  })
  const parts: RelayParts = {
    log,
    directory,
    rooms,
    news,
    commits,
    numbers,
    beginnings: createBeginnings(log),
    checks: deps.checks,
    isRecoveryOver: deps.isRecoveryOver,
    now,
    epoch: await directory.epoch(),
    sealingKey: await directory.sealingKey(),
    grown: (room) => weigh(room, log, deps.compactor),
    afterTurn: (leave) => turnEnd.add(leave),
    fault: (error) => deps.fault(error, 'answering'),
  }
  const sweep = setInterval(() => {
    rooms.sweep()
    recheckAll(() => true)
  }, RECHECK_MS)
  sweep.unref()

  /** Counts a signed-in socket among its member's; refused beyond the limit. */
  const isOneTooMany = (member: MemberId): boolean => {
    let count = 0
    for (const one of present) if (one.device()?.member === member) count += 1
    return count >= limits.socketsPerMember
  }

  return {
    acceptSync(socket, raw, host) {
      const outlet = createOutlet(socket, raw)
      let unhear = (): void => undefined
      const session: SyncSession = createSyncSession(parts, {
        outlet,
        host,
        welcome(mine, device) {
          if (isOneTooMany(device.member)) return 'too-many-sockets'
          unhear = news.hear(device.workspace.id, () => mine.send(jsonFrame(toDevice.news, {})))
          return null
        },
      })
      const here: Present = {
        outlet,
        device: session.device,
        recheck: session.recheck,
        sync: session,
      }
      present.add(here)
      listen(socket, (frame) => session.receive(frame), outlet)
      limitUnknown(raw, outlet, () => session.device() !== null)
      socket.on('close', () => {
        present.delete(here)
        unhear()
        session.leave()
      })
    },
    acceptPlain(socket, raw, doc, token) {
      const outlet = createOutlet(socket, raw)
      // Read again once the document has been sent (plain-session.ts).
      outlet.pause()
      let receive: ((frame: Uint8Array) => void) | null = null
      let early: Uint8Array[] = []
      listen(
        socket,
        (frame) => (receive === null ? void early.push(frame) : receive(frame)),
        outlet,
      )
      const enter = async (): Promise<void> => {
        const found = await sessionOf(directory, token, now())
        if (found?.session.kind !== 'document') return outlet.close('signed-out')
        const { session, expiresAt } = found
        const device = await directory.device(session.device)
        if (device === null || device.revoked) return outlet.close('signed-out')
        if (session.doc !== doc) return outlet.close('no-access')
        if (isOneTooMany(device.member)) return outlet.close('too-many-sockets')
        if (!outlet.isOpen()) return
        const plain = createPlainSession(parts, outlet, device, session.doc)
        const recheck = async (): Promise<void> => {
          if (now() >= expiresAt) return outlet.close('session-over')
          const record = await directory.device(device.id)
          if (record === null || record.revoked) outlet.close('signed-out')
          else if (record.accessVersion !== device.accessVersion) outlet.close('session-over')
        }
        const here: Present = { outlet, device: () => device, recheck, sync: null }
        present.add(here)
        socket.on('close', () => {
          present.delete(here)
          plain.leave()
        })
        receive = plain.receive
        for (const frame of early) plain.receive(frame)
        early = []
      }
      enter().catch((error: unknown) => {
        deps.fault(error, 'opening')
        outlet.close('relay-fault')
      })
    },
    health,
    sockets: () => present.size,
    rooms: rooms.count,
    async peopleChanged(workspace) {
      const people = await directory.people(workspace)
      for (const { sync, device } of present) {
        if (device()?.workspace.id === workspace) sync?.send(jsonFrame(toDevice.people, { people }))
      }
    },
    async close(reason) {
      clearInterval(sweep)
      commits.hold()
      // A hanging disk must not keep the process from ending.
      await Promise.race([commits.quiet(), later(QUIET_MS)])
      for (const { outlet } of present) outlet.close(reason)
    },
  }
}

/** Before sign-in a socket says little: a stranger must not make the relay gather a large frame. */
function limitUnknown(raw: Duplex, outlet: Outlet, isKnown: () => boolean): void {
  let heard = 0
  const count = (chunk: Buffer): void => {
    heard += chunk.byteLength
    if (isKnown()) raw.off('data', count)
    else if (heard > UNKNOWN_BYTES) {
      raw.off('data', count)
      outlet.close('too-large')
    }
  }
  raw.on('data', count)
}

const later = (ms: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, ms).unref())

function listen(socket: WebSocket, receive: (frame: Uint8Array) => void, outlet: Outlet): void {
  socket.binaryType = 'nodebuffer'
  socket.on('message', (frame, isBinary) => {
    if (!isBinary || !(frame instanceof Buffer)) return outlet.close('malformed')
    receive(frame)
  })
  // ws has closed the socket with the right code by itself (sockets.ts).
  socket.on('error', () => undefined)
}
