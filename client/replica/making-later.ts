/** Making many documents at once, before its code is there, and what the rest of the replica hears of it. */
import type { Documents } from './documents.ts'
import type { DeviceEnvironment } from './environment.ts'
import type { Index } from './index-rows.ts'
import type { MakeDocuments, NewDocumentsParts } from './new-documents.ts'
import type { Status } from './status.ts'
import type { Store } from './store.ts'

export interface MakingParts {
  readonly environment: DeviceEnvironment
  readonly store: Store
  readonly status: Status
  readonly index: Pick<Index<unknown>, 'has' | 'row' | 'put'>
  /** What reads a document is here. */
  ready(): Promise<void>
  /** Null unless it is open here. */
  document: Documents['get']
  /** Outbox rows of this tab. */
  made(ns: readonly number[]): void
}

export function createMakingLater(parts: MakingParts): MakeDocuments {
  const { environment, store, status, index } = parts
  const making: NewDocumentsParts = {
    store,
    now: environment.now,
    ready: parts.ready,
    has: index.has,
    summarise: index.row,
    stored(edits, rows) {
      status.noteWaiting(new Map(edits.map(({ row, waiting }) => [row.doc, waiting])))
      index.put(rows)
      for (const { row } of edits) void parts.document(row.doc)?.catchUp('store')
      parts.made(edits.map(({ row }) => row.n))
    },
  }
  return async (made) => (await import('./new-documents.ts')).makeDocuments(making, made)
}
