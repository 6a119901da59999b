/**
 * With whom outside a brief is shared, as records tell it on any device and without asking the relay: grants of the brief's
 * own scope, what somebody was granted by the invite they came with, and guest links. The newest word on a member counts.
 * Left out: making any of it, and who may.
 */
import * as z from 'zod/mini'
import type { GrantedRight } from '#shared/lib/access.ts'
import type { InviteId, MemberId, Topic } from '#shared/lib/ids.ts'
import { actSchema, type Act, type Invitation } from './acts.ts'
import type { Fact } from './fact.ts'

export interface SharingRecord {
  readonly fact: Fact | null
  /** The relay's receipt time, ms. */
  readonly receipt: { readonly at: number } | null
  readonly standing: 'counts' | 'waiting' | 'refused'
  /** Why the relay did not take it. */
  readonly refused: string | null
}

/** `waiting`: made here and not sent yet; `ending`: so is its end; `refused`: the relay did not take the newest change. */
export type SharingState = 'stands' | 'waiting' | 'ending' | 'refused'

export interface SharedGrant {
  readonly member: MemberId
  readonly right: GrantedRight
  /** ms; null: until it is ended. */
  readonly expiresAt: number | null
  readonly state: SharingState
  readonly refused: string | null
}

export interface SharedLink {
  readonly id: InviteId
  readonly topics: readonly Topic[]
  readonly right: GrantedRight
  readonly expiresAt: number
  readonly uses: number
  /** Its end was not taken: it still opens. */
  readonly isEndRefused: boolean
  /** Who came by it. */
  readonly guests: readonly MemberId[]
  readonly by: MemberId
  readonly state: SharingState
  readonly refused: string | null
}

export interface Sharing {
  readonly grants: readonly SharedGrant[]
  /** The newest first; those that were ended or have run out are not among them. */
  readonly links: readonly SharedLink[]
}

/** `ofBrief`: records of the brief's scope; `ofPeople`: of the workspace's; each in the order of its ledger, waiting ones last. */
export function readSharing(
  topic: Topic,
  ofBrief: readonly SharingRecord[],
  ofPeople: readonly SharingRecord[],
  now: number,
): Sharing {
  const acts = [...readActs(ofPeople), ...readActs(ofBrief)]
  const invitations = new Map<InviteId, Invitation>()
  const links = new Map<InviteId, SharedLink>()
  const grants = new Map<MemberId, SharedGrant>()
  // Within a scope in its order, between scopes by receipt; what waits comes last.
  acts.sort((one, other) => one.at - other.at)
  for (const { act, record } of acts) {
    if (act.kind === 'invite' && act.outcome === 'made') {
      if (record.standing !== 'refused') invitations.set(act.subject, act.body)
      if (act.body.for === 'guest' && act.body.topics.includes(topic))
        links.set(act.subject, linkOf(act.subject, act.body, record))
    } else if (act.kind === 'invite') endLink(links, act.subject, record)
    else if (act.kind === 'join') joinBy(act, { topic, invitations, links, grants })
    else if (act.kind === 'grant' && act.subject === topic) changeGrant(grants, act, record)
  }
  return {
    grants: [...grants.values()].filter(({ expiresAt }) => expiresAt === null || expiresAt > now),
    links: [...links.values()].filter(({ expiresAt }) => expiresAt > now).toReversed(),
  }
}

function readActs(
  records: readonly SharingRecord[],
): { readonly act: Act; readonly record: SharingRecord; readonly at: number }[] {
  return records.flatMap((record) => {
    const read = z.safeParse(actSchema, record.fact)
    return read.success ? [{ act: read.data, record, at: record.receipt?.at ?? Infinity }] : []
  })
}

const newState = ({ standing }: SharingRecord): SharingState =>
  standing === 'counts' ? 'stands' : standing

const linkOf = (
  id: InviteId,
  { topics, right, expiresAt, uses }: Extract<Invitation, { for: 'guest' }>,
  record: SharingRecord,
): SharedLink => ({
  ...{
    id,
    topics,
    right,
    expiresAt,
    uses,
    guests: [],
    refused: record.refused,
    isEndRefused: false,
  },
  by: record.fact?.member ?? ('' as MemberId),
  state: newState(record),
})

function endLink(links: Map<InviteId, SharedLink>, id: InviteId, record: SharingRecord): void {
  const link = links.get(id)
  if (link === undefined) return
  if (record.standing === 'counts') links.delete(id)
  else
    links.set(
      id,
      record.standing === 'waiting'
        ? { ...link, state: 'ending' }
        : { ...link, refused: record.refused, isEndRefused: true },
    )
}

interface Joining {
  readonly topic: Topic
  readonly invitations: ReadonlyMap<InviteId, Invitation>
  readonly links: Map<InviteId, SharedLink>
  readonly grants: Map<MemberId, SharedGrant>
}

function joinBy(
  { subject, body }: Extract<Act, { kind: 'join' }>,
  { topic, invitations, links, grants }: Joining,
): void {
  const link = links.get(body.invite)
  if (link !== undefined && !link.guests.includes(subject))
    links.set(link.id, { ...link, guests: [...link.guests, subject] })
  const invitation = invitations.get(body.invite)
  if (invitation?.for !== 'member' || invitation.right === null) return
  if (invitation.topics.includes(topic))
    grants.set(subject, {
      ...{ member: subject, right: invitation.right, expiresAt: null },
      ...{ state: 'stands', refused: null },
    })
}

function changeGrant(
  grants: Map<MemberId, SharedGrant>,
  act: Extract<Act, { kind: 'grant' }>,
  record: SharingRecord,
): void {
  const { member } = act.body
  const before = grants.get(member)
  const { refused } = record
  if (act.outcome === 'given') {
    const { right, expiresAt } = act.body
    if (record.standing === 'refused' && before !== undefined)
      grants.set(member, { ...before, state: 'refused', refused })
    else grants.set(member, { member, right, expiresAt, state: newState(record), refused })
  } else if (before === undefined) return
  else if (record.standing === 'counts') grants.delete(member)
  else
    grants.set(member, {
      ...before,
      state: record.standing === 'waiting' ? 'ending' : 'refused',
      refused,
    })
}
