/**
 * What a record does to people: inviting, joining, setting, granting, revoking (decisions, part 12). A record of one of
 * these kinds, parsed here, is an act; whether its writer may is the relay's to judge (server/directory/acts.ts). Left out:
 * the record around it, its signature and its place in the ledger.
 */
import * as z from 'zod/mini'
import { grantedRights, memberFunctions } from '#shared/lib/access.ts'
import type { DeviceId, DocName, InviteId, MemberId, Topic } from '#shared/lib/ids.ts'
import { limits } from '#shared/protocol/limits.ts'

const id = z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{26}$/))
const branded = <T>() =>
  z.pipe(
    id,
    z.transform((text) => text as T),
  )
const memberId = branded<MemberId>()
const deviceId = branded<DeviceId>()
const inviteId = branded<InviteId>()
const topic = branded<Topic>()
const scope = z.pipe(
  z.string().check(z.regex(/^[a-z]{2,16}-[0-9a-hjkmnp-tv-z]{26}$/)),
  z.transform((text) => text as DocName),
)
const time = z.int().check(z.minimum(0))
const uses = z.int().check(z.minimum(1), z.maximum(limits.inviteMaxUses))
/** SHA-256, base64url. */
const secretHash = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))
const name = z.string().check(z.minLength(1), z.maxLength(limits.nameCharacters))
const right = z.enum(grantedRights)
const functions = z.array(z.enum(memberFunctions)).check(z.maxLength(memberFunctions.length))
const topics = z.array(topic).check(z.maxLength(limits.inviteTopics))
/** What is given to a member; a guest is made by a link only. */
const memberAccess = z.enum(['owner', 'lead', 'member', 'viewer'])
const nothing = z.strictObject({})

const invitation = z.union([
  /** `topics` with `right` are granted on joining; none for who reads everything. */
  z.strictObject({
    for: z.literal('member'),
    access: memberAccess,
    outside: z.boolean(),
    functions,
    topics,
    right: z.nullable(right),
    expiresAt: time,
    uses,
    secretHash,
  }),
  /** Everybody who opens it is a guest; their grants end with the link. */
  z.strictObject({
    for: z.literal('guest'),
    topics: topics.check(z.minLength(1)),
    right,
    expiresAt: time,
    uses,
    secretHash,
  }),
  /** A second device for whoever makes it, once. */
  z.strictObject({ for: z.literal('device'), expiresAt: time, secretHash }),
  /** The same for the day when all devices are lost: printed, and good for years. */
  z.strictObject({ for: z.literal('recovery'), expiresAt: time, secretHash }),
])

const change = z.strictObject({
  access: z.optional(memberAccess),
  outside: z.optional(z.boolean()),
  functions: z.optional(functions),
  name: z.optional(name),
})

const act = <
  Kind extends string,
  Outcome extends string,
  Subject extends z.ZodMiniType,
  Body extends z.ZodMiniType,
>(
  kind: Kind,
  outcome: Outcome,
  subject: Subject,
  body: Body,
) => z.object({ kind: z.literal(kind), outcome: z.literal(outcome), scope, subject, body })

export const actSchema = z.union([
  act('invite', 'made', inviteId, invitation),
  act('invite', 'ended', inviteId, nothing),
  act('join', 'joined', memberId, z.strictObject({ invite: inviteId, name })),
  act('member', 'set', memberId, change),
  act('member', 'removed', memberId, nothing),
  /** `invite`: the code or the recovery sheet it came by. */
  act('device', 'linked', deviceId, z.strictObject({ invite: z.optional(inviteId) })),
  act('device', 'revoked', deviceId, nothing),
  act(
    'grant',
    'given',
    topic,
    z.strictObject({ member: memberId, right, expiresAt: z.nullable(time) }),
  ),
  act('grant', 'ended', topic, z.strictObject({ member: memberId })),
])

export type Act = z.infer<typeof actSchema>
export type Invitation = z.infer<typeof invitation>
export type MemberChange = z.infer<typeof change>
