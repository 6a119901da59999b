/**
 * A stored document as one piece of bytes: its snapshot and rows one behind the other, each with its length, so that it
 * travels to a thread in one buffer. Read page by page, with everybody's turn in between.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Log } from '#server/log/log.ts'
import type { DocName } from '#shared/lib/ids.ts'

/** Read in one turn: about 2 ms. */
const PAGE_ROWS = 500

export async function readStored(log: Log, doc: DocName): Promise<Uint8Array> {
  const stored = encoding.createEncoder()
  let after = 0
  for (;;) {
    const { snapshot, rows } = await log.read(doc, after, PAGE_ROWS)
    // Rows may retire while it is read: then it goes on from the snapshot that covers them.
    if (snapshot !== null) encoding.writeVarUint8Array(stored, snapshot.bytes)
    for (const { bytes } of rows) encoding.writeVarUint8Array(stored, bytes)
    if (rows.length < PAGE_ROWS) return encoding.toUint8Array(stored)
    after = rows.at(-1)?.seq ?? after
    await nextTurn()
  }
}

export function updatesIn(stored: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(stored)
  const updates: Uint8Array[] = []
  while (decoding.hasContent(decoder)) updates.push(decoding.readVarUint8Array(decoder))
  return updates
}

const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
