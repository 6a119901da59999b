/**
 * Whether a document may get its first row here. A name belongs to one workspace; an append that breaks this fails for
 * everybody in the commit, so it is asked before. The Log knows what is stored, this what is on its way.
 */
import type { Log } from '#server/log/log.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { DocumentRoom } from './document-room.ts'

export interface Beginnings {
  /** Whether the Log has this name in another workspace. */
  isElsewhere(room: DocumentRoom): Promise<boolean>
  /** Just before the first row is judged stored. False when another workspace was first. */
  take(room: DocumentRoom): boolean
}

/** Names remembered; beyond, those that are on their way no longer are forgotten. */
const REMEMBERED = 10_000

export function createBeginnings(log: Log): Beginnings {
  const begun = new Map<DocName, DocumentRoom>()
  const forget = (): void => {
    for (const [doc, room] of begun) if (room.uncommitted === 0) begun.delete(doc)
  }
  return {
    isElsewhere: (room) => log.isElsewhere(room.workspace, room.doc),
    take(room) {
      const first = begun.get(room.doc)
      const isTaken =
        first !== undefined &&
        first.workspace !== room.workspace &&
        (first.uncommitted > 0 || first.committed > 0)
      if (isTaken) return false
      if (begun.size >= REMEMBERED) forget()
      begun.set(room.doc, room)
      return true
    },
  }
}
