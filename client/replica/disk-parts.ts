/** Small steps inside a transaction on the workspace's stores, shared by disk-store.ts. */
import type { IDBPObjectStore } from 'idb'
import type { DocName } from '#shared/lib/ids.ts'
import type { Authorship } from '#shared/protocol/frames.ts'
import type { UpdateRow, WorkspaceDatabase } from './disk-schema.ts'
import type { Head, OutRow, PastChange, Waiting } from './store.ts'

/** All rows of a document whose number is above `after`. */
export const rowsOf = (doc: DocName, after: number): IDBKeyRange =>
  IDBKeyRange.bound([doc, after], [doc, Infinity], true, false)

/** A row whose number the store gives while adding; idb's types know only the whole shape. */
export const unnumbered = <Row = UpdateRow, Key extends keyof Row | 'k' = 'k'>(
  row: Omit<Row, Key>,
): Row => row as Row

/** An own change as the document keeps it while outbox row `n` waits. */
export const own = (change: Omit<OutRow, 'n'>, n: number): UpdateRow =>
  unnumbered({ ...change, n, seq: null, by: null })

/** About what the database takes for a row beside its bytes and note. */
const rowBytes = 100
/** What a row takes of this device's room. */
export const weightOf = ({ bytes, note }: Pick<PastChange, 'bytes' | 'note'>): number =>
  bytes.byteLength + (note?.byteLength ?? 0) + rowBytes

type AnyMode = 'readonly' | 'readwrite'

export async function readWaiting<
  Names extends ArrayLike<'out' | 'upd' | 'index' | 'head' | 'refused' | 'records' | 'meta'>,
>(out: IDBPObjectStore<WorkspaceDatabase, Names, 'out', AnyMode>, doc: DocName): Promise<Waiting> {
  const [count, first] = await Promise.all([
    out.index('doc').count(rowsOf(doc, 0)),
    out.index('doc').get(rowsOf(doc, 0)),
  ])
  return { count, since: first?.at ?? null }
}

/** The same of all documents of these rows, which are in order. */
export function countWaiting(rows: readonly OutRow[]): Map<DocName, Waiting> {
  const waiting = new Map<DocName, Waiting>()
  for (const { doc, at } of rows) {
    const so = waiting.get(doc)
    waiting.set(doc, { count: (so?.count ?? 0) + 1, since: so?.since ?? at })
  }
  return waiting
}

/** Moves a head by `reach`, within the caller's transaction; a head of another epoch starts from 0. */
export async function putHead<
  Names extends ArrayLike<
    'out' | 'upd' | 'index' | 'head' | 'refused' | 'meta' | 'records' | 'ledger'
  >,
>(
  heads: IDBPObjectStore<WorkspaceDatabase, Names, 'head', 'readwrite'>,
  doc: DocName,
  given: Given,
  reach: Reach,
): Promise<Head> {
  const before = await heads.get(doc)
  const head = nextHead(doc, before ?? null, given, reach)
  await heads.put(head)
  return head
}

/** What is given of a head; `more`: bytes that came to be here. */
export interface Given {
  readonly epoch: string
  readonly canWrite?: boolean
  readonly known?: number
  readonly more?: number
  readonly authors?: readonly Authorship[]
}
/** The head from where it is; `life` as `lifeOf` says. */
export type Reach = (from: number, life: string) => number

/** What is remembered of a document's rows holds within one of these. */
export const lifeOf = ({ epoch, gone }: Pick<Head, 'epoch' | 'gone'>): string => `${gone} ${epoch}`

/** A head of another epoch starts from 0. */
export function nextHead(doc: DocName, before: Head | null, given: Given, reach: Reach): Head {
  const same = before !== null && before.epoch === given.epoch ? before : null
  const gone = before?.gone ?? 0
  const seq = reach(same?.seq ?? 0, lifeOf({ epoch: given.epoch, gone }))
  return {
    doc,
    seq,
    epoch: given.epoch,
    canWrite: given.canWrite ?? before?.canWrite ?? true,
    known: Math.max(given.known ?? 0, same?.known ?? 0, seq),
    gone,
    bytes: (before?.bytes ?? 0) + (given.more ?? 0),
    past: before?.past ?? 0,
    pastFrom: before?.pastFrom ?? null,
    took: before?.took ?? null,
    ...authorsIn(before?.authors, given.authors),
  }
}

/** Of a document that was withdrawn: a mark, so that rows remembered from before do not count when it comes again. */
export const withdrawnHead = ({ doc, epoch, gone }: Head): Head => ({
  ...{ doc, epoch, seq: 0, known: 0, gone: gone + 1, canWrite: true },
  ...{ bytes: 0, past: 0, pastFrom: null, took: null, withdrawn: true },
})

/** An id that is a device's stays its. */
function authorsIn(
  before: readonly Authorship[] = [],
  given: readonly Authorship[] = [],
): Pick<Head, 'authors'> {
  const authors = [...new Map([...given, ...before])]
  return authors.length === 0 ? {} : { authors }
}
