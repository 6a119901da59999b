/** The built app: hashed files for ever, everything else asked for again; a path that is no file is a screen of the app. */
import { existsSync } from 'node:fs'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { AppEnv } from './deps.ts'
import { refused } from './refuse.ts'

export function staticFiles(clientDir: string): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  if (!existsSync(clientDir)) return routes
  routes.use('*', async (context, next) => {
    const { pathname } = new URL(context.req.url)
    if (isOutside(context.env.incoming.url ?? '')) return refused(context, 'not-found')
    await next()
    const isForEver = pathname.startsWith('/assets/') && context.res.status === 200
    context.header('cache-control', isForEver ? 'public, max-age=31536000, immutable' : 'no-cache')
    return undefined
  })
  routes.use('*', serveStatic({ root: clientDir }))
  routes.get('/assets/*', (context) => refused(context, 'not-found'))
  routes.get('*', serveStatic({ path: 'index.html', root: clientDir }))
  return routes
}

/** Dots that climb, written plainly or encoded, backslashes and NUL. Judged on the path as it was sent. */
function isOutside(sent: string): boolean {
  try {
    const path = decodeURIComponent(sent.split('?')[0] ?? '')
    return path.split(/[/\\]/).includes('..') || path.includes('\0') || path.includes('\\')
  } catch {
    return true
  }
}
