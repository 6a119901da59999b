/**
 * The note an update travels with: which command, which fields, when by this device's clock; at most 200 bytes
 * (docs/decisions.md, 3). Read from the transaction's origin, so that commands need not know of it.
 */
import * as Y from 'yjs'
import { limits } from '#shared/protocol/limits.ts'

export interface Said {
  readonly command: string
  readonly fields: readonly string[]
}

/** Commands pass `{command, fields}` as origin; undo passes its manager; a text editor anything else. */
export function saidBy(transaction: Y.Transaction): Said {
  const { origin } = transaction
  if (isSaid(origin)) return origin
  const fields: string[] = []
  for (const type of transaction.changedParentTypes.keys()) {
    if (type._item === null) fields.push(Y.findRootTypeKey(type))
  }
  return { command: origin instanceof Y.UndoManager ? 'undo' : 'edit', fields }
}

const encoder = new TextEncoder()

/** Several commands gathered into one update are joined with `+`; what does not fit is left out, fields first. */
export function writeNote(said: readonly Said[], at: number): Uint8Array {
  const commands = [...new Set(said.map(({ command }) => command))]
  const fields = [...new Set(said.flatMap((one) => one.fields))]
  for (;;) {
    const note = encoder.encode(JSON.stringify({ c: commands.join('+'), f: fields, t: at }))
    if (note.byteLength <= limits.noteBytes) return note
    if (fields.pop() !== undefined) continue
    if (commands.length > 1) commands.pop()
    else return encoder.encode(JSON.stringify({ c: 'edit', f: [], t: at }))
  }
}

function isSaid(origin: unknown): origin is Said {
  return (
    typeof origin === 'object' &&
    origin !== null &&
    'command' in origin &&
    typeof origin.command === 'string' &&
    'fields' in origin &&
    Array.isArray(origin.fields) &&
    origin.fields.every((field) => typeof field === 'string')
  )
}
