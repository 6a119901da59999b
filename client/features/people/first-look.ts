/** What somebody new finds: a workspace to make, one to join, a device to link, or the reason why none is possible. */
import type { InviteKey } from '#shared/protocol/http.ts'
import type { InviteLook, JoinCalls, Refused } from './relay-calls.ts'

export type FirstLook =
  | { readonly kind: 'found'; readonly invite: InviteKey | null }
  | {
      readonly kind: 'join'
      readonly invite: InviteKey
      readonly look: InviteLook & { readonly workspace: string }
    }
  | {
      readonly kind: 'link'
      readonly invite: InviteKey
      readonly workspace: string
      readonly name: string
    }
  | { readonly kind: 'need-invite' }
  | { readonly kind: 'need-owner-link' }
  | { readonly kind: 'refused'; readonly refusal: Refused }

export async function lookFirst(calls: JoinCalls, invite: InviteKey | null): Promise<FirstLook> {
  if (invite === null) {
    const state = await calls.relayState()
    if (!state.ok) return { kind: 'refused', refusal: state.refusal }
    if (state.value.owner === 'open') return { kind: 'found', invite: null }
    return { kind: state.value.owner === 'link' ? 'need-owner-link' : 'need-invite' }
  }
  const look = await calls.look(invite)
  if (!look.ok) return { kind: 'refused', refusal: look.refusal }
  const { workspace } = look.value
  if (workspace === null) return { kind: 'found', invite }
  if (look.value.for === 'device')
    return { kind: 'link', invite, workspace, name: look.value.name ?? workspace }
  return { kind: 'join', invite, look: { ...look.value, workspace } }
}
