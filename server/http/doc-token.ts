/** The token with which any y-websocket client opens one document. It leaves once, in the answer, and is stored as a hash. */
import { Hono } from 'hono'
import { issueToken } from '#server/relay/sign-in.ts'
import { mayRead } from '#server/relay/standing.ts'
import { docTokenBodySchema } from '#shared/protocol/http.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { AppDeps, AppEnv } from './deps.ts'
import { deviceOf, readBody } from './door.ts'
import { refused } from './refuse.ts'

export function docTokenRoutes(deps: AppDeps): Hono<AppEnv> {
  return new Hono<AppEnv>().post('/doc-token', async (context) => {
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
