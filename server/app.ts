/** The HTTP app: routes in order, limits and headers for all of them. Left out: sockets (http/sockets.ts). */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { limits } from '#shared/protocol/limits.ts'
import type { AppDeps, AppEnv } from './http/deps.ts'
import { inviteRoutes } from './http/invites.ts'
import { joinRoutes } from './http/join.ts'
import { operatingRoutes } from './http/operating.ts'
import { refused } from './http/refuse.ts'
import { staticFiles } from './http/static-files.ts'
import { isOriginRight, visitOf } from './http/visit.ts'

export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(
    secureHeaders({
      referrerPolicy: 'no-referrer',
      // The relay may stand behind plain http on a LAN: https is the proxy's business.
      strictTransportSecurity: false,
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        imgSrc: ["'self'", 'blob:', 'data:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
  )
  app.use('/api/*', async (context, next) => {
    if (!isOriginRight(visitOf(context.env.incoming), deps.publicUrl))
      return refused(context, 'no-access')
    await next()
    context.header('cache-control', 'no-store')
    return undefined
  })
  app.use(
    bodyLimit({
      maxSize: limits.httpBodyBytes,
      onError: (context) => refused(context, 'too-large'),
    }),
  )
  app.route('/', operatingRoutes(deps))
  app.route('/api', joinRoutes(deps))
  app.route('/api', inviteRoutes(deps))
  app.all('/api/*', (context) => refused(context, 'not-found'))
  app.route('/', staticFiles(deps.clientDir))
  app.notFound((context) => refused(context, 'not-found'))
  app.onError((error, context) => {
    // The path without its query: nothing secret stands in it.
    deps.logger.error({ err: error, path: context.req.path }, 'a request failed')
    return refused(context, 'busy')
  })
  return app
}
