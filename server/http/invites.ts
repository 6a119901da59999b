/** Invites and tokens a signed-in member asks for. Secrets leave once, in the answer, and are stored as hashes. */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { ActRefusal, Actor } from '#server/directory/acting.ts'
import type { DeviceRecord } from '#server/directory/directory.ts'
import { hashSecret, issueToken } from '#server/relay/sign-in.ts'
import { mayRead } from '#server/relay/standing.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import { randomId, type InviteId } from '#shared/lib/ids.ts'
import { refuse } from '#shared/lib/result.ts'
import {
  docTokenBodySchema,
  inviteBodySchema,
  type HttpRefusal,
  type InviteBody,
} from '#shared/protocol/http.ts'
import { limits } from '#shared/protocol/limits.ts'
import { canInvite, inviteIdSchema } from '#shared/protocol/names.ts'
import { actSchema, type Act } from '#shared/records/acts.ts'
import type { AppDeps, AppEnv } from './deps.ts'
import { deviceOf, readBody } from './door.ts'
import { refused } from './refuse.ts'
import { visitOf } from './visit.ts'

export function inviteRoutes(deps: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .post('/invites', async (context) => {
      const { directory } = deps.engine()
      const device = await deviceOf(context, directory, deps.now())
      if (!device.ok) return refused(context, device.refusal)
      const body = await readBody(context, inviteBodySchema)
      if (!body.ok) return refused(context, body.refusal)
      const secret = randomBytes(32).toString('base64url')
      const id = randomId() as InviteId
      const act = actOf(device.value, id, body.value, { secret, at: deps.now() })
      const made = act.success
        ? await directory.perform(actorOf(device.value), act.data, deps.now())
        : refuse('malformed' as const)
      if (!made.ok) return refused(context, codeOf(made.refusal))
      const invite = await directory.invite(id)
      const base = deps.publicUrl ?? `http://${visitOf(context.env.incoming).host}`
      return context.json({ invite, link: `${base}/join#${id}.${secret}` })
    })
    .get('/invites', async (context) => {
      const { directory } = deps.engine()
      const device = await deviceOf(context, directory, deps.now())
      if (!device.ok) return refused(context, device.refusal)
      if (!canInvite(device.value.access)) return refused(context, 'no-access')
      return context.json({ invites: await directory.invites(device.value.workspace.id) })
    })
    .delete('/invites/:id', async (context) => {
      const { directory, hub } = deps.engine()
      const device = await deviceOf(context, directory, deps.now())
      if (!device.ok) return refused(context, device.refusal)
      const id = inviteIdSchema.safeParse(context.req.param('id'))
      if (!id.success) return refused(context, 'not-found')
      const { workspace } = device.value
      const scope = documentNamed('workspace', workspace.id)
      const act: Act = { kind: 'invite', outcome: 'ended', scope, subject: id.data, body: {} }
      const ended = await directory.perform(actorOf(device.value), act, deps.now())
      if (!ended.ok) return refused(context, codeOf(ended.refusal))
      await hub.standingChanged(workspace.id)
      return context.json({})
    })
    .post('/doc-token', async (context) => {
      const { directory } = deps.engine()
      const device = await deviceOf(context, directory, deps.now())
      if (!device.ok) return refused(context, device.refusal)
      const body = await readBody(context, docTokenBodySchema)
      if (!body.ok) return refused(context, body.refusal)
      if (!mayRead(device.value, body.value.doc, deps.now())) return refused(context, 'no-access')
      const session = { kind: 'document', device: device.value.id, doc: body.value.doc } as const
      return context.json(await issueToken(directory, session, deps.now(), limits.docTokenMs))
    })
}

const actorOf = ({ workspace, member, id }: DeviceRecord): Actor => ({
  workspace: workspace.id,
  member,
  device: id,
})

const HOUR = 3_600_000

/** The invite as the record that will be made of it; what is no possible one is refused as malformed. */
function actOf(
  { workspace }: DeviceRecord,
  id: InviteId,
  body: InviteBody,
  { secret, at }: { readonly secret: string; readonly at: number },
): ReturnType<typeof actSchema.safeParse> {
  const secretHash = Buffer.from(hashSecret(secret)).toString('base64url')
  const { for: purpose = 'member', hours, uses, access, topics = [], right = null } = body
  const common = { for: purpose, expiresAt: at + hours * HOUR, secretHash }
  const { outside = false, functions = [] } = body
  const given = {
    member: { ...common, access, outside, functions, topics, right, uses },
    guest: { ...common, topics, right, uses },
    device: common,
  }[purpose]
  const scope = documentNamed('workspace', workspace.id)
  return actSchema.safeParse({ kind: 'invite', outcome: 'made', scope, subject: id, body: given })
}

/** Refusals of acts that this call can meet, as HTTP says them. */
function codeOf(refusal: ActRefusal): HttpRefusal {
  switch (refusal) {
    case 'no-access':
    case 'not-found':
    case 'malformed':
      return refusal
    case 'last-owner':
    case 'too-many':
      return 'no-access'
  }
}
