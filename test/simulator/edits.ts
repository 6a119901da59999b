/**
 * What an edit is to the judge: the very structs it wrote and the places it deleted, so that "the edit is in the document"
 * is a fact of Yjs and not of how somebody reads it.
 */
import * as Y from 'yjs'
import type { DocName } from '#shared/lib/ids.ts'

export interface Range {
  readonly client: number
  readonly clock: number
  readonly length: number
}

export interface Edit {
  readonly id: number
  readonly tab: string
  readonly device: number
  readonly doc: DocName
  /** What the person did. */
  readonly act: string
  readonly written: readonly Range[]
  readonly deleted: readonly Range[]
  /** The device said that it is on the device. */
  isStored: boolean
  /** Gone with the device's database before the relay had it: nobody can bring it back. */
  isLost: boolean
}

export type Parts = Pick<Edit, 'written' | 'deleted'>

export function rangesOf(bytes: Uint8Array): Parts {
  const { structs, ds } = Y.decodeUpdate(bytes)
  const written = structs
    .filter((struct) => !(struct instanceof Y.Skip))
    .map(({ id, length }) => ({ client: id.client, clock: id.clock, length }))
  const deleted = [...ds.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, clock, length: len })),
  )
  return { written, deleted }
}

/** Everything of the edit that is missing in the document and in none of the updates beside it. */
export function isIn(
  { written, deleted }: Parts,
  doc: Y.Doc,
  beside: readonly Parts[] = [],
): boolean {
  const besideWritten = beside.flatMap((one) => one.written)
  const besideDeleted = beside.flatMap((one) => one.deleted)
  return (
    written.every((range) =>
      everyClock(
        range,
        (clock) =>
          clock < Y.getState(doc.store, range.client) || covers(besideWritten, range.client, clock),
      ),
    ) &&
    deleted.every((range) =>
      everyClock(
        range,
        (clock) =>
          isDeleted(doc, range.client, clock) || covers(besideDeleted, range.client, clock),
      ),
    )
  )
}

function everyClock({ clock, length }: Range, holds: (clock: number) => boolean): boolean {
  for (let at = clock; at < clock + length; at += 1) if (!holds(at)) return false
  return true
}

const covers = (ranges: readonly Range[], client: number, at: number): boolean =>
  ranges.some(
    ({ client: own, clock, length }) => own === client && clock <= at && at < clock + length,
  )

function isDeleted(doc: Y.Doc, client: number, clock: number): boolean {
  const structs = doc.store.clients.get(client)
  if (structs === undefined || clock >= Y.getState(doc.store, client)) return false
  return structs[Y.findIndexSS(structs, clock)]?.deleted === true
}
