/**
 * What this device's member may read and write, as the relay last said; kept on the device, so that it holds without a
 * network, and a grant runs out at its hour. Asks the same function as the relay. Left out: what is done about a lost right
 * (withdrawing.ts).
 */
import * as z from 'zod/mini'
import { kindOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import { isInside, rightOn, type Right, type Standing } from '#shared/protocol/audiences.ts'
import { standingSchema, type ToldStanding } from '#shared/protocol/control.ts'
import type { DeviceEnvironment } from './environment.ts'
import type { Identity } from './identity.ts'
import type { Link } from './link.ts'
import { createListeners } from './listeners.ts'
import type { Store } from './store.ts'

/** `{…standing, clockOffMs}` in meta. */
export const standingNote = 'standing'
/** A timer may not be set further ahead than 24 days, and clocks are set anew. */
const lookAgainMs = 6 * 3_600_000

const keptSchema = z.extend(standingSchema, { clockOffMs: z.number() })

export interface RightsView {
  /** Null: the relay has not yet said what this member may do. */
  of(doc: DocName): Right | null
  /** As the relay said it; null before it did. `grants` may hold some that have run out. */
  standing(): Standing | null
  /** The relay's clock as far as this device knows it, ms. */
  now(): number
  subscribe(listener: () => void): () => void
}

export interface Rights extends RightsView {
  /** Everything that is not plainly somebody else's; a kind that only a newer app knows may stay. */
  mayHold(doc: DocName): boolean
  mayWrite(doc: DocName): boolean
  isInside(): boolean
  /** From the disk: at the start, and when another tab was told something. */
  read(): Promise<void>
  stop(): void
}

export interface RightsParts {
  readonly environment: DeviceEnvironment
  readonly identity: Identity
  readonly store: Pick<Store, 'getNote' | 'putNote'>
  readonly link: Link
  /** Other tabs read it again. */
  tell(): void
}

export function createRights(parts: RightsParts): Rights {
  const { environment, identity, store, link } = parts
  const changed = createListeners<void>()
  let kept: z.infer<typeof keptSchema> | null = null
  let callOff = (): void => undefined
  /** The relay let this guest go: their link was ended, and with it everything that was shared by it. */
  let isEnded = false

  const clockOffMs = (): number =>
    link.welcome() === null ? (kept?.clockOffMs ?? 0) : link.clockOffMs()
  const now = (): number => environment.now() - clockOffMs()
  const standing = (): Standing | null => {
    const told: ToldStanding | null = link.welcome() ?? kept
    if (told === null) return null
    const { access, outside, functions } = told
    const grants = isEnded ? [] : told.grants
    return {
      member: identity.member,
      workspace: identity.workspace,
      access,
      outside,
      functions,
      grants,
    }
  }
  const of = (doc: DocName): Right | null => {
    const so = standing()
    return so === null ? null : rightOn(so, doc, now())
  }
  const watchEnds = (): void => {
    callOff()
    const at = now()
    const ends = (standing()?.grants ?? []).flatMap(({ expiresAt }) =>
      expiresAt !== null && expiresAt > at ? [expiresAt] : [],
    )
    if (ends.length === 0) return
    const wait = Math.min(Math.max(1, Math.min(...ends) - at), lookAgainMs)
    callOff = environment.after(wait, () => {
      changed.tell()
      watchEnds()
    })
  }
  const keep = (): void => {
    const welcome = link.welcome() ?? kept
    if (welcome === null) return
    const { access, outside, functions } = welcome
    const grants = isEnded ? [] : welcome.grants
    const next = { access, outside, functions, grants, clockOffMs: clockOffMs() }
    const isNew =
      JSON.stringify({ ...next, clockOffMs: 0 }) !== JSON.stringify({ ...kept, clockOffMs: 0 })
    kept = next
    store
      .putNote(standingNote, next)
      .then(() => isNew && parts.tell())
      .catch((fault: unknown) =>
        console.error('what may be done here could not be kept on this device', fault),
      )
    watchEnds()
    changed.tell()
  }
  link.onMessage(({ kind }) => {
    if (kind !== 'welcome' && kind !== 'standing') return
    isEnded = false
    keep()
  })
  link.onState((state) => {
    if (state !== 'no-access' || standing()?.access !== 'guest') return
    isEnded = true
    keep()
  })

  return {
    of,
    standing,
    now,
    subscribe: changed.add,
    mayHold: (doc) => kindOf(doc) === null || of(doc) !== 'none',
    mayWrite(doc) {
      const right = of(doc)
      return right === null ? link.mayWrite() : right === 'edit'
    },
    isInside() {
      const so = standing()
      return so === null ? identity.access !== 'guest' : isInside(so)
    },
    async read() {
      const read = z.safeParse(keptSchema, await store.getNote(standingNote))
      if (!read.success) return
      kept = read.data
      watchEnds()
      changed.tell()
    },
    stop: () => callOff(),
  }
}
