/** Undo of a person's own commands in a brief, one command at a time. Notes have their own undo inside the editor. */
import * as Y from 'yjs'
import { LocalChange } from './commands/local-change.ts'
import { rootMap } from './roots.ts'

/** Follows only this replica's commands; call `destroy` when the document is left. */
export function createBriefUndo(doc: Y.Doc): Y.UndoManager {
  const roots = (['short', 'fields', 'products', 'points', 'targets'] as const).map((name) =>
    rootMap(doc, name),
  )
  return new Y.UndoManager(roots, { trackedOrigins: new Set([LocalChange]), captureTimeout: 0 })
}
