/**
 * The Directory: workspaces, members, their devices, invites and sessions, and the relay's epoch.
 * It answers who somebody is and what they may do; the relay re-reads a member's access version with every append.
 * Left out: documents (Log). Implementation: SQLite in the same file as the Log; one contract suite.
 */
import type { MemberFunction } from '#shared/lib/access.ts'
import type { DeviceId, DocName, InviteId, MemberId, Topic, WorkspaceId } from '#shared/lib/ids.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Grant, Standing } from '#shared/protocol/audiences.ts'
import type { Access } from '#shared/protocol/names.ts'
import type { KnownDevice, Person } from '#shared/protocol/control.ts'
import type { Party } from '#shared/protocol/act-rules.ts'
import type { Act, Invitation } from '#shared/records/acts.ts'
import type { Acted, Actor } from './acting.ts'

/** A grant and where the last of its documents stands in the workspace's feed. */
export interface PlacedGrant extends Grant {
  readonly position: number
}

/** A grant that was ended, and where its end stands. */
export interface EndedGrant {
  readonly topic: Topic
  readonly position: number
}

/** A device with what its member may do. */
export interface DeviceRecord extends Standing {
  readonly id: DeviceId
  /** The relay's short number of this device, never reused. */
  readonly number: number
  readonly workspace: { readonly id: WorkspaceId; readonly name: string }
  readonly functions: readonly MemberFunction[]
  readonly grants: readonly PlacedGrant[]
  /** Raised whenever what the member may do changes, or a device of theirs or they are revoked. */
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

/** What an invite is for, told without using it. */
export interface SeenInvite {
  /** Whoever opens a recovery sheet links one more device, like any other. */
  readonly for: Exclude<Invitation['for'], 'recovery'>
  readonly workspace: string
  readonly id: WorkspaceId
  readonly access: Access
  readonly expiresAt: number
  /** Of whoever made it; for a second device its member's. */
  readonly name: string
  /** How much of the workspace a guest is shown. */
  readonly topics: number
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
  /**
   * Makes the workspace with its first member as owner, in one transaction. `secretHash`: of the owner link, which is used
   * up; null lets in the relay's very first owner alone. The same device founding the same again hears the same.
   */
  foundWorkspace(
    workspace: { id: WorkspaceId; name: string },
    joining: Joining,
    secretHash: Uint8Array | null,
  ): Promise<Result<DeviceRecord, InviteRefusal>>
  /** The one-time owner link's secret hash; replaces an earlier one. */
  setOwnerSecret(secretHash: Uint8Array): Promise<void>
  ownerSecretMatches(secretHash: Uint8Array): Promise<boolean>
  /** Judges an act on people and applies it, in one transaction (acts.ts). */
  perform(actor: Actor, act: Act, at: number): Promise<Acted>
  lookAtInvite(
    id: InviteId,
    secretHash: Uint8Array,
    now: number,
  ): Promise<Result<SeenInvite, InviteRefusal>>
  /**
   * Uses the invite once and makes member and device with what it grants, or one more device of its maker, in one
   * transaction. Two at the last use: one is refused.
   */
  redeemInvite(
    id: InviteId,
    secretHash: Uint8Array,
    joining: Joining,
  ): Promise<Result<DeviceRecord, InviteRefusal>>
  device(id: DeviceId): Promise<DeviceRecord | null>
  /** Null for nobody of this workspace; at most `limit`, those in use before the revoked, the newest first. */
  devicesOf(
    workspace: WorkspaceId,
    member: MemberId,
    limit: number,
  ): Promise<{ readonly of: Party; readonly devices: readonly KnownDevice[] } | null>
  /** The member's grants that were ended after the position, in order. */
  endedGrants(member: MemberId, after: number): Promise<readonly EndedGrant[]>
  people(workspace: WorkspaceId): Promise<readonly Person[]>
  /** Themselves, who invited them, and who takes part in what they were granted: all that is told to who is outside. */
  cast(member: MemberId, docs: readonly DocName[]): Promise<readonly Person[]>
  /** Stores the hash of a token. Expired ones are removed on the way. A device is noted as seen, under the name it gave. */
  openSession(
    tokenHash: Uint8Array,
    session: Session,
    expiresAt: number,
    now: number,
    named?: string,
  ): Promise<void>
  session(tokenHash: Uint8Array, now: number): Promise<Session | null>
}
