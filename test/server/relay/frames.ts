/** Reading what a device was told on a document's channel, and edits as updates. */
import * as Y from 'yjs'
import { onChannel, readFrame, readRow, type Row } from '#shared/protocol/frames.ts'
import type { Frame } from './device.ts'

export const on =
  (channel: number, type: number) =>
  (frame: Frame): boolean =>
    frame.channel === channel && frame.type === type
export const isRow = (channel: number): ((frame: Frame) => boolean) => on(channel, onChannel.row)
export const rowOf = (frame: Frame): Row =>
  readRow(readFrame(Uint8Array.of(0, 0, ...frame.body)).body)

/** Changes a document and answers the update. */
export function edit(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  let update: Uint8Array | null = null
  doc.once('update', (bytes: Uint8Array) => (update = bytes))
  doc.transact(() => change(doc))
  return update ?? Y.encodeStateAsUpdate(doc, before)
}

export const type = (doc: Y.Doc, text: string): Uint8Array =>
  edit(doc, () => doc.getText('text').insert(doc.getText('text').length, text))
