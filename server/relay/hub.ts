/**
 * Puts the relay's parts together: sockets in, commits, rows out. One hub per open database; a restore makes a new one.
 * Left out: HTTP and the upgrade (server/http), opening the database (server/start-relay.ts).
 */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Bus } from '#server/bus/bus.ts'
import type { Directory } from '#server/directory/directory.ts'
import type { Ledger } from '#server/directory/ledger.ts'
import type { Log } from '#server/log/log.ts'
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import type { CloseReason } from '#shared/protocol/close-codes.ts'
import { jsonFrame, toDevice } from '#shared/protocol/frames.ts'
import { limits } from '#shared/protocol/limits.ts'
import { createBeginnings } from './beginnings.ts'
import { createComparisons } from './comparisons.ts'
import { createCounted, MINUTE_MS } from './counted.ts'
import { createCommits } from './commits.ts'
import { weigh } from './document-weight.ts'
import { deliver } from './fan-out.ts'
import { createHealth, type Health } from './health.ts'
import type { CheckAnswers } from './judge.ts'
import { createNews } from './news.ts'
import { createOutlet, type Outlet } from './outlet.ts'
import { acceptPlainSocket } from './plain-door.ts'
import { createEverybody, type Present } from './present.ts'
import { createPushNumbers } from './push-numbers.ts'
import { createPeopleTold } from './people-told.ts'
import type { RelayParts } from './relay-parts.ts'
import { createRooms } from './rooms.ts'
import { limitUnknown, listenTo } from './socket-frames.ts'
import { lostAccess } from './standing.ts'
import { createStrangers } from './strangers.ts'
import { createSyncSession, type SyncSession } from './sync-session.ts'
import { createTurnEnd } from './turn-end.ts'

/** What a commit stored, or that devices showed different content of a document. */
export type Counts =
  | { readonly rows: number; readonly documents: number }
  | { readonly differences: number }

export interface HubDeps {
  readonly log: Log
  readonly directory: Directory
  readonly ledger: Ledger
  readonly bus: Bus
  readonly compactor: { compactSoon(doc: DocName): void }
  readonly checks: CheckAnswers
  readonly isRecoveryOver: () => boolean
  /** Where people outside reach the relay; undefined where that is not set. */
  readonly address: string | undefined
  readonly now: () => number
  readonly fault: (error: unknown, during: string) => void
  readonly count: (counts: Counts) => void
}

export interface Hub {
  /** `host` is what a device on this socket must have signed for, `from` the address whose rates it counts to. */
  acceptSync(socket: WebSocket, raw: Duplex, host: string, from: string): void
  acceptPlain(socket: WebSocket, raw: Duplex, doc: string, token: string, from: string): void
  readonly health: Health
  sockets(): number
  rooms(): number
  /** Somebody joined, or what somebody may do has changed: open sockets follow, and people are told who is there now. */
  standingChanged(workspace: WorkspaceId): Promise<void>
  /** Closes every socket, after the commit under way. Later pushes hear `busy`. */
  close(reason: CloseReason): Promise<void>
}

/** How often open sockets' standing is read again. DESIGN, Access. */
const RECHECK_MS = 5_000
/** How long an end waits for the commit under way. */
const QUIET_MS = 10_000

export async function createHub(deps: HubDeps): Promise<Hub> {
  const { log, directory, now } = deps
  const everybody = createEverybody((error) => deps.fault(error, 'rechecking'))
  const rooms = createRooms(now)
  const strangers = createStrangers()
  const perMinute = (atMost: number) => createCounted({ now, windowMs: MINUTE_MS, atMost })
  const signIns = perMinute(limits.signInsPerMinute)
  const numbers = createPushNumbers()
  const news = createNews(deps.bus)
  const health = createHealth(now)
  const turnEnd = createTurnEnd((error) => deps.fault(error, 'answering'))
  const commits = createCommits({
    log: health.watching(log),
    async lostAccess(writing) {
      const lost = await lostAccess(directory, writing, now())
      // Their refusals leave first.
      if (lost.size > 0) turnEnd.add(() => everybody.recheck(({ id }) => lost.has(id)))
      return lost
    },
    committed(turns) {
      const toFlush: Outlet[] = []
      const changed = new Map<WorkspaceId, DocName[]>()
      let rows = 0
      for (const turn of turns) {
        if (turn.rows.length === 0) continue
        rows += turn.rows.length
        turn.room.committed += turn.rows.length
        const { workspace, doc } = turn.room
        const docs = changed.get(workspace)
        if (docs === undefined) changed.set(workspace, [doc])
        else docs.push(doc)
        deliver(
          turn.room,
          turn.rows.map(({ row, pusher }) => ({ row, by: pusher.session })),
          toFlush,
        )
      }
      for (const outlet of toFlush) turnEnd.add(() => outlet.flush())
      for (const [workspace, docs] of changed) news.publish(workspace, docs)
      deps.count({ rows, documents: turns.length })
    },
    settled: () => turnEnd.leave(),
    failed(error, turns) {
      for (const { rows } of turns) for (const { row } of rows) numbers.doubt(row.device)
      deps.fault(error, 'committing')
    },
  })
  const standingChanged = async (workspace: WorkspaceId): Promise<void> => {
    everybody.recheck((device) => device.workspace.id === workspace)
    await tellPeople(workspace)
  }
  const parts: RelayParts = {
    log,
    directory,
    ledger: deps.ledger,
    rooms,
    news,
    standingChanged,
    comparisons: createComparisons(),
    differs(devices, frame) {
      deps.count({ differences: 1 })
      everybody.tellDevices(devices, frame)
    },
    commits,
    numbers,
    beginnings: createBeginnings(log),
    checks: deps.checks,
    isRecoveryOver: deps.isRecoveryOver,
    now,
    memberPushes: perMinute(limits.pushesPerMemberPerMinute),
    documentPushes: perMinute(limits.pushesPerDocumentPerMinute),
    address: deps.address,
    epoch: await directory.epoch(),
    sealingKey: await directory.sealingKey(),
    grown: (room) => weigh(room, log, deps.compactor),
    afterTurn: (leave) => turnEnd.add(leave),
    fault: (error) => deps.fault(error, 'answering'),
  }
  let ending: CloseReason | null = null
  const tellPeople = createPeopleTold(
    async (workspace) => {
      if (ending !== null) return
      const people = await directory.people(workspace)
      everybody.tellPeople(workspace, jsonFrame(toDevice.people, { people }))
    },
    (error) => deps.fault(error, 'telling people'),
  )
  let accessChanges: number | null = null
  const sweep = setInterval(() => {
    rooms.sweep()
    const now = log.accessChanges?.() ?? null
    everybody.recheck(undefined, now !== null && now === accessChanges)
    accessChanges = now
  }, RECHECK_MS)
  sweep.unref()

  return {
    acceptSync(socket, raw, host, from) {
      const outlet = createOutlet(socket, raw)
      if (ending !== null) return turnedAway(socket, outlet, ending)
      const isKnown = strangers.enter(from)
      if (isKnown === null) return turnedAway(socket, outlet, 'too-many-from-here')
      let unhear = (): void => undefined
      const session: SyncSession = createSyncSession(parts, {
        outlet,
        host,
        maySignIn: () => signIns.take(from),
        welcome(mine, device) {
          if (everybody.isFull(device.member)) return 'too-many-sockets'
          isKnown()
          unhear = news.hear(device.workspace.id, {
            sees: mine.sees,
            tell: () => mine.send(jsonFrame(toDevice.news, {})),
          })
          return null
        },
      })
      const here: Present = {
        outlet,
        device: session.device,
        recheck: session.recheck,
        send: session.send,
        tellPeople: session.tellPeople,
      }
      everybody.enter(here)
      listenTo(socket, (frame) => session.receive(frame), outlet)
      limitUnknown(raw, outlet, () => session.device() !== null)
      socket.on('close', () => {
        isKnown()
        everybody.leave(here)
        unhear()
        session.leave()
      })
    },
    acceptPlain(socket, raw, doc, token, from) {
      const outlet = createOutlet(socket, raw)
      if (ending !== null) return turnedAway(socket, outlet, ending)
      const isKnown = strangers.enter(from)
      if (isKnown === null) return turnedAway(socket, outlet, 'too-many-from-here')
      socket.on('close', isKnown)
      acceptPlainSocket({ parts, everybody, outlet, socket, doc, token, isKnown })
    },
    health,
    sockets: everybody.count,
    rooms: rooms.count,
    standingChanged,
    async close(reason) {
      // Who comes from now on comes again to the hub after this one; here nothing would be taken from them any more.
      ending = reason
      clearInterval(sweep)
      commits.hold()
      // A hanging disk must not keep the process from ending.
      await Promise.race([commits.quiet(), later(QUIET_MS)])
      everybody.closeAll(reason)
    },
  }
}

/** Said after the handshake, as no browser lets an app see why one failed. */
function turnedAway(socket: WebSocket, outlet: Outlet, reason: CloseReason): void {
  socket.on('error', () => undefined)
  outlet.close(reason)
}

const later = (ms: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, ms).unref())
