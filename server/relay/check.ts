/**
 * The check: what an update may do to a document, judged from its bytes and the table of authors alone; no Y.Doc is
 * built. Every struct continues its author's clock, from the device the author is bound to, and points only to what is
 * known. Left out: rights, sizes, storing.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { AuthorClock } from '#server/log/log.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { limits } from '#shared/protocol/limits.ts'
import type { PushRefusal } from '#shared/protocol/refusals.ts'
import { encodeVector, type Author, type Restored } from './authors.ts'
import { place, type Struct } from './placing.ts'
import type { Depths, NewDepths } from './type-depths.ts'
import { isTooDeep } from './value-depth.ts'

export interface Verdict {
  /** What to store: the bytes as they came, only their new part, or null when there is nothing new in them. */
  readonly stored: Uint8Array | null
  /** Clocks raised or bound, as they are after this update. */
  readonly authors: readonly AuthorClock[]
  /** How deep the new structs stand, where that changes. */
  readonly depths: NewDepths
  /** Something was, or may have been, written by another device and lost by the relay (only while recovering). */
  readonly recovered: boolean
  /** Something in it is known already as another device's: plain clients send that along, an outbox never holds it. */
  readonly holdsOthers: boolean
}

export interface CheckOptions {
  /** How deep everything known stands. */
  readonly depths: Depths
  /** After a restore a device may bring another's lost structs, until that one has come back and written (standingOf). */
  readonly recovering: boolean
  /** The device an open document has reserved a clientID for before anything was written under it. */
  reservedFor(client: number): number | null
}

interface Extension {
  /** Where the author's clock stood, and stands after it. */
  readonly from: number
  next: number
  readonly standing: Standing
  readonly structs: Struct[]
}
interface Standing {
  /** Whom the author is bound to after this update; null: nobody may be. */
  readonly device: number | null
  readonly restored: Restored | null
  readonly recovered: boolean
}

export function judgeUpdate(
  bytes: Uint8Array,
  authors: ReadonlyMap<number, Author>,
  device: number,
  options: CheckOptions,
): Result<Verdict, PushRefusal> {
  const update = decode(bytes)
  if (update === null) return refuse('malformed')
  const extensions = new Map<number, Extension>()
  let known = false
  let holdsOthers = false
  let unbound = 0
  for (const struct of update.structs) {
    const { client, clock } = struct.id
    const end = clock + struct.length
    if (client >= 2 ** 32 || !Number.isSafeInteger(end)) return refuse('malformed')
    if (struct instanceof Y.Skip) continue
    if (struct.length < 1) return refuse('malformed')
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentDoc)
      return refuse('subdocument')
    const author = authors.get(client)
    let extension = extensions.get(client)
    const next = extension?.next ?? author?.next ?? 0
    if (clock < next) {
      known = true
      if (author !== undefined && author.device !== device) holdsOthers = true
    }
    if (end <= next) continue
    if (clock > next) return refuse('gap')
    if (isTooDeep(struct)) return refuse('malformed')
    if (extension === undefined) {
      const standing = standingOf(author, options.reservedFor(client), device, options.recovering)
      if (standing.device === null) return refuse('client-of-another-device')
      if (author === undefined && ++unbound > limits.newClientsPerUpdate)
        return refuse('too-many-authors')
      extension = { from: next, next, standing, structs: [] }
      extensions.set(client, extension)
    }
    if (end > limits.clientClock) return refuse('too-large')
    extension.next = end
    extension.structs.push(struct)
  }
  const next = (client: number): number => authors.get(client)?.next ?? 0
  const placed = place(extensions, { next, depths: options.depths }, limits.typeDepth)
  if (placed === 'gap') return refuse('gap')
  if (placed === 'too-deep') return refuse('malformed')
  const deletes = judgeDeletes(update.ds, (client) => extensions.get(client)?.next ?? next(client))
  if (typeof deletes === 'string') return refuse(deletes)
  if (extensions.size === 0 && !deletes)
    return ok({ stored: null, authors: [], depths: [], recovered: false, holdsOthers })
  return ok({
    stored: known ? Y.diffUpdate(bytes, encodeVector(authors)) : bytes,
    authors: Array.from(extensions, ([client, { standing, next }]) => ({
      client,
      device: standing.device ?? device,
      next,
      ...(standing.restored === null ? {} : { restored: standing.restored }),
    })),
    depths: placed,
    recovered: Array.from(extensions.values()).some(({ standing }) => standing.recovered),
    holdsOthers,
  })
}

/** Whose an author is once `device` has written under it, or that it may not. `reserved`: who has it open. */
function standingOf(
  author: Author | undefined,
  reserved: number | null,
  device: number,
  recovering: boolean,
): Standing {
  const restored = recovering ? (author?.restored ?? null) : null
  const isUnknown = author === undefined || restored === 'brought'
  const owner = isUnknown ? reserved : author.device
  const mayBring = recovering && (isUnknown || restored === 'awaited')
  if (owner === device)
    return { device, restored: mayBring && restored !== null ? 'returned' : null, recovered: false }
  if (mayBring && owner === null)
    return { device: author?.device ?? device, restored: 'brought', recovered: true }
  if (mayBring) return { device: owner, restored: 'awaited', recovered: true }
  return { device: owner === null ? device : null, restored: null, recovered: false }
}

/**
 * Null unless every author stands in it once, highest id first, as Yjs writes: Yjs itself loses structs of an author
 * that stands in an update twice, and merging loses those out of order.
 */
function decode(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    const update = Y.decodeUpdate(bytes)
    let sections = decoding.readVarUint(decoding.createDecoder(bytes))
    let last = Number.POSITIVE_INFINITY
    for (const { id } of update.structs) {
      if (id.client > last) return null
      if (id.client < last) sections -= 1
      last = id.client
    }
    return sections === 0 ? update : null
  } catch {
    return null
  }
}

/** Whether anything is deleted, or why it cannot be. */
function judgeDeletes(
  deleted: ReturnType<typeof Y.decodeUpdate>['ds'],
  next: (client: number) => number,
): boolean | PushRefusal {
  let any = false
  for (const [client, ranges] of deleted.clients) {
    const end = next(client)
    for (const { clock, len } of ranges) {
      if (client >= 2 ** 32 || len < 1 || !Number.isSafeInteger(clock + len)) return 'malformed'
      if (clock + len > end) return 'gap'
      any = true
    }
  }
  return any
}
