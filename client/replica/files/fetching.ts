/**
 * Bytes of a file: from this device, else from the relay, hashed before anybody sees them. The same file asked for twice is
 * fetched once, a few at a time. Left out: asking again later (whoever shows it).
 */
import type { DocName, FileId } from '#shared/lib/ids.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { FileCalls } from './file-calls.ts'
import type { FileStore } from './file-store.ts'
import { hashOf } from './hash-file.ts'

/** `not-sent-yet`: the relay has none that this member may read; most often it still is on a colleague's device. */
export type FetchRefusal = 'not-sent-yet' | 'unreachable' | 'damaged'

export interface FetchingParts {
  readonly environment: Pick<DeviceEnvironment, 'crypto' | 'now'>
  readonly store: FileStore
  readonly calls: FileCalls
  epoch(): string | null
  /** Something came, or could not be kept for want of room. */
  came(): void
  full(fault: unknown): void
}

/** At a time: a page of pictures does not hold up what a person asks for next for long. */
const atOnce = 4
/** Looks within a minute count as one. */
const usedMs = 60_000

export type Fetch = (id: FileId, doc: DocName) => Promise<Result<Blob, FetchRefusal>>

export function createFetching(parts: FetchingParts): Fetch {
  const { environment, store, calls } = parts
  const asked = new Map<FileId, Promise<Result<Blob, FetchRefusal>>>()
  const seen = new Map<FileId, number>()
  const waiting: (() => void)[] = []
  let free = atOnce

  const turn = async (): Promise<void> => {
    if (free > 0) free -= 1
    else await new Promise<void>((go) => waiting.push(go))
  }
  const done = (): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  const look = (id: FileId): void => {
    const now = environment.now()
    if (now - (seen.get(id) ?? 0) < usedMs) return
    seen.set(id, now)
    store.used(id, now).catch(() => undefined)
  }
  const fromRelay: Fetch = async (id, doc) => {
    await turn()
    try {
      const came = await calls.get(id)
      if (came === 'not-there') return refuse('not-sent-yet')
      if (came === 'later') return refuse('unreachable')
      const bytes = await came.arrayBuffer()
      if ((await hashOf(environment, bytes)) !== id) return refuse('damaged')
      const blob = new Blob([bytes])
      const at = environment.now()
      await store
        .put(
          { id, doc, at, state: 'held', epoch: parts.epoch(), reason: null },
          { file: { id, size: bytes.byteLength, at, used: at }, bytes: blob },
        )
        .then(parts.came, parts.full)
      return ok(blob)
    } finally {
      done()
    }
  }
  return async (id, doc) => {
    const here = await store.bytes(id).catch(() => null)
    if (here !== null) {
      look(id)
      return ok(here)
    }
    const under = asked.get(id) ?? fromRelay(id, doc).finally(() => asked.delete(id))
    asked.set(id, under)
    return under
  }
}
