/**
 * Undo of a person's own commands in a brief. One command is one step; typing in one field without a pause is one, too.
 * Others' edits are never taken back. Notes typed in the editor have their own undo there; a restored state is undone here,
 * its notes included.
 */
import * as Y from 'yjs'
import { sentenceNames } from '#shared/domain/briefs/details.ts'
import { listNames } from '#shared/domain/briefs/lists.ts'
import { listCommand, sentenceCommand } from '#shared/domain/briefs/history/brief-parts.ts'
import { LocalChange } from './commands/local-change.ts'
import { hideAgain, rowsBroughtBack } from './brought-back.ts'
import { notesRoot, rootMap } from './roots.ts'

const TYPING = new Set([
  'setTitle',
  'setPointText',
  'setPointProof',
  'setProductField',
  'setDetail',
  'setKeywords',
  ...sentenceNames.map((name) => sentenceCommand('set', name)),
  ...listNames.map((name) => listCommand('set', name)),
])
const TYPING_PAUSE_MS = 1_000
const BACK = 'rows brought back'
const ROWS = ['products', 'points', ...listNames] as const

/** Row → its root. */
type Rows = Map<string, (typeof ROWS)[number]>

/**
 * A value taken back, or done again, is newer than the removal of its row and would bring the row back. So: a row the step
 * once brought back goes with its undo and comes with its redo; one that somebody removed meanwhile stays removed.
 */
class BriefUndo extends Y.UndoManager {
  brought: Rows = new Map()

  override undo(): ReturnType<Y.UndoManager['undo']> {
    this.brought = new Map()
    const step = super.undo()
    const back = rowsOf(step?.meta.get(BACK))
    this.redoStack.at(-1)?.meta.set(BACK, back)
    this.hide(new Map([...this.brought, ...back]))
    return step
  }

  override redo(): ReturnType<Y.UndoManager['redo']> {
    this.brought = new Map()
    const step = super.redo()
    const back = rowsOf(step?.meta.get(BACK))
    this.hide(new Map([...this.brought].filter(([id]) => !back.has(id))))
    return step
  }

  private hide(rows: Rows): void {
    const { doc } = this
    if (rows.size === 0 || !(doc instanceof Y.Doc)) return
    doc.transact(
      () => {
        for (const [id, root] of rows) hideAgain(rootMap(doc, root), id)
      },
      { command: 'undo', fields: ROWS },
    )
  }
}

const rowsOf = (kept: unknown): Rows => (kept instanceof Map ? (kept as Rows) : new Map())

/**
 * Follows only this replica's commands, or of these only one kind, so that an import can be taken back whatever was done after it;
 * call `destroy` when the document is left.
 */
export function createBriefUndo(doc: Y.Doc, only?: string): Y.UndoManager {
  const roots = (['short', 'fields', ...ROWS, 'targets', 'keywords', 'meant'] as const).map(
    (name) => rootMap(doc, name),
  )
  let typed = ''
  let latest: Y.Transaction | null = null
  const undo: BriefUndo = new BriefUndo([...roots, notesRoot(doc)], {
    trackedOrigins: new Set([LocalChange]),
    captureTimeout: 0,
    captureTransaction(transaction) {
      const { origin } = transaction
      latest = transaction
      if (!(origin instanceof LocalChange)) return true
      if (only !== undefined && origin.command !== only) return false
      const field = TYPING.has(origin.command) ? [origin.command, ...origin.fields].join(' ') : ''
      undo.captureTimeout = field !== '' && field === typed ? TYPING_PAUSE_MS : 0
      typed = field
      return true
    },
  })
  undo.on('stack-item-added', ({ stackItem }) => {
    const before = latest?.beforeState
    if (before === undefined) return
    const back: Rows = new Map()
    for (const name of ROWS) {
      const map = rootMap(doc, name)
      for (const id of rowsBroughtBack(map, changedKeys(latest, map), before)) back.set(id, name)
    }
    undo.brought = back
    stackItem.meta.set(BACK, back)
  })
  return undo
}

function changedKeys(transaction: Y.Transaction | null, map: Y.Map<unknown>): Set<string | null> {
  for (const [type, keys] of transaction?.changed ?? []) if (Object.is(type, map)) return keys
  return new Set()
}
