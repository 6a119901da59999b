/**
 * The index: one small row per document, computed by the app's `summarise`, for lists without opening documents.
 * Own edits bring their row along in their transaction; others' rows are summarised here, a moment later, together.
 */
import * as Y from 'yjs'
import type { DocName } from '#shared/lib/ids.ts'
import type { DeviceEnvironment } from './environment.ts'
import { createListeners } from './listeners.ts'
import type { IndexRow, Store } from './store.ts'

const gatherMs = 100

export interface IndexEntry<Summary> {
  readonly name: DocName
  readonly summary: Summary
  /** When it last changed, ms: device time for own changes, the relay's receipt time for others'. */
  readonly changedAt: number
}

export interface Summariser<Summary> {
  summarise(name: DocName, doc: Y.Doc): Summary
  /** Index rows come from the disk, perhaps of an older app: null makes the row be computed again. */
  parseSummary(value: unknown): Summary | null
}

export interface Index<Summary> {
  list(): readonly IndexEntry<Summary>[]
  subscribe(listener: () => void): () => void
  row(name: DocName, doc: Y.Doc, at: number): IndexRow
  /** A row was stored with an edit. */
  put(row: IndexRow): void
  /** The document changed on disk; `at` null keeps the time known. */
  touch(name: DocName, at: number | null): void
  /** Another tab wrote it. */
  reread(name: DocName): Promise<void>
  start(): Promise<void>
  stop(): void
}

export function createIndex<Summary>(
  environment: DeviceEnvironment,
  store: Store,
  { summarise, parseSummary }: Summariser<Summary>,
  openDoc: (name: DocName) => Y.Doc | null,
): Index<Summary> {
  const entries = new Map<DocName, IndexEntry<Summary>>()
  const listeners = createListeners<void>()
  const touched = new Map<DocName, number | null>()
  let shown: readonly IndexEntry<Summary>[] | null = null
  let callOff: (() => void) | null = null

  const enter = ({ doc: name, summary, changedAt }: IndexRow): boolean => {
    const parsed = parseSummary(summary)
    if (parsed !== null) entries.set(name, { name, summary: parsed, changedAt })
    return parsed !== null
  }
  const tell = (): void => {
    shown = null
    listeners.tell()
  }

  const refresh = async (name: DocName, at: number | null): Promise<void> => {
    const live = openDoc(name)
    const doc = live ?? new Y.Doc()
    if (live === null) {
      const { updates } = await store.load(name)
      if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates([...updates]))
    }
    const row: IndexRow = {
      doc: name,
      summary: summarise(name, doc),
      changedAt: Math.max(at ?? 0, entries.get(name)?.changedAt ?? 0),
    }
    if (live === null) doc.destroy()
    await store.putIndex(row)
    enter(row)
  }

  const refreshTouched = async (): Promise<void> => {
    callOff = null
    const now = [...touched]
    touched.clear()
    for (const [name, at] of now) {
      try {
        await refresh(name, at)
      } catch (fault) {
        console.error(`${name} could not be summarised`, fault)
      }
    }
    tell()
  }

  const touch = (name: DocName, at: number | null): void => {
    touched.set(name, at ?? touched.get(name) ?? null)
    callOff ??= environment.after(gatherMs, () => void refreshTouched())
  }

  return {
    list: () => (shown ??= [...entries.values()]),
    subscribe: (listener) => listeners.add(listener),
    row: (name, doc, at) => ({ doc: name, summary: summarise(name, doc), changedAt: at }),
    put(row) {
      enter(row)
      tell()
    },
    touch,
    async reread(name) {
      const row = await store.indexRow(name)
      if (row !== null && !enter(row)) touch(name, row.changedAt)
      tell()
    },
    async start() {
      for (const row of await store.index()) if (!enter(row)) touch(row.doc, row.changedAt)
      tell()
    },
    stop: () => callOff?.(),
  }
}
