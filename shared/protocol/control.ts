/**
 * Channel 0's seldom messages as zod schemas; they travel as JSON text behind their type byte (frames.ts).
 * The frequent ones (push, row, ack, presence) are binary and live in frames.ts.
 */
import * as z from 'zod/mini'
import {
  accessSchema,
  deviceIdSchema,
  docNameSchema,
  functionsSchema,
  grantedRightSchema,
  memberIdSchema,
  topicSchema,
  workspaceIdSchema,
} from './names.ts'
import { documentRefusals } from './refusals.ts'
import { limits } from './limits.ts'

const base64url = z.string().check(z.regex(/^[A-Za-z0-9_-]*$/), z.maxLength(1024))
const sequence = z.int().check(z.minimum(0))
/** A Yjs clientID: unsigned 32 bit. */
const clientId = z.int().check(z.minimum(0), z.maximum(2 ** 32 - 1))

/** device → relay, first frame (`refresh` later asks with {} for a new challenge), within limits.helloMs. With a live token no challenge follows. */
export const helloSchema = z.object({
  version: z.int(),
  device: deviceIdSchema,
  token: z.optional(base64url),
  app: z.string().check(z.maxLength(40)),
  /** What the device says of itself, for people who look at their list of devices: `Chrome · Windows`. */
  machine: z.optional(z.string().check(z.maxLength(limits.deviceNameCharacters))),
})
export const proofSchema = z.object({ signature: base64url })
/** `client` is the Y.Doc's clientID, bound to this device before anyone's presence is passed on; `after` the last row held. */
export const openSchema = z.object({ doc: docNameSchema, client: clientId, after: sequence })
export const closeSchema = z.object({ channel: z.int().check(z.minimum(1)) })
export const feedSchema = z.object({ cursor: z.nullable(base64url) })
export const pullSchema = z.object({
  docs: z.array(z.tuple([docNameSchema, sequence])).check(z.maxLength(limits.pullDocuments)),
})
/** Scopes with the newest ledger number held of each. */
export const recordsSchema = z.object({
  scopes: z.array(z.tuple([docNameSchema, sequence])).check(z.maxLength(limits.recordScopes)),
})
export const vectorSchema = z.object({ doc: docNameSchema })
/** Of one's own devices, or of somebody's whose devices one may revoke. */
export const devicesSchema = z.object({ member: memberIdSchema })

/** relay → device. `news` ({}) says that something in the feed changed; ask for it when convenient. */
export const challengeSchema = z.object({ nonce: base64url })
export const personSchema = z.object({
  member: memberIdSchema,
  name: z.string(),
  access: accessSchema,
  /** Outsourced. */
  outside: z.boolean(),
  functions: functionsSchema,
  /** No longer here; the name stays with the work. */
  removed: z.boolean(),
  /** The relay's short numbers of this person's devices, as rows carry them. */
  devices: z.array(z.int()),
})
/** What this member may do (audiences.ts); in `welcome`, and alone when it has changed on the open socket. */
const standing = {
  access: accessSchema,
  /** Outsourced. */
  outside: z.boolean(),
  functions: functionsSchema,
  grants: z.array(
    z.object({
      topic: topicSchema,
      right: grantedRightSchema,
      /** The relay's clock, ms; null: until it is ended. */
      expiresAt: z.nullable(z.int()),
    }),
  ),
}
export const standingSchema = z.object(standing)
export const welcomeSchema = z.object({
  epoch: z.string(),
  workspace: z.object({ id: workspaceIdSchema, name: z.string() }),
  /** Where people outside reach the relay, `https://brief.example` (PUBLIC_URL); absent where that is not set. */
  address: z.optional(z.string().check(z.regex(/^https?:\/\//), z.maxLength(1024))),
  member: memberIdSchema,
  ...standing,
  /** This device's number in rows. */
  device: z.int(),
  /** The highest push number the relay knows of this device, 0 when none: one whose disk was emptied goes on above it. */
  pushed: sequence,
  /** The newest of this device's records the relay knows; n 0 when none. */
  records: z.object({ n: sequence, last: z.nullable(z.string()) }),
  /** What the relay countersigns records with, SPKI. */
  relayKey: base64url,
  token: base64url,
  /** Milliseconds until the token ends; the device refreshes at two thirds. */
  tokenMs: z.int(),
  /** The relay's clock, to say when this device's differs. */
  now: z.int(),
  people: z.array(personSchema),
})
export const tokenSchema = z.object({ token: base64url, tokenMs: z.int() })
/** Said again on the same channel when `canWrite` has changed. `seq` is the newest row; `channel` is the same number for every socket and for the life of the relay process. */
export const openedSchema = z.object({
  doc: docNameSchema,
  channel: z.int().check(z.minimum(1)),
  seq: sequence,
  canWrite: z.boolean(),
  /** Everybody who has written in it: clientID and the relay's number of its device. New ones come with rows of their device. */
  authors: z.array(z.tuple([clientId, z.int()])),
})
export const deniedSchema = z.object({ doc: docNameSchema, code: z.enum(documentRefusals) })
export const feedPageSchema = z.object({
  entries: z.array(
    z.object({
      doc: docNameSchema,
      seq: sequence,
      /** The relay's receipt time of row `seq`, ms. */
      at: z.int(),
      /** The newest card, where one was sent. */
      card: z.optional(base64url),
    }),
  ),
  /** Topics whose documents this member may no longer read: a grant was ended. */
  gone: z.array(topicSchema),
  /** Scopes with new records, each with the newest number in its ledger. */
  records: z.array(z.tuple([docNameSchema, sequence])),
  cursor: base64url,
  more: z.boolean(),
})
export const peopleSchema = z.object({ people: z.array(personSchema) })
/** Those in use before the revoked, the newest first, at most limits.devicesTold; none is also the answer without right. */
export const devicesAreSchema = z.object({
  member: memberIdSchema,
  devices: z.array(
    z.object({
      id: deviceIdSchema,
      /** What it said of itself; null: nothing yet. */
      name: z.nullable(z.string()),
      /** When it joined, and about when it was last signed in (to a quarter of an hour), the relay's clock, ms. */
      at: z.int(),
      seenAt: z.nullable(z.int()),
      revoked: z.boolean(),
    }),
  ),
})
/** A message was not acted on; the socket stays open. */
export const problemSchema = z.object({
  code: z.enum([
    'malformed',
    'unknown-message',
    'too-many-documents',
    'unknown-channel',
    'read-failed',
  ]),
})

export type Hello = z.infer<typeof helloSchema>
export type Welcome = z.infer<typeof welcomeSchema>
export type Person = z.infer<typeof personSchema>
export type ToldStanding = z.infer<typeof standingSchema>
export type Opened = z.infer<typeof openedSchema>
export type Denied = z.infer<typeof deniedSchema>
export type DevicesAre = z.infer<typeof devicesAreSchema>
export type KnownDevice = DevicesAre['devices'][number]
export type FeedPage = z.infer<typeof feedPageSchema>
