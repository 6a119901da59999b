/** An invite as the app makes it on a device, and the key in its link once the relay has it. */
import { makeInvite, type Inviting, type Wanted } from '#client/live/make-invite.ts'
import { inviteKeySchema, type InviteKey } from '#shared/protocol/http.ts'
import { readInvites } from '#shared/records/invites.ts'
import { peopleScope } from '#shared/records/kinds.ts'

type MemberWish = Partial<Extract<Wanted, { for: 'member' }>> & {
  /** By this device's clock, ms. */
  readonly expiresAt: number
}

/** Resolves once the link opens; rejects where it was refused. */
export async function inviteLinkOf(replica: Inviting, wish: MemberWish): Promise<string> {
  const made = await makeInvite(replica, {
    for: 'member',
    access: 'member',
    outside: false,
    functions: [],
    topics: [],
    right: null,
    uses: 1,
    ...wish,
  })
  if (!made.ok) throw new Error(`no invite: ${made.refusal}`)
  const { id, link } = made.value
  const standing = async (): Promise<string | undefined> => {
    const records = await replica.records.of(peopleScope(replica.identity.workspace.id))
    return readInvites(records).find((one) => one.id === id)?.standing
  }
  await new Promise<void>((resolve, reject) => {
    const look = async (): Promise<void> => {
      const now = await standing()
      if (now === 'waiting') return
      stop()
      if (now === 'sent') resolve()
      else reject(new Error(`the invite is ${now}`))
    }
    const stop = replica.records.subscribe(() => void look().catch(reject))
    look().catch(reject)
  })
  return link
}

export function keyIn(link: string): InviteKey {
  const [id, secret] = new URL(link).hash.slice(1).split('.')
  return inviteKeySchema.parse({ id, secret })
}
