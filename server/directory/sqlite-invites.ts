/**
 * Invites in SQLite: made, looked at, used, revoked. A wrong secret and an unknown invite give the same answer;
 * only who holds the secret learns why an invite no longer works.
 */
import { timingSafeEqual } from 'node:crypto'
import type { DeviceId, InviteId, WorkspaceId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { Invite } from '#shared/protocol/http.ts'
import { accessSchema, type Access } from '#shared/protocol/names.ts'
import { inTransaction, type SqliteDatabase } from '#server/log/sqlite-file.ts'
import { bytesIn, numberIn, prepare, textIn, type Cells } from '#server/log/sqlite-statement.ts'
import type { DeviceRecord, Directory, InviteRefusal } from './directory.ts'
import type { Join } from './sqlite-join.ts'

interface StoredInvite extends Invite {
  readonly workspace: { readonly id: WorkspaceId; readonly name: string }
  readonly secretHash: Uint8Array
}

type Invites = Pick<
  Directory,
  'createInvite' | 'lookAtInvite' | 'redeemInvite' | 'invites' | 'revokeInvite'
>

const SELECT = `SELECT invite.id, secret_hash, workspace, workspace.name AS workspace_name, access, expires_at, max_uses, uses, revoked
  FROM invite JOIN workspace ON workspace.id = invite.workspace`

export function createInvites(
  db: SqliteDatabase,
  device: (id: DeviceId) => DeviceRecord | null,
  join: Join,
): Invites {
  const add = prepare(
    db,
    'INSERT INTO invite (id, secret_hash, workspace, access, expires_at, max_uses, created_by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const find = prepare(db, `${SELECT} WHERE invite.id = ?`)
  const list = prepare(db, `${SELECT} WHERE workspace = ? ORDER BY invite.at DESC, invite.id`)
  const use = prepare(db, 'UPDATE invite SET uses = uses + 1 WHERE id = ?')
  const revoke = prepare(
    db,
    'UPDATE invite SET revoked = 1 WHERE workspace = ? AND id = ? AND revoked = 0',
  )

  const known = (id: InviteId, secretHash: Uint8Array): StoredInvite | null => {
    const cells = find.one([id])
    const invite = cells === null ? null : readInvite(cells)
    return invite !== null && sameBytes(invite.secretHash, secretHash) ? invite : null
  }

  return {
    async createInvite(invite) {
      const { id, secretHash, workspace, access, expiresAt, maxUses, createdBy, at } = invite
      add.run([id, secretHash, workspace, access, expiresAt, maxUses, createdBy, at])
    },
    async lookAtInvite(id, secretHash, now) {
      const invite = known(id, secretHash)
      if (invite === null) return refuse('invite-wrong')
      const refusal = whyNot(invite, now)
      if (refusal !== null) return refuse(refusal)
      return ok({
        workspace: invite.workspace.name,
        access: invite.access,
        expiresAt: invite.expiresAt,
      })
    },
    async redeemInvite(id, secretHash, joining) {
      return inTransaction(db, (): Result<DeviceRecord, InviteRefusal> => {
        const invite = known(id, secretHash)
        if (invite === null) return refuse('invite-wrong')
        const there = device(joining.device)
        const refusal = whyNot(invite, joining.at)
        // A device that joined and lost the answer asks again: it is told the same and the invite is not used twice.
        if (
          there !== null &&
          there.workspace.id === invite.workspace.id &&
          !there.revoked &&
          refusal !== 'invite-revoked'
        )
          return ok(there)
        if (refusal !== null) return refuse(refusal)
        // The key belongs to another workspace, or was revoked: this invite is not for it.
        if (there !== null) return refuse('invite-wrong')
        use.run([id])
        return ok(join(invite.workspace.id, invite.access, joining))
      })
    },
    async invites(workspace) {
      return list.all([workspace]).map((cells) => {
        const { id, access, expiresAt, uses, maxUses, revoked } = readInvite(cells)
        return { id, access, expiresAt, uses, maxUses, revoked }
      })
    },
    async revokeInvite(workspace, id) {
      return revoke.run([workspace, id]) === 1
    },
  }
}

function whyNot(
  invite: { revoked: boolean; expiresAt: number; uses: number; maxUses: number },
  now: number,
): InviteRefusal | null {
  if (invite.revoked) return 'invite-revoked'
  if (invite.expiresAt <= now) return 'invite-expired'
  if (invite.uses >= invite.maxUses) return 'invite-used-up'
  return null
}

function readInvite(cells: Cells): StoredInvite {
  const access: Access = accessSchema.parse(cells['access'])
  return {
    id: textIn(cells, 'id') as InviteId,
    access,
    expiresAt: numberIn(cells, 'expires_at'),
    uses: numberIn(cells, 'uses'),
    maxUses: numberIn(cells, 'max_uses'),
    revoked: numberIn(cells, 'revoked') !== 0,
    workspace: {
      id: textIn(cells, 'workspace') as WorkspaceId,
      name: textIn(cells, 'workspace_name'),
    },
    secretHash: bytesIn(cells, 'secret_hash'),
  }
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other)
