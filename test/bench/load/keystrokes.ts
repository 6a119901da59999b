/**
 * A seeded trace of single keystrokes as Yjs updates: mostly typing runs, some deletes, some jumps of the cursor.
 * About nine in ten keystrokes insert, as in published editing traces.
 */
import * as Y from 'yjs'
import { createRandom } from './random.ts'

export interface KeystrokeTrace {
  readonly client: number
  readonly updates: readonly Uint8Array[]
  /** The state as one update after the last keystroke. */
  readonly state: Uint8Array
  readonly text: string
}

const TRACE_SEED = 20261122
const LETTERS = 'etaoin shrdlu cmfwyp'

/** `batch` keystrokes make one update; the text comes out the same whatever the batch. */
export function keystrokeTrace(
  count: number,
  batch = 1,
  client = 7001,
  seed = TRACE_SEED,
): KeystrokeTrace {
  const random = createRandom(seed)
  const doc = new Y.Doc()
  doc.clientID = client
  const text = doc.getText('text')
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  let cursor = 0
  let left = 0
  let deleting = false
  const keystroke = (): void => {
    if (left === 0) {
      left = 1 + Math.floor(random() * 40)
      deleting = random() < 0.15
      if (deleting) left = Math.ceil(left / 4)
      if (random() < 0.2) cursor = Math.floor(random() * (text.length + 1))
    }
    left--
    if (deleting && cursor > 0) text.delete(--cursor, 1)
    else text.insert(cursor++, LETTERS[Math.floor(random() * LETTERS.length)] ?? 'e')
  }
  for (let done = 0; done < count; done += batch) {
    doc.transact(() => {
      for (let i = 0; i < batch && done + i < count; i++) keystroke()
    })
  }
  return { client, updates, state: Y.encodeStateAsUpdate(doc), text: text.toString() }
}
