/**
 * The few HTTP calls of somebody whom the relay does not know yet: what the relay is, what an invite is for, joining with it
 * or founding. Answers are
 * parsed here; a refusal carries the relay's sentence in both languages. Left out: the session (link.ts).
 */
import * as z from 'zod/mini'
import { randomId, type MemberId, type WorkspaceId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import {
  httpRefusalSchema,
  joinAnswerSchema,
  lookAnswerSchema,
  relayStateSchema,
  type Found,
  type HttpRefusal,
  type InviteKey,
  type JoinAnswer,
} from '#shared/protocol/http.ts'
import { foundText, joinText } from '#shared/protocol/sign-in.ts'
import type { DeviceEnvironment } from './environment.ts'
import {
  createDeviceKey,
  openIdentities,
  publicKeyOf,
  signText,
  type DeviceKey,
  type Identity,
} from './identity.ts'

export interface CallRefusal {
  /** `unreachable`: no answer; `not-understood`: an answer this app cannot read. */
  readonly code: HttpRefusal | 'unreachable' | 'not-understood'
  readonly zh: string
  readonly en: string
}

export type RelayState = z.infer<typeof relayStateSchema>
export type InviteLook = z.infer<typeof lookAnswerSchema>

const unreachable: CallRefusal = {
  code: 'unreachable',
  zh: '现在连不上服务。请检查网络后再试。',
  en: 'The server cannot be reached. Check the network and try again.',
}
const notUnderstood: CallRefusal = {
  code: 'not-understood',
  zh: '服务的回答这个版本看不懂。请刷新页面后再试。',
  en: 'The server answered in a way this version does not understand. Reload the page and try again.',
}

export const relayState = (
  environment: DeviceEnvironment,
): Promise<Result<RelayState, CallRefusal>> =>
  call(environment, relayStateSchema, 'GET', '/api/relay')

/** Does not use the invite up. */
export const lookAtInvite = (
  environment: DeviceEnvironment,
  invite: InviteKey,
): Promise<Result<InviteLook, CallRefusal>> =>
  call(environment, lookAnswerSchema, 'POST', '/api/invites/look', { invite })

/** Makes this device's key, redeems the invite with it (null: first owner on loopback) and keeps the identity on the device. */
export async function join(
  environment: DeviceEnvironment,
  asked: {
    readonly invite: InviteKey | null
    readonly name: string
    readonly workspace?: string
    /** The invite is for one more device of `name`, as `look` says. */
    readonly linked?: boolean
    /** Who made the invite, as `look` says. */
    readonly invitedBy?: string | undefined
  },
): Promise<Result<Identity, CallRefusal>> {
  const { invite, workspace } = asked
  const key = await createDeviceKey(environment)
  const found = workspace === undefined ? undefined : newFound(workspace)
  const by = invite === null || invite.id === 'owner' ? null : invite.id
  const name = asked.name.trim()
  const answer = await askToJoin(environment, key, { invite, name, found })
  if (!answer.ok) return answer
  const linked = asked.linked === true ? { linked: true as const } : {}
  const asker = asked.invitedBy === undefined ? {} : { invitedBy: asked.invitedBy }
  return keep(environment, { ...answer.value, ...linked, ...asker, name, invite: by }, key)
}

/** Without a relay: the workspace is this device's alone until it is shared. */
export const foundAlone = async (
  environment: DeviceEnvironment,
  asked: { readonly name: string; readonly workspace: string; readonly demo?: boolean },
  /** Before anybody can open it. */
  fill: (identity: Identity) => Promise<void> = () => Promise.resolve(),
): Promise<Result<Identity, CallRefusal>> => {
  const key = await createDeviceKey(environment)
  const { workspace: id, name, member } = newFound(asked.workspace)
  const { device } = key
  const workspace = { id, name }
  const founder = { workspace, member, device, name: asked.name.trim(), access: 'owner' as const }
  const demo = asked.demo === true ? { demo: true as const } : {}
  const own = { ...founder, ...demo, invite: null, alone: true as const }
  await fill({ ...own, relay: environment.relay.origin, keys: key.keys })
  return keep(environment, own, key)
}

/** Founds at the relay what was made offline, with the same key and ids. May be asked again when its answer was lost. */
export async function shareWorkspace(
  environment: DeviceEnvironment,
  identity: Identity,
  invite: InviteKey | null,
): Promise<Result<Identity, CallRefusal>> {
  const { keys, device, name, workspace, member } = identity
  const key = { keys, device, publicKey: await publicKeyOf(environment, keys.publicKey) }
  const found = { workspace: workspace.id, name: workspace.name, member }
  const answer = await askToJoin(environment, key, { invite, name, found })
  return answer.ok ? keep(environment, { ...answer.value, name, invite: null }, key) : answer
}

const newFound = (name: string): Found => ({
  workspace: randomId() as WorkspaceId,
  name: name.trim(),
  member: randomId() as MemberId,
})

async function askToJoin(
  environment: DeviceEnvironment,
  { keys, device, publicKey }: DeviceKey,
  asked: {
    readonly invite: InviteKey | null
    readonly name: string
    readonly found: Found | undefined
  },
): Promise<Result<JoinAnswer, CallRefusal>> {
  const { invite, name, found } = asked
  const said = [environment.relay.host, invite?.id ?? '', device, name] as const
  const text = found === undefined ? joinText(...said) : foundText(...said, found)
  const signature = await signText(environment, keys.privateKey, text)
  const body = { invite, name, publicKey, signature, found }
  return call(environment, joinAnswerSchema, 'POST', '/api/join', body)
}

async function keep(
  environment: DeviceEnvironment,
  own: Omit<Identity, 'relay' | 'keys'>,
  { keys }: DeviceKey,
): Promise<Result<Identity, CallRefusal>> {
  const identity: Identity = { ...own, relay: environment.relay.origin, keys }
  const identities = await openIdentities(environment)
  try {
    await identities.put(identity)
  } finally {
    identities.close()
  }
  return ok(identity)
}

async function call<T>(
  environment: DeviceEnvironment,
  schema: z.ZodMiniType<T>,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<Result<T, CallRefusal>> {
  const headers: Record<string, string> = {}
  if (body !== undefined) headers['content-type'] = 'application/json'
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
