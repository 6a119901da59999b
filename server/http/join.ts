/** Joining: the relay's state for a visitor, what an invite is for, and redeeming one with a device key. */
import { createHash, createPublicKey } from 'node:crypto'
import { Hono } from 'hono'
import type { DeviceRecord, Joining } from '#server/directory/directory.ts'
import { createCounted, MINUTE_MS } from '#server/relay/counted.ts'
import { hashSecret, isSignedBy } from '#server/relay/sign-in.ts'
import { bytesToBase32, randomId, type DeviceId, type MemberId } from '#shared/lib/ids.ts'
import { cleanLine } from '#shared/lib/clean-line.ts'
import { refuse, type Result } from '#shared/lib/result.ts'
import {
  joinBodySchema,
  lookBodySchema,
  type HttpRefusal,
  type InviteKey,
  type JoinAnswer,
  type JoinBody,
} from '#shared/protocol/http.ts'
import { foundText, joinText } from '#shared/protocol/sign-in.ts'
import { limits } from '#shared/protocol/limits.ts'
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts'
import type { AppDeps, AppEnv } from './deps.ts'
import { readBody } from './door.ts'
import { refused } from './refuse.ts'
import { mayOwnWithoutLink, signedHost, visitOf, type Visit } from './visit.ts'

export function joinRoutes(deps: AppDeps): Hono<AppEnv> {
  /** Wrong invite secrets. */
  const tries = createCounted({
    now: deps.now,
    windowMs: 60 * MINUTE_MS,
    atMost: limits.inviteTriesPerHour,
  })
  const isOpen = (visit: Visit): boolean =>
    mayOwnWithoutLink(visit, deps.listening(), deps.publicUrl)
  /** A page that only reads from its own address sends no Origin. */
  const seemsOpen = (visit: Visit): boolean =>
    isOpen({ ...visit, origin: visit.origin ?? `http://${visit.host}` })
  return new Hono<AppEnv>()
    .get('/relay', async (context) => {
      const owner = (await deps.engine().directory.hasOwner())
        ? 'present'
        : seemsOpen(visitOf(context.env.incoming))
          ? 'open'
          : 'link'
      return context.json({ version: PROTOCOL_VERSION, owner })
    })
    .post('/invites/look', async (context) => {
      const body = await readBody(context, lookBodySchema)
      if (!body.ok) return refused(context, body.refusal)
      const { countedAs } = visitOf(context.env.incoming)
      if (tries.isFull(countedAs))
        return refused(context, 'too-many-tries', tries.secondsLeft(countedAs))
      const found = await look(deps, body.value.invite)
      if (found.ok) return context.json(found.value)
      if (found.refusal === 'invite-wrong') tries.take(countedAs)
      return refused(context, found.refusal)
    })
    .post('/join', async (context) => {
      const body = await readBody(context, joinBodySchema)
      if (!body.ok) return refused(context, body.refusal)
      const visit = visitOf(context.env.incoming)
      const { countedAs } = visit
      if (tries.isFull(countedAs))
        return refused(context, 'too-many-tries', tries.secondsLeft(countedAs))
      const joined = await join(deps, visit, body.value, isOpen(visit))
      if (!joined.ok) {
        if (joined.refusal === 'invite-wrong') tries.take(countedAs)
        return refused(context, joined.refusal)
      }
      await deps.engine().hub.standingChanged(joined.value.workspace.id)
      return context.json(answerOf(joined.value))
    })
}

async function look(
  deps: AppDeps,
  { id, secret }: InviteKey,
): Promise<Result<unknown, HttpRefusal>> {
  const { directory } = deps.engine()
  if (id !== 'owner') return directory.lookAtInvite(id, hashSecret(secret), deps.now())
  if (!(await directory.ownerSecretMatches(hashSecret(secret))))
    return refuse((await directory.hasOwner()) ? 'owner-exists' : 'invite-wrong')
  return {
    ok: true,
    value: { for: 'member', workspace: null, id: null, access: 'owner', expiresAt: null },
  }
}

async function join(
  deps: AppDeps,
  visit: Visit,
  body: JoinBody,
  isOpen: boolean,
): Promise<Result<DeviceRecord, HttpRefusal>> {
  const { directory } = deps.engine()
  const publicKey = readKey(body.publicKey)
  if (publicKey === null) return refuse('signature-wrong')
  const device = deviceIdOf(publicKey)
  const { invite, found } = body
  const said = [signedHost(visit, deps.publicUrl), invite?.id ?? '', device, body.name] as const
  const text = found === undefined ? joinText(...said) : foundText(...said, found)
  if (!isSignedBy(publicKey, text, body.signature)) return refuse('signature-wrong')
  const name = cleanLine(body.name)
  if (name === '') return refuse('malformed')
  const joining: Joining = {
    member: found?.member ?? (randomId() as MemberId),
    name,
    device,
    publicKey,
    at: deps.now(),
  }
  if (invite !== null && invite.id !== 'owner')
    return found === undefined
      ? directory.redeemInvite(invite.id, hashSecret(invite.secret), joining)
      : refuse('malformed')
  if (found === undefined) return refuse('malformed')
  if (invite === null && !isOpen)
    return refuse((await directory.hasOwner()) ? 'owner-exists' : 'invite-wrong')
  const founded = await directory.foundWorkspace(
    { id: found.workspace, name: cleanLine(found.name) || name },
    joining,
    invite === null ? null : hashSecret(invite.secret),
  )
  if (founded.ok) deps.ownerFound()
  return founded
}

/** SPKI of a P-256 key in its one canonical form: a device's id is a hash over these bytes. */
function readKey(text: string): Uint8Array | null {
  try {
    const key = createPublicKey({
      key: Buffer.from(text, 'base64url'),
      format: 'der',
      type: 'spki',
    })
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return null
    return new Uint8Array(key.export({ format: 'der', type: 'spki' }))
  } catch {
    return null
  }
}

const deviceIdOf = (publicKey: Uint8Array): DeviceId =>
  bytesToBase32(
    new Uint8Array(createHash('sha256').update(publicKey).digest().subarray(0, 16)),
  ) as DeviceId

const answerOf = ({ workspace, member, id, access }: DeviceRecord): JoinAnswer => ({
  workspace,
  member,
  device: id,
  access,
})
