/** What the history asks of this device's copy; the app binds it to the open brief. */
import type * as Y from 'yjs'
import type { PastEntry } from '#shared/domain/briefs/history/sittings.ts'

export interface PastCalls {
  /** Who reads. */
  readonly me: string
  /** Oldest first. */
  list(): Promise<readonly PastEntry[]>
  /** The brief after an entry; the caller destroys the document. */
  stateAt(index: number): Promise<{
    readonly doc: Y.Doc
    /** Which person, or at least which device, wrote under a clientID. */
    readonly writerOf: (clientId: number) => string
  }>
}
