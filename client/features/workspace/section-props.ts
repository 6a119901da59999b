/** What each section of the settings is given. */
import type * as Y from 'yjs'
import type { Workspace } from '#shared/domain/workspace/workspace.ts'

export interface SectionProps {
  readonly doc: Y.Doc
  readonly workspace: Workspace
  readonly readOnly: boolean
}
