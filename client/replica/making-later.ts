/** Making and changing many documents at once, before its code is there, and what the rest of the replica hears of it. */
import type { DocName } from '#shared/lib/ids.ts'
import type { Documents } from './documents.ts'
import type { DeviceEnvironment } from './environment.ts'
import type { EditParts } from './edit-documents.ts'
import type { Index } from './index-rows.ts'
import type { NewDocumentsParts } from './new-documents.ts'
import type { Replica } from './replica.ts'
import type { Status } from './status.ts'
import type { Store } from './store.ts'

export interface MakingParts {
  readonly environment: DeviceEnvironment
  readonly store: Store
  readonly status: Status
  readonly index: Pick<Index<unknown>, 'has' | 'isHere' | 'row' | 'put' | 'touch'>
  /** What reads a document is here. */
  ready(): Promise<void>
  /** Null unless it is open here. */
  document: Documents['get']
  /** Puts down what open documents have gathered. */
  flush(): Promise<unknown>
  /** Outbox rows of this tab. */
  made(ns: readonly number[]): void
}

type ManyAtOnce = Pick<Replica, 'makeDocuments' | 'editDocuments' | 'readDocuments'>

export function createMakingLater(parts: MakingParts): ManyAtOnce {
  const { environment, store, status, index } = parts
  const takeUp = async (name: DocName): Promise<void> => {
    const open = parts.document(name)
    await open?.catchUp('store')
    // It may say more than the row that was stored with the change.
    if (open) index.touch(name, null)
  }
  const making: NewDocumentsParts = {
    store,
    now: environment.now,
    ready: parts.ready,
    has: index.has,
    summarise: index.row,
    stored(edits, rows) {
      status.noteWaiting(new Map(edits.map(({ row, waiting }) => [row.doc, waiting])))
      index.put(rows)
      for (const { row } of edits) void takeUp(row.doc)
      parts.made(edits.map(({ row }) => row.n))
    },
  }
  const editing: EditParts = { ...making, isHere: index.isHere, flush: parts.flush }
  return {
    makeDocuments: async (made) => (await import('./new-documents.ts')).makeDocuments(making, made),
    editDocuments: async (changes) =>
      (await import('./edit-documents.ts')).editDocuments(editing, changes),
    readDocuments: async (names, read) =>
      (await import('./edit-documents.ts')).readDocuments(editing, names, read),
  }
}
