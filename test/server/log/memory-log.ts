/** A Log in memory, small enough to be seen right: the model the others are compared with. */
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import type { Snapshot } from '#shared/protocol/frames.ts'
import type { AppendRow, AuthorClock, Batch, DocState, Log } from '#server/log/log.ts'

interface Document {
  readonly workspace: WorkspaceId
  readonly rows: AppendRow[]
  readonly authors: Map<number, AuthorClock>
  snapshot: Snapshot | null
  position: number
  card: Uint8Array | null
}

export interface MemoryLog extends Log {
  /** As a restore leaves it. */
  recover(doc: DocName): void
  /** Documents begun from now on count as recovering, too: the backup may have missed them. */
  restored(): void
  /** So many positions are somebody else's; answers the last of them. */
  reserve(workspace: WorkspaceId, count: number): number
}

export function createMemoryLog(): MemoryLog {
  let documents = new Map<DocName, Document>()
  const recovering = new Map<DocName, number>()
  let isRestored = false
  const reserved = new Map<WorkspaceId, number>()
  const newestIn = (all: Map<DocName, Document>, workspace: WorkspaceId): number =>
    Math.max(
      reserved.get(workspace) ?? 0,
      ...[...all.values()]
        .filter((other) => other.workspace === workspace)
        .map((other) => other.position),
    )

  const appendTo = (
    next: Map<DocName, Document>,
    { workspace, rows, authors, unbound = [], cards = [] }: Batch,
  ): void => {
    const open = (doc: DocName): Document => {
      const found = next.get(doc)
      if (found !== undefined && found.workspace !== workspace)
        throw new Error('a document of another workspace')
      const document = found ?? {
        workspace,
        rows: [],
        authors: new Map(),
        snapshot: null,
        position: 0,
        card: null,
      }
      next.set(doc, document)
      return document
    }
    for (const row of rows) {
      const document = open(row.doc)
      if (row.seq !== document.rows.length + 1) throw new Error('not the next row')
      if (row.n !== null && find(next, row.device, row.n) !== null)
        throw new Error('a push stored twice')
      document.rows.push(row)
    }
    for (const doc of new Set(rows.map((row) => row.doc))) {
      open(doc).position = newestIn(next, workspace) + 1
    }
    for (const { doc, bytes } of cards) open(doc).card = bytes
    for (const { doc, client } of unbound)
      if (open(doc).authors.get(client)?.next === 0) open(doc).authors.delete(client)
    for (const { doc, boundAt = 0, ...clock } of authors) {
      const known = open(doc).authors
      if (clock.next > 0) known.set(clock.client, clock)
      else if ((known.get(clock.client)?.next ?? 0) === 0)
        known.set(clock.client, { ...clock, boundAt })
    }
  }
  const tail = (document: Document): readonly AppendRow[] =>
    document.rows.slice(document.snapshot?.upto ?? 0)

  return {
    reserve(workspace, count) {
      const last = newestIn(documents, workspace) + count
      reserved.set(workspace, last)
      return last
    },
    async state(workspace, doc): Promise<DocState | null> {
      const document = documents.get(doc)
      if (document === undefined || document.workspace !== workspace) return null
      const since = recovering.get(doc) ?? (isRestored ? 0 : undefined)
      return {
        doc,
        workspace,
        seq: document.rows.length,
        bytes: tail(document).reduce(
          (sum, row) => sum + row.bytes.length,
          document.snapshot?.bytes.length ?? 0,
        ),
        rowsSinceSnapshot: tail(document).length,
        authors: [...document.authors.values()].sort((one, other) => one.client - other.client),
        recovering: since !== undefined,
        ...(since === undefined ? {} : { since }),
      }
    },
    async isElsewhere(workspace, doc) {
      const document = documents.get(doc)
      return document !== undefined && document.workspace !== workspace
    },
    async append(batches) {
      const next = copy(documents)
      for (const batch of batches) appendTo(next, batch)
      documents = next
    },
    async dropUnused(before) {
      for (const { authors } of documents.values())
        for (const [client, { boundAt }] of authors)
          if (boundAt !== undefined && boundAt < before) authors.delete(client)
    },
    async pushed(device, n) {
      return find(documents, device, n)
    },
    async newestPush(device) {
      const known = [...documents.values()].flatMap(({ rows, snapshot }) =>
        rows.slice(snapshot?.upto ?? 0).filter((row) => row.device === device),
      )
      return Math.max(-1, ...known.map(({ n }) => n ?? -1))
    },
    async read(doc, after, limit) {
      const document = documents.get(doc)
      if (document === undefined) return { snapshot: null, rows: [] }
      const snapshot =
        document.snapshot !== null && after < document.snapshot.upto ? document.snapshot : null
      const rows = document.rows
        .slice(snapshot?.upto ?? after)
        .map(({ seq, device, at, note, bytes }) => ({ seq, device, at, note, bytes }))
      return { snapshot, rows: limit === undefined ? rows : rows.slice(0, limit) }
    },
    async feed(workspace, after, limit, among) {
      const sees = (doc: DocName): boolean =>
        typeof among === 'function' ? among(doc) : (among?.has(doc) ?? true)
      const since = (doc: DocName): number =>
        typeof among === 'function' ? 0 : (among?.get(doc) ?? 0)
      const changed = [...documents]
        .filter(
          ([doc, document]) =>
            document.workspace === workspace && document.rows.length > 0 && sees(doc),
        )
        .map(([doc, { rows, position, card }]) => ({
          doc,
          seq: rows.length,
          position: Math.max(position, since(doc)),
          at: rows.at(-1)?.at ?? 0,
          card,
        }))
        .filter(({ position }) => position > after)
        .sort((one, other) => one.position - other.position)
      return { entries: changed.slice(0, limit), more: changed.length > limit }
    },
    async retire(doc, snapshot) {
      const document = documents.get(doc)
      if (document === undefined || snapshot.upto < 1 || snapshot.upto > document.rows.length)
        throw new Error('no such row')
      if (snapshot.upto > (document.snapshot?.upto ?? 0)) document.snapshot = snapshot
    },
    async history(doc, after, limit) {
      const rows = documents.get(doc)?.rows ?? []
      return rows
        .slice(after, after + limit)
        .map(({ seq, device, at, note }) => ({ seq, device, at, note }))
    },
    async uncompacted(rows, limit) {
      return [...documents]
        .map(([doc, document]) => ({
          doc,
          workspace: document.workspace,
          rows: tail(document).length,
        }))
        .filter((document) => document.rows >= rows)
        .sort((one, other) => other.rows - one.rows)
        .slice(0, limit)
    },
    async close() {},
    restored: () => void (isRestored = true),
    recover: (doc) => void recovering.set(doc, documents.get(doc)?.rows.length ?? 0),
  }
}

function copy(documents: Map<DocName, Document>): Map<DocName, Document> {
  return new Map(
    [...documents].map(([doc, document]) => [
      doc,
      { ...document, rows: [...document.rows], authors: new Map(document.authors) },
    ]),
  )
}

/** Packed rows are forgotten, as the interface allows. */
function find(documents: Map<DocName, Document>, device: number, n: number): number | null {
  for (const { rows, snapshot } of documents.values()) {
    const found = rows.find(
      (row) => row.device === device && row.n === n && row.seq > (snapshot?.upto ?? 0),
    )
    if (found !== undefined) return found.seq
  }
  return null
}
