/**
 * Undo of a person's own commands in a brief. One command is one step; typing in one field without a pause is one, too.
 * Others' edits are never taken back. Notes typed in the editor have their own undo there; a restored state is undone here,
 * its notes included.
 */
import * as Y from 'yjs'
import { LocalChange } from './commands/local-change.ts'
import { hideAgain, rowsBroughtBack } from './brought-back.ts'
import { notesRoot, rootMap } from './roots.ts'

const TYPING = new Set(['setTitle', 'setPointText', 'setProductField'])
const TYPING_PAUSE_MS = 1_000
const BACK = 'rows brought back'
const ROWS = ['products', 'points'] as const

class BriefUndo extends Y.UndoManager {
  override undo(): ReturnType<Y.UndoManager['undo']> {
    const step = super.undo()
    const back: unknown = step?.meta.get(BACK)
    if (back instanceof Map && this.doc instanceof Y.Doc) hideRows(this.doc, back)
    return step
  }
}

/** Follows only this replica's commands; call `destroy` when the document is left. */
export function createBriefUndo(doc: Y.Doc): Y.UndoManager {
  const roots = (['short', 'fields', 'products', 'points', 'targets'] as const).map((name) =>
    rootMap(doc, name),
  )
  let typed = ''
  let latest: Y.Transaction | null = null
  const undo = new BriefUndo([...roots, notesRoot(doc)], {
    trackedOrigins: new Set([LocalChange]),
    captureTimeout: 0,
    captureTransaction(transaction) {
      const { origin } = transaction
      latest = transaction
      if (!(origin instanceof LocalChange)) return true
      const field = TYPING.has(origin.command) ? [origin.command, ...origin.fields].join(' ') : ''
      undo.captureTimeout = field !== '' && field === typed ? TYPING_PAUSE_MS : 0
      typed = field
      return true
    },
  })
  undo.on('stack-item-added', ({ stackItem }) => {
    const before = latest?.beforeState
    if (before === undefined) return
    const back = new Map<string, string>()
    for (const name of ROWS) {
      const map = rootMap(doc, name)
      for (const id of rowsBroughtBack(map, changedKeys(latest, map), before)) back.set(id, name)
    }
    if (back.size > 0) stackItem.meta.set(BACK, back)
  })
  return undo
}

function changedKeys(transaction: Y.Transaction | null, map: Y.Map<unknown>): Set<string | null> {
  for (const [type, keys] of transaction?.changed ?? []) if (Object.is(type, map)) return keys
  return new Set()
}

function hideRows(doc: Y.Doc, back: Map<unknown, unknown>): void {
  doc.transact(
    () => {
      for (const name of ROWS) {
        const ids = [...back].filter(([, root]) => root === name).map(([id]) => String(id))
        for (const id of ids) hideAgain(rootMap(doc, name), id)
      }
    },
    { command: 'undo', fields: ROWS },
  )
}
