/**
 * The invites of a workspace as its records tell them, on any device and without asking the relay: made, ended, and by how
 * many people opened. Left out: whether their maker may still make them (protocol/act-rules.ts), making them.
 */
import * as z from 'zod/mini'
import type { InviteId, MemberId } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'
import { actSchema, type Invitation } from './acts.ts'
import type { Fact } from './fact.ts'

/** What is asked of a record: its text as far as this version reads it, and what has become of it. */
export interface InviteRecord {
  readonly fact: Fact | null
  /** The relay's receipt time, ms. */
  readonly receipt: { readonly at: number } | null
  /** The relay has it, or it needs none. */
  readonly sent: boolean
  /** Why the relay did not take it. */
  readonly refused: string | null
}

export type SentOrNot = 'waiting' | 'sent' | 'refused'

export interface RecordedInvite {
  readonly id: InviteId
  readonly made: Invitation
  readonly by: MemberId
  /** When it was made, by its maker's device, ms. */
  readonly at: number
  readonly standing: SentOrNot
  readonly refused: string | null
  /** Somebody ended it; null where nobody did. */
  readonly end: { readonly standing: SentOrNot; readonly refused: string | null } | null
  /** By as many people as said that they joined by it, or devices that they were linked by it. */
  readonly used: number
  readonly mostUses: number
  /** As the relay cuts it: its maker's clock may be ahead. */
  readonly expiresAt: number
}

/** The newest first. What cannot be read as an invite, an end or a joining is passed over. */
export function readInvites(records: readonly InviteRecord[]): readonly RecordedInvite[] {
  const invites = new Map<InviteId, RecordedInvite>()
  const used = new Map<string, Set<string>>()
  const use = (invite: string, by: string): void =>
    void used.set(invite, (used.get(invite) ?? new Set()).add(by))
  const ends: [InviteId, InviteRecord][] = []
  for (const record of records) {
    const read = z.safeParse(actSchema, record.fact)
    if (!read.success || record.fact === null) continue
    const act = read.data
    if (act.kind === 'invite' && act.outcome === 'made') {
      const before = invites.get(act.subject)
      // The relay takes one of an id; only where it took none, what was refused is shown.
      if (before !== undefined && before.standing !== 'refused') continue
      invites.set(act.subject, madeOf(act.subject, act.body, record.fact, record))
    } else if (act.kind === 'invite') ends.push([act.subject, record])
    else if (record.refused !== null) continue
    else if (act.kind === 'join') use(act.body.invite, act.subject)
    else if (act.kind === 'device' && act.outcome === 'linked' && act.body.invite !== undefined)
      use(act.body.invite, act.subject)
  }
  for (const [id, record] of ends) {
    const invite = invites.get(id)
    const end = { standing: standingOf(record), refused: record.refused }
    if (invite === undefined || (invite.end !== null && invite.end.standing !== 'refused')) continue
    invites.set(id, { ...invite, end })
  }
  return [...invites.values()]
    .map((invite) => ({ ...invite, used: used.get(invite.id)?.size ?? 0 }))
    .sort((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1))
}

/**
 * A link that lets somebody in, now or once it is sent, until its end is sent. What is for its maker's own devices, a code or
 * a recovery sheet, is no such link.
 */
export const isInForce = (invite: RecordedInvite, now: number): boolean =>
  (invite.made.for === 'member' || invite.made.for === 'guest') &&
  invite.standing !== 'refused' &&
  invite.end?.standing !== 'sent' &&
  invite.expiresAt > now &&
  invite.used < invite.mostUses

const longestMs: Readonly<Record<Invitation['for'], number>> = {
  member: limits.inviteMaxHours * 3_600_000,
  guest: limits.inviteMaxHours * 3_600_000,
  device: limits.deviceInviteMs,
  recovery: limits.recoveryInviteMs,
}

function madeOf(
  id: InviteId,
  made: Invitation,
  { member, at }: Fact,
  record: InviteRecord,
): RecordedInvite {
  return {
    id,
    made,
    by: member,
    at,
    standing: standingOf(record),
    refused: record.refused,
    end: null,
    used: 0,
    mostUses: 'uses' in made ? made.uses : 1,
    expiresAt: Math.min(made.expiresAt, (record.receipt?.at ?? Infinity) + longestMs[made.for]),
  }
}

const standingOf = ({ refused, sent }: InviteRecord): SentOrNot =>
  refused !== null ? 'refused' : sent ? 'sent' : 'waiting'
