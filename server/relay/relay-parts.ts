/** What the relay's sessions share; put together once in hub.ts. */
import type { WorkspaceId } from '#shared/lib/ids.ts'
import type { Directory } from '#server/directory/directory.ts'
import type { ComparingParts } from './comparisons.ts'
import type { Ledger } from '#server/directory/ledger.ts'
import type { News } from './news.ts'
import type { PushDeps } from './push.ts'

export interface RelayParts extends PushDeps, ComparingParts {
  readonly directory: Directory
  readonly ledger: Ledger
  readonly news: News
  /** Somebody's access, functions or grants changed: open sockets follow. */
  readonly standingChanged: (workspace: WorkspaceId) => Promise<void>
  /** Where people outside reach the relay; undefined where that is not set. */
  readonly address: string | undefined
  readonly epoch: string
  readonly sealingKey: Uint8Array
  /** `leave` is called once this turn's answers have been given. */
  readonly afterTurn: (leave: () => void) => void
  /** A bug in answering one socket; the others go on. */
  readonly fault: (error: unknown) => void
}
