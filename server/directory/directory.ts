/**
 * The Directory: workspaces, members, their devices, invites and sessions, and the relay's epoch.
 * It answers who somebody is and what they may do; the relay re-reads a member's access version with every append.
 * Left out: documents (Log). Implementation: SQLite in the same file as the Log; one contract suite.
 */
import type { DeviceId, DocName, InviteId, MemberId, WorkspaceId } from '#shared/lib/ids.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Access } from '#shared/protocol/names.ts'
import type { Invite } from '#shared/protocol/http.ts'
import type { Person } from '#shared/protocol/control.ts'

export interface DeviceRecord {
  readonly id: DeviceId
  /** The relay's short number of this device, never reused. */
  readonly number: number
  readonly member: MemberId
  readonly workspace: { readonly id: WorkspaceId; readonly name: string }
  readonly access: Access
  /** Raised whenever access changes or the device or member is revoked. */
  readonly accessVersion: number
  /** SPKI bytes of the P-256 public key. */
  readonly publicKey: Uint8Array
  readonly revoked: boolean
}

export interface Joining {
  readonly member: MemberId
  readonly name: string
  readonly device: DeviceId
  readonly publicKey: Uint8Array
  readonly at: number
}

export type InviteRefusal =
  | 'invite-wrong'
  | 'invite-expired'
  | 'invite-used-up'
  | 'invite-revoked'
  | 'owner-exists'

export interface NewInvite {
  readonly id: InviteId
  /** SHA-256 of the secret; the secret itself is never stored. */
  readonly secretHash: Uint8Array
  readonly workspace: WorkspaceId
  readonly access: Access
  readonly expiresAt: number
  readonly maxUses: number
  readonly createdBy: MemberId
  readonly at: number
}

export type Session =
  | { readonly kind: 'device'; readonly device: DeviceId }
  | { readonly kind: 'document'; readonly device: DeviceId; readonly doc: DocName }

export interface Directory {
  /** Changes with every restore. */
  epoch(): Promise<string>
  /** 32 bytes made at the first start, kept with the data: seals feed cursors. */
  sealingKey(): Promise<Uint8Array>
  hasOwner(): Promise<boolean>
  /** Makes the workspace with its first member as owner, in one transaction; refused when an owner exists. */
  foundWorkspace(
    workspace: { id: WorkspaceId; name: string },
    joining: Joining,
  ): Promise<Result<DeviceRecord, InviteRefusal>>
  /** The one-time owner link's secret hash; replaces an earlier one. */
  setOwnerSecret(secretHash: Uint8Array): Promise<void>
  ownerSecretMatches(secretHash: Uint8Array): Promise<boolean>
  createInvite(invite: NewInvite): Promise<void>
  lookAtInvite(
    id: InviteId,
    secretHash: Uint8Array,
    now: number,
  ): Promise<Result<{ workspace: string; access: Access; expiresAt: number }, InviteRefusal>>
  /** Uses the invite once and makes member and device, in one transaction. Two at the last use: one is refused. */
  redeemInvite(
    id: InviteId,
    secretHash: Uint8Array,
    joining: Joining,
  ): Promise<Result<DeviceRecord, InviteRefusal>>
  invites(workspace: WorkspaceId): Promise<readonly Invite[]>
  revokeInvite(workspace: WorkspaceId, id: InviteId): Promise<boolean>
  device(id: DeviceId): Promise<DeviceRecord | null>
  /** Every device of the person, for good; their sessions end. False when nobody of this workspace was, or was already. */
  revokeMember(workspace: WorkspaceId, member: MemberId): Promise<boolean>
  /** One device, for good; its sessions end. False as above. */
  revokeDevice(workspace: WorkspaceId, device: DeviceId): Promise<boolean>
  people(workspace: WorkspaceId): Promise<readonly Person[]>
  /** Stores the hash of a token. Expired ones are removed on the way. */
  openSession(
    tokenHash: Uint8Array,
    session: Session,
    expiresAt: number,
    now: number,
  ): Promise<void>
  session(tokenHash: Uint8Array, now: number): Promise<Session | null>
}
