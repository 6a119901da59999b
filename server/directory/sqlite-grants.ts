/**
 * Grants in SQLite: one row for each member and topic, the newest word on it. Each takes the next position of the
 * workspace's feed and is a change of its member's access. Runs inside the caller's transaction.
 */
import * as z from 'zod/mini'
import { grantedRights, type GrantedRight } from '#shared/lib/access.ts'
import type { InviteId, MemberId, Topic, WorkspaceId } from '#shared/lib/ids.ts'
import { grantedKinds } from '#shared/protocol/audiences.ts'
import type { SqliteDatabase } from '#server/log/sqlite-file.ts'
import { positionsOf } from '#server/log/sqlite-positions.ts'
import {
  numberIn,
  numberOrNullIn,
  prepare,
  textIn,
  type Cells,
} from '#server/log/sqlite-statement.ts'
import type { EndedGrant, PlacedGrant } from './directory.ts'
import type { Members } from './sqlite-members.ts'

export interface NewGrant {
  readonly workspace: WorkspaceId
  readonly member: MemberId
  readonly topic: Topic
  readonly right: GrantedRight
  readonly expiresAt: number | null
  readonly by: MemberId
  readonly invite: InviteId | null
  readonly at: number
}

export interface Grants {
  /** Those that were not ended, with where they stand in the feed. */
  of(member: MemberId): readonly PlacedGrant[]
  endedAfter(member: MemberId, position: number): readonly EndedGrant[]
  give(grant: NewGrant): void
  end(workspace: WorkspaceId, member: MemberId, topic: Topic): void
  endThoseOf(workspace: WorkspaceId, invite: InviteId): void
}

export function createGrants(db: SqliteDatabase, members: Members): Grants {
  const positions = positionsOf(db)
  const standing = prepare(
    db,
    'SELECT topic, allows, expires_at, position FROM member_grant WHERE member = ? AND ended = 0 ORDER BY topic',
  )
  const over = prepare(
    db,
    'SELECT topic, position FROM member_grant WHERE member = ? AND ended = 1 AND position > ? ORDER BY position',
  )
  const put = prepare(
    db,
    `INSERT INTO member_grant (member, topic, allows, expires_at, ended, given_by, invite, at, position)
     VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?)
     ON CONFLICT (member, topic) DO UPDATE SET allows = excluded.allows, expires_at = excluded.expires_at, ended = 0,
       given_by = excluded.given_by, invite = excluded.invite, at = excluded.at, position = excluded.position`,
  )
  const end = prepare(
    db,
    'UPDATE member_grant SET ended = 1, position = ? WHERE member = ? AND topic = ? AND ended = 0',
  )
  const byInvite = prepare(
    db,
    'SELECT member, topic FROM member_grant WHERE invite = ? AND ended = 0',
  )
  const endOne = (workspace: WorkspaceId, member: MemberId, topic: Topic): void => {
    if (end.run([positions.next(workspace), member, topic]) > 0) members.touch(member)
  }
  /** One for each document it opens, so that no two of a page stand in one place. */
  const place = (workspace: WorkspaceId): number => positions.next(workspace, grantedKinds.length)
  return {
    of: (member) => standing.all([member]).map(readGrant),
    endedAfter: (member, position) =>
      over.all([member, position]).map((cells) => ({
        topic: textIn(cells, 'topic') as Topic,
        position: numberIn(cells, 'position'),
      })),
    give({ workspace, member, topic, right, expiresAt, by, invite, at }) {
      put.run([member, topic, right, expiresAt, by, invite, at, place(workspace)])
      members.touch(member)
    },
    end: endOne,
    endThoseOf(workspace, invite) {
      for (const cells of byInvite.all([invite]))
        endOne(workspace, textIn(cells, 'member') as MemberId, textIn(cells, 'topic') as Topic)
    },
  }
}

const readGrant = (cells: Cells): PlacedGrant => ({
  topic: textIn(cells, 'topic') as Topic,
  right: z.parse(z.enum(grantedRights), cells['allows']),
  expiresAt: numberOrNullIn(cells, 'expires_at'),
  position: numberIn(cells, 'position'),
})
