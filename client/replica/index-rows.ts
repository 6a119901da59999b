/**
 * The index: one small row per document, computed by the app's `summarise`, for lists without opening documents.
 * Own edits bring their row along in their transaction; others' rows are summarised here, a moment later, together.
 */
import type * as Y from 'yjs'
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import type { DeviceEnvironment } from './environment.ts'
import { createListeners } from './listeners.ts'
import type { IndexRow, Store, Touched } from './store.ts'

const gatherMs = 100
/** Documents summarised in one go, so that lists fill while more are coming. */
const batchOf = 50

export interface IndexEntry<Summary> {
  readonly name: DocName
  readonly summary: Summary
  /** When it last changed, ms: device time for own changes, the relay's receipt time for others'. */
  readonly changedAt: number
  /** False: only its card is here. */
  readonly isHere: boolean
}

export interface Summariser<Summary> {
  /** Where its code comes later than the first screen: to be awaited before a document is opened. */
  ready?(): Promise<void>
  summarise(name: DocName, doc: Y.Doc): Summary
  /** Index rows come from the disk, perhaps of an older app: null makes the row be computed again. */
  parseSummary(value: unknown, name: DocName): Summary | null
  /** What stands for the document on devices that do not have it, at most limits.cardBytes. */
  writeCard(summary: Summary): Uint8Array
  /** A summary as `parseSummary` takes it, or null. */
  readCard(card: Uint8Array, name: DocName): unknown
  /** Makes and stores index rows off this thread; null where that cannot be. */
  elsewhere?(workspace: WorkspaceId, docs: readonly Touched[]): Promise<readonly IndexRow[] | null>
}

export interface Index<Summary> {
  list(): readonly IndexEntry<Summary>[]
  has(name: DocName): boolean
  /** Its document is on this device, not only its card. */
  isHere(name: DocName): boolean
  subscribe(listener: () => void): () => void
  row(name: DocName, doc: Y.Doc, at: number): IndexRow
  /** Rows were stored. */
  put(rows: readonly IndexRow[]): void
  /** Taken off this device. */
  drop(names: readonly DocName[]): void
  /** Null where the document is not here, or not known yet. */
  cardOf(name: DocName): Uint8Array | null
  /** The document changed on disk; `at` null keeps the time known. */
  touch(name: DocName, at: number | null): void
  /** Another tab wrote it. */
  reread(name: DocName): Promise<void>
  start(): Promise<void>
  stop(): void
}

export function createIndex<Summary>(
  environment: DeviceEnvironment,
  workspace: WorkspaceId,
  store: Store,
  { ready, summarise, parseSummary, writeCard, elsewhere }: Summariser<Summary>,
  /** With all in it that is stored. */
  openDoc: (name: DocName) => Y.Doc | null,
  /** Rows were made anew and stored. */
  made: (names: readonly DocName[]) => void,
): Index<Summary> {
  const entries = new Map<DocName, IndexEntry<Summary>>()
  const listeners = createListeners<void>()
  const touched = new Map<DocName, number | null>()
  /** Came into the list while rows were being made, which may be older than these. */
  const putMeanwhile = new Set<DocName>()
  let refreshing: Promise<void> | null = null
  let shown: readonly IndexEntry<Summary>[] | null = null
  let callOff: (() => void) | null = null

  const enter = ({ doc: name, summary, changedAt, isHere }: IndexRow): boolean => {
    const parsed = parseSummary(summary, name)
    if (parsed !== null) entries.set(name, { name, summary: parsed, changedAt, isHere })
    return parsed !== null
  }
  const tell = (): void => {
    shown = null
    listeners.tell()
  }

  /** What is open here says more than what is stored. */
  const refreshOpen = async (name: DocName, doc: Y.Doc, at: number | null): Promise<IndexRow> => {
    const changedAt = Math.max(at ?? 0, entries.get(name)?.changedAt ?? 0)
    const row = { doc: name, summary: summarise(name, doc), changedAt, isHere: true }
    await store.putIndex(row)
    return row
  }
  const refresh = async (some: readonly Touched[]): Promise<readonly IndexRow[]> => {
    await ready?.()
    const open = some.flatMap(([name, at]) => {
      const doc = openDoc(name)
      return doc === null ? [] : [refreshOpen(name, doc, at)]
    })
    const closed = some.filter(([name]) => openDoc(name) === null)
    const made =
      (store.kind === 'disk' ? await elsewhere?.(workspace, closed) : null) ??
      (await summariseHere(closed))
    return [...(await Promise.all(open)), ...made]
  }
  const summariseHere = async (some: readonly Touched[]): Promise<IndexRow[]> => {
    const { summariseStored } = await import('./summarise-stored.ts')
    return store.summarise(some, (name, updates) => summariseStored(name, updates, summarise))
  }

  const refreshTouched = async (): Promise<void> => {
    const now = [...touched]
    touched.clear()
    for (let from = 0; from < now.length; from += batchOf) {
      try {
        putMeanwhile.clear()
        const rows = await refresh(now.slice(from, from + batchOf))
        for (const row of rows) if (!putMeanwhile.has(row.doc)) enter(row)
        await Promise.all([...putMeanwhile].map((name) => reread(name)))
        made(rows.map(({ doc }) => doc))
      } catch (fault) {
        console.error('documents could not be summarised', fault)
      }
      tell()
    }
  }

  const touch = (name: DocName, at: number | null): void => {
    touched.set(name, at ?? touched.get(name) ?? null)
    callOff ??= environment.after(gatherMs, () => {
      callOff = null
      refreshing = (refreshing ?? Promise.resolve()).then(refreshTouched)
    })
  }
  const reread = async (name: DocName): Promise<void> => {
    const row = await store.indexRow(name)
    if (row === null) entries.delete(name)
    else if (!enter(row) && row.isHere) touch(name, row.changedAt)
  }

  return {
    has: (name) => entries.has(name),
    isHere: (name) => entries.get(name)?.isHere === true,
    list: () => (shown ??= [...entries.values()]),
    subscribe: (listener) => listeners.add(listener),
    row: (name, doc, at) => ({
      doc: name,
      summary: summarise(name, doc),
      changedAt: at,
      isHere: true,
    }),
    put(rows) {
      for (const row of rows) {
        putMeanwhile.add(row.doc)
        enter(row)
      }
      tell()
    },
    drop(names) {
      for (const name of names) {
        entries.delete(name)
        touched.delete(name)
      }
      tell()
    },
    cardOf(name) {
      const entry = entries.get(name)
      return entry?.isHere === true ? writeCard(entry.summary) : null
    },
    touch,
    async reread(name) {
      putMeanwhile.add(name)
      await reread(name)
      tell()
    },
    async start() {
      for (const row of await store.index())
        if (!enter(row) && row.isHere) touch(row.doc, row.changedAt)
      tell()
    },
    stop: () => callOff?.(),
  }
}
