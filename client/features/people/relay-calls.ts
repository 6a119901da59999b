/** What joining asks of the relay. client/app hands it in; every answer may also be "unreachable". */
import type { Result } from '#shared/lib/result.ts'
import type { HttpRefusal, InviteKey } from '#shared/protocol/http.ts'
import type { Access } from '#shared/protocol/names.ts'

export type Refused = { readonly code: HttpRefusal | 'unreachable' | 'not-understood' }

export interface InviteLook {
  /** A new member, a guest, or one more device of somebody who is here. */
  readonly for: 'member' | 'guest' | 'device'
  /** null for the owner link: there is no workspace yet. */
  readonly workspace: string | null
  readonly access: Access
  readonly expiresAt: number | null
  /** Who made it; for a device: whose. */
  readonly name?: string | undefined
  /** How much a guest link opens. */
  readonly topics?: number | undefined
}

export interface JoinCalls {
  relayState(): Promise<Result<{ readonly owner: 'open' | 'link' | 'present' }, Refused>>
  look(invite: InviteKey): Promise<Result<InviteLook, Refused>>
  /** Makes this device's key, joins, and keeps who this device is. */
  join(as: {
    readonly invite: InviteKey | null
    readonly name: string
    readonly workspace?: string
    /** One more device of `name`. */
    readonly linked?: boolean
    /** Who made the invite, as `look` says. */
    readonly invitedBy?: string | undefined
  }): Promise<Result<null, Refused>>
  /** Opens the workspace of generated work on this device, made when there is none yet. */
  openDemo(): Promise<Result<null, Refused>>
  /** Makes a workspace that is on this device alone. */
  foundAlone(as: {
    readonly name: string
    readonly workspace: string
  }): Promise<Result<null, Refused>>
}
