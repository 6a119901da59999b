/**
 * Who a device is and what it may do with a document, as the Directory says now: re-read in every commit that stores its
 * rows, in every page it asks for, and every few seconds for open sockets, so that whoever lost a right is refused within
 * moments. A grant that has run out counts for nothing from its hour on.
 */
import type { DeviceRecord, Directory } from '#server/directory/directory.ts'
import { documentNamed } from '#shared/lib/document-kinds.ts'
import type { DeviceId, DocName } from '#shared/lib/ids.ts'
import { grantedKinds, isInside, rightOn, type Right } from '#shared/protocol/audiences.ts'

/** Documents by the device that writes in them. */
export type Writing = ReadonlyMap<DeviceId, ReadonlySet<DocName>>

export const rightOf = (device: DeviceRecord, doc: DocName, now: number): Right =>
  device.revoked ? 'none' : rightOn(device, doc, now)

export const mayRead = (device: DeviceRecord, doc: DocName, now: number): boolean =>
  rightOf(device, doc, now) !== 'none'

export const mayWrite = (device: DeviceRecord, doc: DocName, now: number): boolean =>
  rightOf(device, doc, now) === 'edit'

/** The writers that may no longer write, with the documents in which they may not. */
export async function lostAccess(
  directory: Directory,
  writing: Writing,
  now: number,
): Promise<Writing> {
  const lost = new Map<DeviceId, ReadonlySet<DocName>>()
  await Promise.all(
    Array.from(writing, async ([id, docs]) => {
      const record = await directory.device(id)
      const without = [...docs].filter((doc) => record === null || !mayWrite(record, doc, now))
      if (without.length > 0) lost.set(id, new Set(without))
    }),
  )
  return lost
}

/**
 * What the feed shows the device: inside, whatever may be read; outside, the few documents it can be about, each from
 * where the device came to see it. So the feed of who is outside costs and says nothing of the others' documents.
 */
export function shownTo(
  device: DeviceRecord,
  now: number,
): ((doc: DocName) => boolean) | ReadonlyMap<DocName, number> {
  const isShown = (doc: DocName): boolean => mayRead(device, doc, now)
  if (isInside(device)) return isShown
  const shown = new Map<DocName, number>()
  for (const doc of [
    documentNamed('workspace', device.workspace.id),
    documentNamed('person', device.member),
  ])
    if (isShown(doc)) shown.set(doc, 0)
  for (const { topic, position } of device.grants)
    for (const [index, kind] of grantedKinds.entries()) {
      const doc = documentNamed(kind, topic)
      if (isShown(doc)) shown.set(doc, position - grantedKinds.length + 1 + index)
    }
  return shown
}
