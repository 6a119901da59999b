/** What beginning a brief asks of this device's copy; the app binds it. */
import type * as Y from 'yjs'
import type { DocName } from '#shared/lib/ids.ts'

export interface OwnTemplate {
  readonly name: DocName
  readonly title: string
}

export interface StartCalls {
  /** The team's own that are offered, by title. */
  own(): readonly OwnTemplate[]
  /** False where its document is not on this device. */
  beginFrom(template: DocName, name: DocName, doc: Y.Doc): Promise<boolean>
  /** It is not offered any more; briefs begun from it stay as they are. */
  retire(template: DocName): Promise<boolean>
  /** A new brief that says the same; null where this device could not keep it. */
  copy(doc: Y.Doc, title: (title: string) => string): Promise<DocName | null>
  saveAsTemplate(doc: Y.Doc, title: string): Promise<DocName | null>
  open(name: DocName): void
}
