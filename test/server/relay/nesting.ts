/** Shared types nested in each other, as an attacker builds them. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** An update of so many arrays, each in the one before; written by hand, because Yjs itself would run out of stack. */
export function nested(levels: number, client = 700): Uint8Array {
  const out = encoding.createEncoder()
  for (const value of [1, levels, client, 0]) encoding.writeVarUint(out, value)
  for (let level = 0; level < levels; level += 1) {
    encoding.writeUint8(out, 7)
    encoding.writeVarUint(out, level === 0 ? 1 : 0)
    if (level === 0) encoding.writeVarString(out, 'list')
    else for (const value of [client, level - 1]) encoding.writeVarUint(out, value)
    // An array.
    encoding.writeVarUint(out, 0)
  }
  encoding.writeVarUint(out, 0)
  return encoding.toUint8Array(out)
}

/** One more array in the innermost first one of `list`. */
export function deeper(doc: Y.Doc): void {
  let list: Y.Array<unknown> = doc.getArray('list')
  for (let inner = list.get(0); inner instanceof Y.Array; inner = list.get(0)) list = inner
  list.insert(0, [new Y.Array()])
}
