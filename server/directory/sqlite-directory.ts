/**
 * The Directory in the same SQLite file as the Log. libsql is synchronous, so each call is one turn of the event loop
 * and two calls never interleave; what changes more than one row runs in a transaction. Invites live in
 * sqlite-invites.ts. Left out: making ids, secrets and hashes (server/http).
 */
import { randomBytes } from 'node:crypto'
import type { DeviceId, DocName, MemberId, WorkspaceId } from '#shared/lib/ids.ts'
import { bytesToBase32 } from '#shared/lib/ids.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Person } from '#shared/protocol/control.ts'
import { accessSchema } from '#shared/protocol/names.ts'
import { inTransaction, type SqliteDatabase } from '#server/log/sqlite-file.ts'
import { bytesIn, numberIn, prepare, textIn, type Cells } from '#server/log/sqlite-statement.ts'
import type { DeviceRecord, Directory, Session } from './directory.ts'
import { createJoin } from './sqlite-join.ts'
import { createInvites } from './sqlite-invites.ts'
import { createRevoke } from './sqlite-revoke.ts'
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
    `SELECT device.id, device.number, device.public_key, member.id AS member, member.access, member.access_version,
       MAX(device.revoked, member.revoked) AS revoked, workspace.id AS workspace, workspace.name AS workspace_name
     FROM device JOIN member ON member.id = device.member JOIN workspace ON workspace.id = member.workspace
     WHERE device.id = ?`,
  )
  const device = (id: DeviceId): DeviceRecord | null => {
    const cells = findDevice.one([id])
    return cells === null ? null : readDevice(cells)
  }
  const join = createJoin(db, device)
  const invites = createInvites(db, device, join)
  const anyOwner = prepare(db, `SELECT 1 AS found FROM member WHERE access = 'owner' LIMIT 1`)
  const makeWorkspace = prepare(db, 'INSERT INTO workspace (id, name, at) VALUES (?, ?, ?)')
  const persons = prepare(
    db,
    `SELECT member.id, member.name, member.access, device.number FROM member LEFT JOIN device ON device.member = member.id
     WHERE member.workspace = ? ORDER BY member.at, member.id, device.number`,
  )
  const endSessions = prepare(db, 'DELETE FROM session WHERE expires_at <= ?')
  const addSession = prepare(
    db,
    'INSERT INTO session (token_hash, device, doc, expires_at) VALUES (?, ?, ?, ?)',
  )
  const findSession = prepare(
    db,
    'SELECT device, doc FROM session WHERE token_hash = ? AND expires_at > ?',
  )
  const hasOwner = (): boolean => anyOwner.one([]) !== null

  return {
    epoch: async () => epoch,
    sealingKey: async () => sealingKey,
    hasOwner: async () => hasOwner(),
    async foundWorkspace(workspace, joining) {
      return inTransaction(db, () => {
        if (hasOwner()) return refuse('owner-exists')
        makeWorkspace.run([workspace.id, workspace.name, joining.at])
        const record = join(workspace.id, 'owner', joining)
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
    ...createRevoke(db),
    device: async (id) => device(id),
    people: async (workspace) => readPeople(persons.all([workspace])),
    async openSession(tokenHash, session, expiresAt, now) {
      inTransaction(db, () => {
        endSessions.run([now])
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

function readDevice(cells: Cells): DeviceRecord {
  return {
    id: textIn(cells, 'id') as DeviceId,
    number: numberIn(cells, 'number'),
    member: textIn(cells, 'member') as MemberId,
    workspace: {
      id: textIn(cells, 'workspace') as WorkspaceId,
      name: textIn(cells, 'workspace_name'),
    },
    access: accessSchema.parse(cells['access']),
    accessVersion: numberIn(cells, 'access_version'),
    publicKey: bytesIn(cells, 'public_key'),
    revoked: numberIn(cells, 'revoked') !== 0,
  }
}

function readSession(cells: Cells): Session {
  const device = textIn(cells, 'device') as DeviceId
  return cells['doc'] === null
    ? { kind: 'device', device }
    : { kind: 'document', device, doc: textIn(cells, 'doc') as DocName }
}

/** One line per device becomes one person with their devices; the lines of a person stand together. */
function readPeople(lines: readonly Cells[]): readonly Person[] {
  const people = new Map<string, Person>()
  for (const line of lines) {
    const member = textIn(line, 'id') as MemberId
    const person = people.get(member) ?? {
      member,
      name: textIn(line, 'name'),
      access: accessSchema.parse(line['access']),
      devices: [],
    }
    if (line['number'] !== null) person.devices.push(numberIn(line, 'number'))
    people.set(member, person)
  }
  return [...people.values()]
}
