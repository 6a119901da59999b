/** For operators: health, metrics, and what a terminal on the same machine asks for: a restore, the end of its recovery, an owner link. */
import { timingSafeEqual } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { restoreRequestSchema } from '#server/log/relay-file.ts'
import { hashSecret } from '#server/relay/sign-in.ts'
import type { AppDeps, AppEnv } from './deps.ts'
import { deviceOf } from './door.ts'
import { refused } from './refuse.ts'
import { bearerOf, isLoopback, isOriginRight, visitOf } from './visit.ts'

export function operatingRoutes(deps: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/healthz', async (context) => {
      const { hub, files } = deps.engine()
      const commits = hub.health.isGreen()
      const storing = await files.canStore()
      const ok = commits && storing
      const said = (isWell: boolean): string => (isWell ? 'ok' : 'failing')
      return context.json(
        { ok, commits: said(commits), files: said(storing), sockets: hub.sockets() },
        ok ? 200 : 503,
      )
    })
    .get('/metrics', async (context) =>
      context.text(await deps.metrics.metrics(), 200, { 'content-type': deps.metrics.contentType }),
    )
    .post('/admin/restore', async (context) => {
      // To everybody else there is nothing here.
      if (!isOperator(context, deps)) return refused(context, 'not-found')
      const body = restoreRequestSchema.safeParse(await context.req.json().catch(() => null))
      if (!body.success) return refused(context, 'malformed')
      const restored = await deps.admin.restore(body.data.file)
      return restored.ok ? context.json(restored.value) : context.json(restored.refusal, 409)
    })
    .post('/admin/owner-link', async (context) =>
      isOperator(context, deps)
        ? context.json({ link: await deps.admin.ownerLink() })
        : refused(context, 'not-found'),
    )
    .post('/admin/recovered', async (context) => {
      const { directory, endRecovery } = deps.engine()
      if (!isOriginRight(visitOf(context.env.incoming), deps.publicUrl))
        return refused(context, 'not-found')
      const device = await deviceOf(context, directory, deps.now())
      const isOwner = device.ok && device.value.access === 'owner'
      if (!isOwner && !isOperator(context, deps)) return refused(context, 'not-found')
      return context.json({ ended: endRecovery() })
    })
}

/** Somebody on this machine who can read the data folder. */
function isOperator(context: Context<AppEnv>, { admin }: AppDeps): boolean {
  const visit = visitOf(context.env.incoming)
  const bearer = bearerOf(context.req.header('authorization'))
  return (
    isLoopback(visit.address) &&
    !visit.isForwarded &&
    bearer !== null &&
    isSame(bearer, admin.secret)
  )
}

const isSame = (a: string, b: string): boolean => timingSafeEqual(hashSecret(a), hashSecret(b))
