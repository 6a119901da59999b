/** Where a link with an invite leads somebody who is in workspaces already. Asked of the relay, as only it knows what the invite is for. */
import { readInviteKey } from '#client/features/people/invite-key.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Identity } from '#client/replica/identity.ts'
import { lookAtInvite } from '#client/replica/join.ts'

export type Door =
  | { readonly kind: 'mine'; readonly identity: Identity }
  /** To the door of a workspace this device is not in yet. */
  | { readonly kind: 'other' }
  /** An owner link: what was made on this device alone may go there. */
  | { readonly kind: 'share' }

/** Null where the link says nothing that can be followed now (no answer, used up, no invite): to the workspace as ever. */
export async function doorOf(
  environment: DeviceEnvironment,
  fragment: string,
  all: readonly Identity[],
  shown: Identity,
): Promise<Door | null> {
  const invite = readInviteKey(fragment)
  const look = invite === null ? null : await lookAtInvite(environment, invite)
  if (look === null || !look.ok) return null
  const { id } = look.value
  if (id === null) return shown.alone === true ? { kind: 'share' } : { kind: 'other' }
  const identity = all.find(({ workspace }) => workspace.id === id)
  return identity === undefined ? { kind: 'other' } : { kind: 'mine', identity }
}
