/** The day when all of an owner's devices are lost: which sheets would bring them back, and whether to ask for one in time. Pure. */
import * as z from 'zod/mini'
import type { KeptRecord } from '#client/replica/kept-records.ts'
import type { MemberId } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import { readInvites, type RecordedInvite } from '#shared/records/invites.ts'
import { isOnlyOwner } from './may-do.ts'

export interface Sheet {
  readonly id: RecordedInvite['id']
  /** When it was made, ms. */
  readonly at: number
  readonly expiresAt: number
  /** `ending`: its end is not sent yet. `used`: a device was made with it. */
  readonly standing: 'waiting' | 'works' | 'ending' | 'used'
}

/** Theirs, the newest first; ended and expired ones are not among them. */
export function sheetsOf(
  records: readonly KeptRecord[],
  member: MemberId,
  now: number,
): readonly Sheet[] {
  return readInvites(records).flatMap((invite): Sheet[] => {
    const { id, at, expiresAt, end, used } = invite
    if (invite.made.for !== 'recovery' || invite.by !== member) return []
    if (invite.standing === 'refused' || end?.standing === 'sent') return []
    if (used > 0) return [{ id, at, expiresAt, standing: 'used' as const }]
    if (expiresAt <= now) return []
    const standing =
      end?.standing === 'waiting' ? 'ending' : invite.standing === 'waiting' ? 'waiting' : 'works'
    return [{ id, at, expiresAt, standing }]
  })
}

const joined = z.object({ invite: z.nullable(z.string()) })

/** When the workspace was founded, by the relay's clock where it has the record; null where that is not recorded here. */
export function foundedAt(records: readonly KeptRecord[]): number | null {
  for (const { fact, receipt } of records) {
    if (fact?.kind !== 'join') continue
    const read = z.safeParse(joined, fact.body)
    if (read.success && read.data.invite === null) return receipt?.at ?? fact.at
  }
  return null
}

/** So long the owner is asked: W3. */
export const askedMs = 7 * 24 * 60 * 60_000

/** In the first week, the only owner, while nothing would bring them back. */
export function asksForSecondOwner(
  me: Person | null,
  people: readonly Person[],
  records: readonly KeptRecord[],
  now: number,
): boolean {
  const founded = foundedAt(records)
  return (
    me !== null &&
    isOnlyOwner(me, people) &&
    founded !== null &&
    now - founded < askedMs &&
    !sheetsOf(records, me.member, now).some(({ standing }) => standing === 'works')
  )
}
