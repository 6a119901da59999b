/** The rows of invites: made, ended, used, read. Left out: who may make them (acts.ts), opening one (sqlite-invites.ts). */
import * as z from 'zod/mini'
import {
  grantedRights,
  type Access,
  type GrantedRight,
  type MemberFunction,
} from '#shared/lib/access.ts'
import type { InviteId, MemberId, Topic, WorkspaceId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import { accessSchema, topicSchema } from '#shared/protocol/names.ts'
import type { Invitation } from '#shared/records/acts.ts'
import type { SqliteDatabase } from '#server/log/sqlite-file.ts'
import { bytesIn, numberIn, prepare, textIn, type Cells } from '#server/log/sqlite-statement.ts'
import type { Actor } from './acting.ts'
import { functionsIn } from './sqlite-members.ts'

export interface StoredInvite {
  readonly id: InviteId
  readonly for: Invitation['for']
  /** Of a second device: what its member has now. */
  readonly access: Access
  readonly outside: boolean
  readonly functions: readonly MemberFunction[]
  readonly topics: readonly Topic[]
  readonly right: GrantedRight | null
  readonly expiresAt: number
  readonly uses: number
  readonly maxUses: number
  readonly revoked: boolean
  readonly workspace: { readonly id: WorkspaceId; readonly name: string }
  readonly secretHash: Uint8Array
  readonly maker: MemberId
  readonly makerName: string
}

export interface InviteTable {
  /** False when there is one of this id. */
  add(
    id: InviteId,
    maker: Pick<Actor, 'workspace' | 'member'>,
    made: Invitation,
    at: number,
  ): boolean
  end(id: InviteId): void
  useOnce(id: InviteId): void
  /** Null for an invite of another workspace. */
  madeBy(
    workspace: WorkspaceId,
    id: InviteId,
  ): { readonly by: MemberId; readonly for: Invitation['for'] } | null
  /** How many recovery sheets of theirs still work. */
  sheetsOf(maker: MemberId, now: number): number
  find(id: InviteId): StoredInvite | null
}

const HOUR = 3_600_000

const SELECT = `SELECT invite.id, secret_hash, workspace, workspace.name AS workspace_name, purpose,
    COALESCE(invite.access, (SELECT access FROM member WHERE member.id = created_by)) AS access, outside, functions, topics, allows, expires_at, max_uses, uses, revoked, created_by,
    (SELECT name FROM member WHERE member.id = created_by) AS maker_name
  FROM invite JOIN workspace ON workspace.id = invite.workspace`

export function createInviteTable(db: SqliteDatabase): InviteTable {
  const add = prepare(
    db,
    `INSERT INTO invite (id, secret_hash, workspace, purpose, access, outside, functions, topics, allows, expires_at, max_uses,
       created_by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  const find = prepare(db, `${SELECT} WHERE invite.id = ?`)
  const madeBy = prepare(
    db,
    'SELECT created_by, purpose FROM invite WHERE workspace = ? AND id = ?',
  )
  const sheets = prepare(
    db,
    `SELECT COUNT(*) AS sheets FROM invite
     WHERE created_by = ? AND purpose = 'recovery' AND revoked = 0 AND uses < max_uses AND expires_at > ?`,
  )
  const use = prepare(db, 'UPDATE invite SET uses = uses + 1 WHERE id = ?')
  const end = prepare(db, 'UPDATE invite SET revoked = 1 WHERE id = ?')
  return {
    add(id, { workspace, member }, made, at) {
      const full = inFull(made, at)
      return (
        add.run([
          id,
          Buffer.from(made.secretHash, 'base64url'),
          workspace,
          made.for,
          full.access,
          full.outside ? 1 : 0,
          JSON.stringify([...new Set(full.functions)]),
          JSON.stringify([...new Set(full.topics)]),
          full.right,
          full.expiresAt,
          full.uses,
          member,
          at,
        ]) === 1
      )
    },
    end: (id) => void end.run([id]),
    useOnce: (id) => void use.run([id]),
    madeBy(workspace, id) {
      const cells = madeBy.one([workspace, id])
      return cells === null
        ? null
        : {
            by: textIn(cells, 'created_by') as MemberId,
            for: z.parse(purposeSchema, cells['purpose']),
          }
    },
    sheetsOf: (maker, now) => numberIn(sheets.one([maker, now]) ?? {}, 'sheets'),
    find(id) {
      const cells = find.one([id])
      return cells === null ? null : readInvite(cells)
    },
  }
}

/** What the kinds of invites have in common, with ends no later than the limits: the maker's clock may be ahead. */
function inFull(made: Invitation, at: number) {
  switch (made.for) {
    case 'member':
      return { ...made, expiresAt: Math.min(made.expiresAt, at + limits.inviteMaxHours * HOUR) }
    case 'guest':
      return {
        ...made,
        access: 'guest',
        outside: true,
        functions: [],
        expiresAt: Math.min(made.expiresAt, at + limits.inviteMaxHours * HOUR),
      }
    case 'device':
    case 'recovery':
      return {
        access: null,
        outside: false,
        functions: [],
        topics: [],
        right: null,
        expiresAt: Math.min(
          made.expiresAt,
          at + (made.for === 'device' ? limits.deviceInviteMs : limits.recoveryInviteMs),
        ),
        uses: 1,
      }
  }
}

const purposeSchema = z.enum(['member', 'guest', 'device', 'recovery'])

const readInvite = (cells: Cells): StoredInvite => ({
  id: textIn(cells, 'id') as InviteId,
  for: z.parse(purposeSchema, cells['purpose']),
  access: accessSchema.parse(cells['access']),
  outside: numberIn(cells, 'outside') !== 0,
  functions: functionsIn(cells),
  topics: z.parse(z.array(topicSchema), JSON.parse(textIn(cells, 'topics'))),
  right: z.parse(z.nullable(z.enum(grantedRights)), cells['allows']),
  expiresAt: numberIn(cells, 'expires_at'),
  uses: numberIn(cells, 'uses'),
  maxUses: numberIn(cells, 'max_uses'),
  revoked: numberIn(cells, 'revoked') !== 0,
  workspace: {
    id: textIn(cells, 'workspace') as WorkspaceId,
    name: textIn(cells, 'workspace_name'),
  },
  secretHash: bytesIn(cells, 'secret_hash'),
  maker: textIn(cells, 'created_by') as MemberId,
  makerName: textIn(cells, 'maker_name'),
})
