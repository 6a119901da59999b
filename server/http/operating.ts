/** For operators: health, metrics, and the restore a terminal on the same machine asks for. */
import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { restoreRequestSchema } from '#server/log/relay-file.ts'
import { hashSecret } from '#server/relay/sign-in.ts'
import type { AppDeps, AppEnv } from './deps.ts'
import { refused } from './refuse.ts'
import { bearerOf, isLoopback, visitOf } from './visit.ts'

export function operatingRoutes(deps: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/healthz', (context) => {
      const { hub } = deps.engine()
      const ok = hub.health.isGreen()
      return context.json(
        { ok, commits: ok ? 'ok' : 'failing', sockets: hub.sockets() },
        ok ? 200 : 503,
      )
    })
    .get('/metrics', async (context) =>
      context.text(await deps.metrics.metrics(), 200, { 'content-type': deps.metrics.contentType }),
    )
    .post('/admin/restore', async (context) => {
      const visit = visitOf(context.env.incoming)
      const bearer = bearerOf(context.req.header('authorization'))
      // To everybody else there is nothing here.
      if (
        !isLoopback(visit.address) ||
        visit.isForwarded ||
        bearer === null ||
        !isSame(bearer, deps.admin.secret)
      ) {
        return refused(context, 'not-found')
      }
      const body = restoreRequestSchema.safeParse(await context.req.json().catch(() => null))
      if (!body.success) return refused(context, 'malformed')
      const restored = await deps.admin.restore(body.data.file)
      return restored.ok ? context.json(restored.value) : context.json(restored.refusal, 409)
    })
}

const isSame = (a: string, b: string): boolean => timingSafeEqual(hashSecret(a), hashSecret(b))
