/** One socket that has one document open, on either wire, and the rows of one commit as it gets them. */
import type { Row } from '#shared/protocol/frames.ts'
import type { Outlet } from './outlet.ts'

export interface CommittedRow {
  readonly row: Row
  /** The session whose socket pushed it; it learns the number by its acknowledgement instead. */
  readonly by: object
}

export interface Listener {
  readonly outlet: Outlet
  readonly session: object
  /** `rows`: frames of /sync. `plain`: sync messages of y-websocket. */
  readonly wire: 'rows' | 'plain'
  /** Rows up to this one were sent by catching up. */
  upTo: number
  /** While catching up: rows committed meanwhile. Null when live. */
  held: CommittedRow[] | null
  presenceSecond: number
  presenceCount: number
}

export const createListener = (
  session: object,
  outlet: Outlet,
  wire: Listener['wire'],
): Listener => ({
  outlet,
  session,
  wire,
  upTo: 0,
  held: null,
  presenceSecond: 0,
  presenceCount: 0,
})
