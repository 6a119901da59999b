/**
 * The Directory in the same SQLite file as the Log. libsql is synchronous, so each call is one turn of the event loop
 * and two calls never interleave; what changes more than one row runs in a transaction. What is done to people goes through
 * acts.ts, opening invites through sqlite-invites.ts. Left out: making ids, secrets and hashes (server/http).
 */
import { randomBytes } from 'node:crypto'
import type { DeviceId, DocName, MemberId, WorkspaceId } from '#shared/lib/ids.ts'
import { bytesToBase32 } from '#shared/lib/ids.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { KnownDevice } from '#shared/protocol/control.ts'
import { accessSchema } from '#shared/protocol/names.ts'
import { inTransaction, type SqliteDatabase } from '#server/log/sqlite-file.ts'
import { bytesIn, numberIn, prepare, textIn, type Cells } from '#server/log/sqlite-statement.ts'
import type { DeviceRecord, Directory, Session } from './directory.ts'
import { createActs } from './acts.ts'
import { createGrants } from './sqlite-grants.ts'
import { createJoin, type Place } from './sqlite-join.ts'
import { createInvites } from './sqlite-invites.ts'
import { createMembers, functionsIn } from './sqlite-members.ts'
import { createPeople } from './sqlite-people.ts'
import { createSettings } from './sqlite-settings.ts'

/** Makes epoch and sealing key on first use of the file. `random` is for tests. */
export function createSqliteDirectory(
  db: SqliteDatabase,
  random: (length: number) => Uint8Array = randomBytes,
): Directory {
  const settings = createSettings(db)
  const epoch = settings.textOr('epoch', () => bytesToBase32(random(10)))
  const sealingKey = settings.bytesOr('sealing-key', () => random(32))
  const findDevice = prepare(
    db,
    `SELECT device.id, device.number, device.public_key, member.id AS member, member.access, member.outside, member.functions,
       member.access_version,
       MAX(device.revoked, member.revoked) AS revoked, workspace.id AS workspace, workspace.name AS workspace_name
     FROM device JOIN member ON member.id = device.member JOIN workspace ON workspace.id = member.workspace
     WHERE device.id = ?`,
  )
  const people = createPeople(db)
  const performAct = createActs(db)
  const device = (id: DeviceId): DeviceRecord | null => {
    const cells = findDevice.one([id])
    return cells === null ? null : readDevice(cells, grants.of(textIn(cells, 'member') as MemberId))
  }
  const members = createMembers(db)
  const grants = createGrants(db, members)
  const join = createJoin(db, device)
  const invites = createInvites(db, device, join)
  const anyOwner = prepare(db, `SELECT 1 AS found FROM member WHERE access = 'owner' LIMIT 1`)
  const isTaken = prepare(
    db,
    'SELECT 1 AS found FROM workspace WHERE id = ?1 UNION ALL SELECT 1 FROM member WHERE id = ?2 LIMIT 1',
  )
  const makeWorkspace = prepare(db, 'INSERT INTO workspace (id, name, at) VALUES (?, ?, ?)')
  const endSessions = prepare(db, 'DELETE FROM session WHERE expires_at <= ?')
  const addSession = prepare(
    db,
    'INSERT INTO session (token_hash, device, doc, expires_at) VALUES (?, ?, ?, ?)',
  )
  const findSession = prepare(
    db,
    'SELECT device, doc FROM session WHERE token_hash = ? AND expires_at > ?',
  )
  const seen = prepare(db, 'UPDATE device SET seen_at = ?, name = COALESCE(?, name) WHERE id = ?')
  const devices = prepare(
    db,
    `SELECT id, name, at, seen_at, revoked FROM device WHERE member = ? ORDER BY revoked, number DESC LIMIT ?`,
  )
  const hasOwner = (): boolean => anyOwner.one([]) !== null

  return {
    epoch: async () => epoch,
    sealingKey: async () => sealingKey,
    hasOwner: async () => hasOwner(),
    async foundWorkspace(workspace, joining, secretHash) {
      return inTransaction(db, () => {
        const there = device(joining.device)
        if (there?.workspace.id === workspace.id && there.member === joining.member)
          return ok(there)
        if (secretHash === null && hasOwner()) return refuse('owner-exists')
        if (secretHash !== null && !settings.matches('owner-secret', secretHash))
          return refuse(hasOwner() ? 'owner-exists' : 'invite-wrong')
        if (there !== null || isTaken.one([workspace.id, joining.member]) !== null)
          return refuse('owner-exists')
        makeWorkspace.run([workspace.id, workspace.name, joining.at])
        const record = join.member(workspace.id, founder, joining)
        // The link worked once.
        settings.remove('owner-secret')
        return ok(record)
      })
    },
    async setOwnerSecret(secretHash) {
      settings.put('owner-secret', secretHash)
    },
    async ownerSecretMatches(secretHash) {
      return settings.matches('owner-secret', secretHash)
    },
    ...invites,
    perform: async (actor, act, at) => inTransaction(db, () => performAct(actor, act, at)),
    device: async (id) => device(id),
    endedGrants: async (member, after) => grants.endedAfter(member, after),
    people: async (workspace) => people.all(workspace),
    cast: async (member, docs) => people.around(member, docs),
    async devicesOf(workspace, member, limit) {
      const of = members.find(workspace, member)
      return of === null ? null : { of, devices: devices.all([member, limit]).map(readKnown) }
    },
    async openSession(tokenHash, session, expiresAt, now, named) {
      inTransaction(db, () => {
        endSessions.run([now])
        if (session.kind === 'device') seen.run([now, named ?? null, session.device])
        addSession.run([
          tokenHash,
          session.device,
          session.kind === 'document' ? session.doc : null,
          expiresAt,
        ])
      })
    },
    async session(tokenHash, now) {
      const cells = findSession.one([tokenHash, now])
      return cells === null ? null : readSession(cells)
    },
  }
}

const founder: Place = {
  access: 'owner',
  outside: false,
  functions: [],
  invitedBy: null,
  guestOf: null,
}

function readDevice(cells: Cells, grants: DeviceRecord['grants']): DeviceRecord {
  return {
    id: textIn(cells, 'id') as DeviceId,
    number: numberIn(cells, 'number'),
    member: textIn(cells, 'member') as MemberId,
    workspace: {
      id: textIn(cells, 'workspace') as WorkspaceId,
      name: textIn(cells, 'workspace_name'),
    },
    access: accessSchema.parse(cells['access']),
    outside: numberIn(cells, 'outside') !== 0,
    functions: functionsIn(cells),
    grants,
    accessVersion: numberIn(cells, 'access_version'),
    publicKey: bytesIn(cells, 'public_key'),
    revoked: numberIn(cells, 'revoked') !== 0,
  }
}

const readKnown = (cells: Cells): KnownDevice => ({
  id: textIn(cells, 'id') as DeviceId,
  name: cells['name'] === null ? null : textIn(cells, 'name'),
  at: numberIn(cells, 'at'),
  seenAt: cells['seen_at'] === null ? null : numberIn(cells, 'seen_at'),
  revoked: numberIn(cells, 'revoked') !== 0,
})

function readSession(cells: Cells): Session {
  const device = textIn(cells, 'device') as DeviceId
  return cells['doc'] === null
    ? { kind: 'device', device }
    : { kind: 'document', device, doc: textIn(cells, 'doc') as DocName }
}
