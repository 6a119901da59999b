/** The HTTP door: bodies parsed with zod, bearers looked up. What does not pass answers its refusal. */
import type { Context } from 'hono'
import type * as z from 'zod/mini'
import type { DeviceRecord, Directory } from '#server/directory/directory.ts'
import { sessionOf } from '#server/relay/sign-in.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { HttpRefusal } from '#shared/protocol/http.ts'
import { bearerOf } from './visit.ts'

export async function readBody<Schema extends z.ZodMiniType>(
  context: Context,
  schema: Schema,
): Promise<Result<z.infer<Schema>, HttpRefusal>> {
  try {
    const read = schema.safeParse(await context.req.json())
    return read.success ? ok(read.data) : refuse('malformed')
  } catch {
    return refuse('malformed')
  }
}

/** The signed-in device whose session token the request bears. */
export async function deviceOf(
  context: Context,
  directory: Directory,
  now: number,
): Promise<Result<DeviceRecord, HttpRefusal>> {
  const token = bearerOf(context.req.header('authorization'))
  const found = token === null ? null : await sessionOf(directory, token, now)
  if (found?.session.kind !== 'device') return refuse('signed-out')
  const device = await directory.device(found.session.device)
  return device === null || device.revoked ? refuse('signed-out') : ok(device)
}
