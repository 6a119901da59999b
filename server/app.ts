/** The HTTP app: routes in order, limits and headers for all of them. Left out: sockets (http/sockets.ts). */
import { Hono, type Context } from 'hono'
import { except } from 'hono/combine'
import { bodyLimit } from 'hono/body-limit'
import { limits } from '#shared/protocol/limits.ts'
import type { AppDeps, AppEnv } from './http/deps.ts'
import { docTokenRoutes } from './http/doc-token.ts'
import { fileHeaders, fileRoutes } from './http/files.ts'
import { joinRoutes } from './http/join.ts'
import { operatingRoutes } from './http/operating.ts'
import type { Rates } from './http/rates.ts'
import { refused } from './http/refuse.ts'
import { securityHeaders } from './http/security-headers.ts'
import { staticFiles } from './http/static-files.ts'
import { isOriginRight, visitOf } from './http/visit.ts'

export function createApp(deps: AppDeps, rates: Rates): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use('/api/files/*', async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(fileHeaders)) context.header(name, value)
  })
  app.use(securityHeaders(deps.publicUrl))
  app.use(rates.requests)
  // Files have rates of their own, by member: an office that looks at pictures asks for many at once.
  app.use('/api/*', except(isFile, rates.calls))
  app.use('/api/*', async (context, next) => {
    if (!isOriginRight(visitOf(context.env.incoming), deps.publicUrl))
      return refused(context, 'no-access')
    await next()
    context.header('cache-control', 'no-store')
    return undefined
  })
  app.use(
    except(
      (context) => isFile(context) && context.req.method === 'PUT',
      bodyLimit({
        maxSize: limits.httpBodyBytes,
        onError: (context) => refused(context, 'too-large'),
      }),
    ),
  )
  app.route('/', operatingRoutes(deps))
  app.route('/api', joinRoutes(deps))
  app.route('/api', docTokenRoutes(deps))
  app.route('/api', fileRoutes(deps))
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

const isFile = (context: Context): boolean => context.req.path.startsWith('/api/files/')
