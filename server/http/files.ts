/**
 * Files by HTTP: attached and sent by who may write a document, read by who may read one it is attached to. No right and
 * not existing give one answer. Left out: storing (server/files); types, which only devices look at.
 */
import { Hono, type Context } from 'hono'
import type { DeviceRecord } from '#server/directory/directory.ts'
import type { Attachment, FileRefusal } from '#server/files/files.ts'
import { createCounted, MINUTE_MS, type Counted } from '#server/relay/counted.ts'
import { mayRead, mayWrite } from '#server/relay/standing.ts'
import type { DocName, FileId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { CallRefusal, HttpRefusal } from '#shared/protocol/http.ts'
import { limits } from '#shared/protocol/limits.ts'
import { docNameSchema, fileIdSchema } from '#shared/protocol/names.ts'
import { byteRange } from './byte-range.ts'
import type { AppDeps, AppEnv } from './deps.ts'
import { deviceOf } from './door.ts'
import { refused } from './refuse.ts'

type Asking = Context<AppEnv>

/** A file of a stranger never runs as a page of ours, whatever is in it. Set around everything else, so that it stays. */
export const fileHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "sandbox; default-src 'none'",
  'content-disposition': 'attachment',
  'x-content-type-options': 'nosniff',
}

export function fileRoutes(deps: AppDeps): Hono<AppEnv> {
  const perMinute = (atMost: number): Counted =>
    createCounted({ now: deps.now, windowMs: MINUTE_MS, atMost })
  const puts = perMinute(limits.filePutsPerMemberPerMinute)
  const reads = perMinute(limits.fileReadsPerMemberPerMinute)
  const sending = new Map<string, number>()
  /** Whose place it is, asked before bytes come and once they have. */
  const placeOf = async (context: Asking, doc: DocName): Promise<Result<Place, HttpRefusal>> => {
    const { directory, log } = deps.engine()
    const device = await deviceOf(context, directory, deps.now())
    if (!device.ok) return device
    const { workspace, number } = device.value
    if (!mayWrite(device.value, doc, deps.now()) || (await log.isElsewhere(workspace.id, doc)))
      return refuse('no-access')
    const to = { workspace: workspace.id, doc, device: number, at: deps.now() }
    return ok({ device: device.value, to })
  }
  const isReadable = async (device: DeviceRecord, id: FileId): Promise<boolean> => {
    const docs = await deps.engine().files.attachedTo(device.workspace.id, id)
    return docs.some((doc) => mayRead(device, doc, deps.now()))
  }
  const attach = async (context: Asking): Promise<Response> => {
    const named = namedIn(context)
    if (!named.ok) return refused(context, named.refusal)
    const { id, doc } = named.value
    const place = await placeOf(context, doc)
    if (!place.ok) return refused(context, place.refusal)
    const { member } = place.value.device
    if (!reads.take(member)) return refused(context, 'too-many-requests', reads.secondsLeft(member))
    if (
      !(await isReadable(place.value.device, id)) ||
      !(await deps.engine().files.attach(id, place.value.to))
    )
      // No fault, and so no error in a browser's console: every upload begins with this question.
      return context.body(null, 202)
    deps.filed('attached', 0)
    return context.body(null, 204)
  }
  const put = async (context: Asking): Promise<Response> => {
    const named = namedIn(context)
    if (!named.ok) return refused(context, named.refusal)
    const { id, doc } = named.value
    const length = Number(context.req.header('content-length') ?? 0)
    if (length > limits.fileBytes) return refused(context, 'too-large')
    const before = await placeOf(context, doc)
    if (!before.ok) return refused(context, before.refusal)
    const { member } = before.value.device
    if (!puts.take(member)) return refused(context, 'too-many-requests', puts.secondsLeft(member))
    const now = sending.get(member) ?? 0
    if (now >= limits.filePutsAtOnce) return refused(context, 'too-many-requests', 1)
    sending.set(member, now + 1)
    try {
      const stored = await deps.engine().files.store(id, bodyOf(context))
      if (!stored.ok) return refused(context, refusalOf[stored.refusal])
    } finally {
      const left = (sending.get(member) ?? 1) - 1
      if (left === 0) sending.delete(member)
      else sending.set(member, left)
    }
    // The right may have gone while the bytes came, and a restore may have opened another engine.
    const after = await placeOf(context, doc)
    if (!after.ok) return refused(context, after.refusal)
    if (!(await deps.engine().files.attach(id, after.value.to))) return refused(context, 'busy')
    deps.filed('put', length)
    return context.body(null, 204)
  }
  const read = async (context: Asking): Promise<Response> => {
    const id = fileIdSchema.safeParse(context.req.param('id'))
    if (!id.success) return refused(context, 'not-found')
    const { directory, files } = deps.engine()
    const device = await deviceOf(context, directory, deps.now())
    if (!device.ok) return refused(context, device.refusal)
    const { member } = device.value
    if (!reads.take(member)) return refused(context, 'too-many-requests', reads.secondsLeft(member))
    const file = (await isReadable(device.value, id.data)) ? await files.open(id.data) : null
    if (file === null)
      // A file on its way is no fault, and so no error in the console of whoever waits for it.
      return context.req.query('quiet') === undefined
        ? refused(context, 'not-found')
        : context.body(null, 204)
    const range = byteRange(context.req.header('range'), file.size)
    context.header('accept-ranges', 'bytes')
    if (range === 'outside') {
      await file.close()
      context.header('content-range', `bytes */${file.size}`)
      return refused(context, 'range-wrong')
    }
    const { from, to } = range ?? { from: 0, to: file.size - 1 }
    context.header('content-type', 'application/octet-stream')
    context.header('content-length', String(to - from + 1))
    if (range !== null) context.header('content-range', `bytes ${from}-${to}/${file.size}`)
    const status = range === null ? 200 : 206
    if (context.req.method === 'HEAD' || file.size === 0) {
      await file.close()
      return context.body(null, status)
    }
    deps.filed('read', to - from + 1)
    return context.body(file.read(from, to), status)
  }
  return new Hono<AppEnv>()
    .post('/files/:id', attach)
    .put('/files/:id', put)
    .get('/files/:id', read)
}

interface Place {
  readonly device: DeviceRecord
  readonly to: Attachment
}

/** Who is cut off hears nothing any more. */
const refusalOf: Readonly<Record<FileRefusal, CallRefusal>> = {
  'too-large': 'too-large',
  'file-differs': 'file-differs',
  'cut-off': 'malformed',
}

function namedIn(
  context: Asking,
): Result<{ readonly id: FileId; readonly doc: DocName }, HttpRefusal> {
  const id = fileIdSchema.safeParse(context.req.param('id'))
  if (!id.success) return refuse('not-found')
  const doc = docNameSchema.safeParse(context.req.query('doc'))
  return doc.success ? ok({ id: id.data, doc: doc.data }) : refuse('malformed')
}

/** The bytes as they come, never more of them than the socket holds. Who sends nothing for a while is cut off. */
function bodyOf({ env: { incoming } }: Asking): AsyncIterable<Uint8Array> {
  incoming.setTimeout(limits.fileIdleMs)
  // Left open when it is refused half-way, so that the refusal can still be told.
  return incoming.iterator({ destroyOnReturn: false })
}
