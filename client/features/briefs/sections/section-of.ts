/** What every section of the open brief is given. */
import type * as Y from 'yjs'
import type { FieldPresence } from '#client/features/briefs/presence.ts'

export interface SectionOf {
  readonly doc: Y.Doc
  readonly presence: FieldPresence
  readonly readOnly: boolean
  readonly undo: () => void
}
