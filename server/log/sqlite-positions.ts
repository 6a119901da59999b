/**
 * The workspace's counter of feed positions: every commit to a document and every grant, given or ended, takes the next.
 * Kept in memory, read once from what is stored. Numbers whose transaction failed may be skipped: nobody sees them.
 */
import type { WorkspaceId } from '#shared/lib/ids.ts'
import type { SqliteDatabase } from './sqlite-file.ts'
import { numberIn, prepare } from './sqlite-statement.ts'

export interface Positions {
  /** The newest of `count` new ones. */
  next(workspace: WorkspaceId, count?: number): number
  /** What was given was not stored: read again. */
  forget(): void
}

const counters = new WeakMap<SqliteDatabase, Positions>()

/** The same counter for everybody who writes through this connection. */
export function positionsOf(db: SqliteDatabase): Positions {
  const known = counters.get(db)
  if (known !== undefined) return known
  const made = createPositions(db)
  counters.set(db, made)
  return made
}

function createPositions(db: SqliteDatabase): Positions {
  const newest = prepare(
    db,
    `SELECT MAX(
       COALESCE((SELECT MAX(position) FROM document JOIN space ON space.id = document.space WHERE space.workspace = ?), 0),
       COALESCE((SELECT MAX(position) FROM member_grant JOIN member ON member.id = member_grant.member WHERE member.workspace = ?), 0)
     ) AS position`,
  )
  const given = new Map<WorkspaceId, number>()
  return {
    next(workspace, count = 1) {
      const last =
        given.get(workspace) ?? numberIn(newest.one([workspace, workspace]) ?? {}, 'position')
      given.set(workspace, last + count)
      return last + count
    },
    forget: () => given.clear(),
  }
}
