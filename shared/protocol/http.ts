/**
 * Bodies of the few HTTP calls. Secrets never stand in a path or query. A refusal is
 * `{code, zh, en}` with a status; `code` is from the closed list below.
 */
import * as z from 'zod/mini'
import {
  accessSchema,
  deviceIdSchema,
  docNameSchema,
  inviteIdSchema,
  memberIdSchema,
  workspaceIdSchema,
} from './names.ts'
import { limits } from './limits.ts'

const secret = z.string().check(z.regex(/^[A-Za-z0-9_-]{20,64}$/))
const base64url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(1024))
const name = z.string().check(z.minLength(1), z.maxLength(limits.nameCharacters))

/** A new member, a guest by a link, or a second device of whoever made it. */
const invitedForSchema = z.enum(['member', 'guest', 'device'])

/** GET /api/relay. `open`: this browser may become the owner without a link (loopback only); `link`: the owner link is needed. */
export const relayStateSchema = z.object({
  version: z.int(),
  owner: z.enum(['open', 'link', 'present']),
})

/** The one-time owner link has the id `owner`. */
export const inviteKeySchema = z.object({
  id: z.union([inviteIdSchema, z.literal('owner')]),
  secret,
})
export type InviteKey = z.infer<typeof inviteKeySchema>

/** POST /api/invites/look: what an invite is for, without using it up. */
export const lookBodySchema = z.object({ invite: inviteKeySchema })
export const lookAnswerSchema = z.object({
  for: invitedForSchema,
  workspace: z.nullable(z.string()),
  /** Null like the name: for the owner link. */
  id: z.nullable(workspaceIdSchema),
  /** For a second device: what its member has. */
  access: accessSchema,
  expiresAt: z.nullable(z.int()),
  /** Of whoever made it; for a second device its member's. Absent for the owner link. */
  name: z.optional(z.string()),
  /** How many topics a guest link opens. */
  topics: z.optional(z.int()),
})

/** The workspace a founder makes, with ids of their own choice: it may have been made offline. */
export const foundSchema = z.object({
  workspace: workspaceIdSchema,
  name,
  member: memberIdSchema,
})
export type Found = z.infer<typeof foundSchema>

/** POST /api/join. `invite` is null only for the first owner on loopback; founders bring `found`. */
export const joinBodySchema = z.object({
  invite: z.nullable(inviteKeySchema),
  name,
  found: z.optional(foundSchema),
  publicKey: base64url,
  signature: base64url,
})
export const joinAnswerSchema = z.object({
  workspace: z.object({ id: workspaceIdSchema, name: z.string() }),
  member: memberIdSchema,
  device: deviceIdSchema,
  access: accessSchema,
})

/** POST /api/doc-token: a token for one document and an hour, for any y-websocket client at /doc/:name. */
export const docTokenBodySchema = z.object({ doc: docNameSchema })
export const docTokenAnswerSchema = z.object({ token: z.string(), expiresAt: z.int() })

/** `<filePath>/<id>?doc=<name>`: POST attaches what is here, PUT brings the bytes, GET reads them. Bodies are bytes. */
export const filePath = '/api/files'

export const httpRefusals = [
  'malformed',
  'too-large',
  'signed-out',
  'no-access',
  'not-found',
  'invite-wrong',
  'invite-expired',
  'invite-used-up',
  'invite-revoked',
  'owner-exists',
  'signature-wrong',
  'too-many-tries',
  'too-many-requests',
  'busy',
] as const
export type HttpRefusal = (typeof httpRefusals)[number]
/** What calls about files may answer beside these. */
export const fileRefusals = ['file-differs', 'range-wrong'] as const
export type CallRefusal = HttpRefusal | (typeof fileRefusals)[number]
export const httpRefusalSchema = z.object({
  code: z.enum(httpRefusals),
  zh: z.string(),
  en: z.string(),
})

export type JoinAnswer = z.infer<typeof joinAnswerSchema>
export type JoinBody = z.infer<typeof joinBodySchema>
