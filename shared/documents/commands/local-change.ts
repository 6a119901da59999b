/**
 * What a person's act is in a document: one transaction whose origin names the command and the fields it touched (the
 * update's note is made of it). Commands never run inside a Yjs event: a write there would carry somebody else's origin.
 */
import type * as Y from 'yjs'
import { isInsideYjsEvent } from '#shared/documents/yjs-internals.ts'

/** The origin of every local change; undo follows changes of this class. */
export class LocalChange {
  readonly command: string
  readonly fields: readonly string[]
  constructor(command: string, fields: readonly string[]) {
    this.command = command
    this.fields = fields
  }
}

export function change(
  doc: Y.Doc,
  command: string,
  fields: readonly string[],
  write: () => void,
): void {
  if (isInsideYjsEvent(doc))
    throw new Error(`${command} was called inside a Yjs event or another command`)
  doc.transact(write, new LocalChange(command, fields))
}
