/** Invites and tokens a signed-in member asks for. Secrets leave once, in the answer, and are stored as hashes. */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { hashSecret, issueToken } from '#server/relay/sign-in.ts'
import { kindOf } from '#shared/lib/document-kinds.ts'
import { randomId, type InviteId } from '#shared/lib/ids.ts'
import { docTokenBodySchema, inviteBodySchema, type Invite } from '#shared/protocol/http.ts'
import { limits } from '#shared/protocol/limits.ts'
import { canInvite, inviteIdSchema } from '#shared/protocol/names.ts'
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
      const { access, hours, uses } = body.value
      const { access: mine, workspace, member } = device.value
      if (!canInvite(mine) || (access === 'owner' && mine !== 'owner'))
        return refused(context, 'no-access')
      const secret = randomBytes(32).toString('base64url')
      const at = deps.now()
      const invite: Invite = {
        id: randomId() as InviteId,
        access,
        expiresAt: at + hours * 3_600_000,
        uses: 0,
        maxUses: uses,
        revoked: false,
      }
      await directory.createInvite({
        id: invite.id,
        secretHash: hashSecret(secret),
        workspace: workspace.id,
        access,
        expiresAt: invite.expiresAt,
        maxUses: uses,
        createdBy: member,
        at,
      })
      const base = deps.publicUrl ?? `http://${visitOf(context.env.incoming).host}`
      return context.json({ invite, link: `${base}/join#${invite.id}.${secret}` })
    })
    .get('/invites', async (context) => {
      const { directory } = deps.engine()
      const device = await deviceOf(context, directory, deps.now())
      if (!device.ok) return refused(context, device.refusal)
      if (!canInvite(device.value.access)) return refused(context, 'no-access')
      return context.json({ invites: await directory.invites(device.value.workspace.id) })
    })
    .delete('/invites/:id', async (context) => {
      const { directory } = deps.engine()
      const device = await deviceOf(context, directory, deps.now())
      if (!device.ok) return refused(context, device.refusal)
      if (!canInvite(device.value.access)) return refused(context, 'no-access')
      const id = inviteIdSchema.safeParse(context.req.param('id'))
      if (!id.success || !(await directory.revokeInvite(device.value.workspace.id, id.data)))
        return refused(context, 'not-found')
      return context.json({})
    })
    .post('/doc-token', async (context) => {
      const { directory } = deps.engine()
      const device = await deviceOf(context, directory, deps.now())
      if (!device.ok) return refused(context, device.refusal)
      const body = await readBody(context, docTokenBodySchema)
      if (!body.ok) return refused(context, body.refusal)
      if (kindOf(body.value.doc) === null) return refused(context, 'no-access')
      const session = { kind: 'document', device: device.value.id, doc: body.value.doc } as const
      return context.json(await issueToken(directory, session, deps.now(), limits.docTokenMs))
    })
}
