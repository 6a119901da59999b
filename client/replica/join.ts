/**
 * The few HTTP calls: what the relay is, what an invite is for, joining with it, making and ending invites. Answers are
 * parsed here; a refusal carries the relay's sentence in both languages. Left out: the session (link.ts).
 */
import * as z from 'zod/mini'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import {
  httpRefusalSchema,
  type inviteBodySchema,
  invitedAnswerSchema,
  invitesAnswerSchema,
  joinAnswerSchema,
  lookAnswerSchema,
  relayStateSchema,
  type HttpRefusal,
  type Invite,
  type InviteKey,
} from '#shared/protocol/http.ts'
import { joinText } from '#shared/protocol/sign-in.ts'
import type { DeviceEnvironment } from './environment.ts'
import { createDeviceKey, openIdentities, signText, type Identity } from './identity.ts'

export interface CallRefusal {
  /** `unreachable`: no answer; `not-understood`: an answer this app cannot read. */
  readonly code: HttpRefusal | 'unreachable' | 'not-understood'
  readonly zh: string
  readonly en: string
}

export type RelayState = z.infer<typeof relayStateSchema>
export type InviteLook = z.infer<typeof lookAnswerSchema>
export type NewInvite = z.infer<typeof inviteBodySchema>
export type Invited = z.infer<typeof invitedAnswerSchema>

const unreachable: CallRefusal = {
  code: 'unreachable',
  zh: '现在连不上服务。请检查网络后再试。',
  en: 'The relay cannot be reached. Check the network and try again.',
}
const notUnderstood: CallRefusal = {
  code: 'not-understood',
  zh: '服务的回答这个版本看不懂。请刷新页面后再试。',
  en: 'The relay answered in a way this version does not understand. Reload the page and try again.',
}

export const relayState = (
  environment: DeviceEnvironment,
): Promise<Result<RelayState, CallRefusal>> =>
  call(environment, relayStateSchema, 'GET', '/api/relay', {})

/** Does not use the invite up. */
export const lookAtInvite = (
  environment: DeviceEnvironment,
  invite: InviteKey,
): Promise<Result<InviteLook, CallRefusal>> =>
  call(environment, lookAnswerSchema, 'POST', '/api/invites/look', { body: { invite } })

/** Makes this device's key, redeems the invite with it (null: first owner on loopback) and keeps the identity on the device. */
export async function join(
  environment: DeviceEnvironment,
  asked: { readonly invite: InviteKey | null; readonly name: string; readonly workspace?: string },
): Promise<Result<Identity, CallRefusal>> {
  const { invite, workspace } = asked
  const name = asked.name.trim()
  const { keys, device, publicKey } = await createDeviceKey(environment)
  const text = joinText(environment.relay.host, invite?.id ?? '', device, name)
  const signature = await signText(environment, keys.privateKey, text)
  const named = workspace === undefined ? {} : { workspace: workspace.trim() }
  const body = { invite, name, publicKey, signature, ...named }
  const answer = await call(environment, joinAnswerSchema, 'POST', '/api/join', { body })
  if (!answer.ok) return answer
  const identity: Identity = {
    ...answer.value,
    name,
    invite: invite === null || invite.id === 'owner' ? null : invite.id,
    relay: environment.relay.origin,
    keys,
  }
  const identities = await openIdentities(environment)
  try {
    await identities.put(identity)
  } finally {
    identities.close()
  }
  return ok(identity)
}

/** `token`: the replica's session token. The link in the answer is shown once. */
export const createInvite = (
  environment: DeviceEnvironment,
  token: string | null,
  body: NewInvite,
): Promise<Result<Invited, CallRefusal>> =>
  call(environment, invitedAnswerSchema, 'POST', '/api/invites', { token, body })

export async function invites(
  environment: DeviceEnvironment,
  token: string | null,
): Promise<Result<readonly Invite[], CallRefusal>> {
  const answer = await call(environment, invitesAnswerSchema, 'GET', '/api/invites', { token })
  return answer.ok ? ok(answer.value.invites) : answer
}

export async function revokeInvite(
  environment: DeviceEnvironment,
  token: string | null,
  id: string,
): Promise<Result<null, CallRefusal>> {
  const answer = await call(
    environment,
    z.unknown(),
    'DELETE',
    `/api/invites/${encodeURIComponent(id)}`,
    { token },
  )
  return answer.ok ? ok(null) : answer
}

async function call<T>(
  environment: DeviceEnvironment,
  schema: z.ZodMiniType<T>,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  { body, token }: { body?: unknown; token?: string | null },
): Promise<Result<T, CallRefusal>> {
  const headers: Record<string, string> = {}
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (token !== undefined && token !== null) headers['authorization'] = `Bearer ${token}`
  let response: Response
  try {
    const init: RequestInit = { method, headers, cache: 'no-store' }
    if (body !== undefined) init.body = JSON.stringify(body)
    response = await environment.request(`${environment.relay.origin}${path}`, init)
  } catch {
    return refuse(unreachable)
  }
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) {
    const refused = z.safeParse(httpRefusalSchema, answer)
    return refuse(refused.success ? refused.data : notUnderstood)
  }
  const parsed = z.safeParse(schema, answer)
  return parsed.success ? ok(parsed.data) : refuse(notUnderstood)
}
