/**
 * The feed in memory: which document of a workspace changed when. An index on the positions cost every commit one and a
 * half pages; the positions themselves stand in the document rows, and a workspace's are read when its feed is first
 * asked for. Left out: giving positions (sqlite-append.ts).
 */
import type { FeedChoice, FeedEntry } from './log.ts'
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import type { SqliteDatabase } from './sqlite-file.ts'
import { bytesOrNullIn, numberIn, numberOrNullIn, prepare, textIn } from './sqlite-statement.ts'

interface Place {
  readonly doc: DocName
  readonly seq: number
  readonly position: number
}

export interface Change extends Place {
  readonly workspace: WorkspaceId
}

export interface Feed {
  /** Told once they are committed, in the order of their positions. */
  committed(changes: readonly Change[]): void
  /** Up to `limit` entries after the position, oldest first. */
  after(
    workspace: WorkspaceId,
    position: number,
    limit: number,
    among?: FeedChoice,
  ): readonly FeedEntry[]
}

interface Space {
  /** By position. An entry counts while it is its document's newest. */
  entries: Place[]
  readonly newest: Map<DocName, Place>
}

/** Outdated entries beyond the number of documents that may gather before they are dropped. */
const OUTDATED = 256

export function createFeed(db: SqliteDatabase): Feed {
  const stored = prepare(
    db,
    `SELECT name, seq, position FROM document
     WHERE space = (SELECT id FROM space WHERE workspace = ?) AND position IS NOT NULL ORDER BY position`,
  )
  const shown = prepare(db, 'SELECT changed_at, card FROM document WHERE name = ?')
  /** Read when asked for: cards of all documents would fill the memory. */
  const shownAs = (doc: DocName): Pick<FeedEntry, 'at' | 'card'> => {
    const cells = shown.one([doc]) ?? {}
    return { at: numberOrNullIn(cells, 'changed_at') ?? 0, card: bytesOrNullIn(cells, 'card') }
  }
  const spaces = new Map<WorkspaceId, Space>()
  const spaceOf = (workspace: WorkspaceId): Space => {
    const known = spaces.get(workspace)
    if (known !== undefined) return known
    const space: Space = { entries: [], newest: new Map() }
    for (const cells of stored.all([workspace])) {
      add(space, {
        doc: textIn(cells, 'name') as DocName,
        seq: numberIn(cells, 'seq'),
        position: numberIn(cells, 'position'),
      })
    }
    spaces.set(workspace, space)
    return space
  }
  return {
    committed(changes) {
      for (const { workspace, doc, seq, position } of changes) {
        const space = spaces.get(workspace)
        if (space !== undefined) add(space, { doc, seq, position })
      }
    },
    after(workspace, position, limit, among = everything) {
      const { entries, newest } = spaceOf(workspace)
      if (typeof among !== 'function')
        return placed(newest, among)
          .filter((place) => place.position > position)
          .slice(0, limit)
          .map((place) => ({ ...place, ...shownAs(place.doc) }))
      const found: FeedEntry[] = []
      for (let at = firstAfter(entries, position); at < entries.length; at += 1) {
        const entry = entries[at]
        if (entry === undefined || found.length >= limit) break
        if (newest.get(entry.doc) === entry && among(entry.doc))
          found.push({ ...entry, ...shownAs(entry.doc) })
      }
      return found
    },
  }
}

const everything = (): boolean => true

/** Those of the documents that are there, in order; one read later than it changed stands where it came to be seen. */
function placed(newest: Space['newest'], since: ReadonlyMap<DocName, number>): Place[] {
  const places: Place[] = []
  for (const [doc, from] of since) {
    const place = newest.get(doc)
    if (place !== undefined) places.push({ ...place, position: Math.max(place.position, from) })
  }
  return places.sort((one, other) => one.position - other.position)
}

function add(space: Space, entry: Place): void {
  space.newest.set(entry.doc, entry)
  space.entries.push(entry)
  if (space.entries.length > 2 * space.newest.size + OUTDATED)
    space.entries = space.entries.filter((one) => space.newest.get(one.doc) === one)
}

/** Where in the entries the first one after the position stands. */
function firstAfter(entries: readonly Place[], position: number): number {
  let from = 0
  let to = entries.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((entries[middle]?.position ?? 0) <= position) from = middle + 1
    else to = middle
  }
  return from
}
