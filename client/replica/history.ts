/**
 * A document's history in plain entries, and the document as it was after any of them: from what this device has, so it
 * answers offline and in a workspace that never met a relay. Left out: words, grouping, and restoring (a new edit).
 */
import * as Y from 'yjs'
import * as z from 'zod/mini'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { PastChange, Store } from './store.ts'

export interface HistoryEntry {
  /** Its place, for `stateAt`. */
  readonly index: number
  /** null: somebody this device has no name of. */
  readonly member: MemberId | null
  /** Made on this device. */
  readonly isOwn: boolean
  /** The relay's receipt time, this device's time for its own; ms. 0 where nothing is known. */
  readonly at: number
  /** What the writing device's clock said; null where the note does not say. */
  readonly saidAt: number | null
  readonly commands: readonly string[]
  readonly fields: readonly string[]
  /** The relay has not acknowledged it. */
  readonly isWaiting: boolean
  /** Everything up to here in one, of which nothing else is known. */
  readonly isBeginning: boolean
}

/** Which device wrote under which of the document's clientIDs. */
export type WriterOf = (clientId: number) => string

export interface Past {
  /** With `gc: false`, so that overwritten values are still in it. Destroy it when done. */
  readonly doc: Y.Doc
  /** The member where known, else the device. */
  readonly writerOf: WriterOf
}

const noteSchema = z.object({ c: z.string(), f: z.array(z.string()), t: z.number() })

export interface HistoryParts {
  readonly store: Store
  readonly member: MemberId
  people(): readonly Person[]
  /** Writes what an open document has gathered. */
  flush(name: DocName): Promise<unknown>
}

export interface History {
  /** Oldest first. */
  list(name: DocName): Promise<HistoryEntry[]>
  /** The document as this device had it after entry `index`. */
  stateAt(name: DocName, index: number): Promise<Past>
}

export function createHistory({ store, member, people, flush }: HistoryParts): History {
  const memberOf = ({ by, note }: PastChange): MemberId | null =>
    by === null
      ? note === null
        ? null
        : member
      : (people().find(({ devices }) => devices.includes(by))?.member ?? null)
  const read = async (name: DocName): Promise<PastChange[]> => {
    await flush(name)
    return store.history(name)
  }
  return {
    async list(name) {
      return (await read(name)).map((change, index) => {
        const { commands, fields, saidAt } = readNote(change.note)
        const { at, isWaiting } = change
        const isOwn = change.by === null && change.note !== null
        const isBeginning = change.note === null
        return {
          index,
          member: memberOf(change),
          isOwn,
          at,
          saidAt,
          commands,
          fields,
          isWaiting,
          isBeginning,
        }
      })
    },
    async stateAt(name, index) {
      const doc = new Y.Doc({ gc: false })
      const writers = new Map<number, string>()
      const changes = (await read(name)).slice(0, index + 1)
      doc.transact(() => {
        for (const change of changes) {
          Y.applyUpdate(doc, change.bytes)
          if (change.note === null) continue
          const writer = memberOf(change) ?? `device ${change.by}`
          for (const client of Y.parseUpdateMeta(change.bytes).from.keys())
            if (!writers.has(client)) writers.set(client, writer)
        }
      })
      return { doc, writerOf: (client) => writers.get(client) ?? `client ${client}` }
    },
  }
}

/** Tolerant of any bytes: a note nobody can read says nothing. */
export function readNote(
  note: Uint8Array | null,
): Pick<HistoryEntry, 'commands' | 'fields' | 'saidAt'> {
  const nothing = { commands: [], fields: [], saidAt: null }
  if (note === null) return nothing
  try {
    const said = z.safeParse(noteSchema, JSON.parse(new TextDecoder().decode(note)))
    if (!said.success) return nothing
    const { c, f, t } = said.data
    return { commands: c.split('+').filter((one) => one !== ''), fields: f, saidAt: t }
  } catch {
    return nothing
  }
}
