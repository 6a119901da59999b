/**
 * A document's history in plain entries, and the document as it was after any of them: from what this device has, so it
 * answers offline and in a workspace that never met a relay. Here the shapes; the reading (read-history.ts) is loaded when
 * somebody first asks. Left out: words, grouping, and restoring (a new edit).
 */
import type * as Y from 'yjs'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import type { Store } from './store.ts'

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
  /** The note had no room for all fields. */
  readonly isCut: boolean
  /** The relay has not acknowledged it. */
  readonly isWaiting: boolean
  /** Everything up to here in one, of which nothing else is known. */
  readonly isBeginning: boolean
}

/** Which device wrote under which of the document's clientIDs. */
type WriterOf = (clientId: number) => string

interface Past {
  /** With `gc: false`, so that overwritten values are still in it. Destroy it when done. */
  readonly doc: Y.Doc
  /** The member where known, else the device. */
  readonly writerOf: WriterOf
}

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

export function createHistory(parts: HistoryParts): History {
  const reading = async (): Promise<History> =>
    (await import('./read-history.ts')).createReading(parts)
  return {
    list: async (name) => (await reading()).list(name),
    stateAt: async (name, index) => (await reading()).stateAt(name, index),
  }
}
