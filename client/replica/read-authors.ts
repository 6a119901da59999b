/**
 * Which device wrote under which of a document's clientIDs: what the relay said, and the stored rows. Rows merged by the
 * relay do not say.
 */
import * as Y from 'yjs'
import type { DocName } from '#shared/lib/ids.ts'
import type { Store } from './store.ts'

/** clientID → the relay's number of the device; null: this one. The first to write under it is its author. */
export async function readAuthors(
  store: Pick<Store, 'history' | 'head'>,
  name: DocName,
): Promise<Map<number, number | null>> {
  const devices = new Map<number, number | null>((await store.head(name))?.authors)
  for (const { bytes, by, note } of await store.history(name)) {
    if (note === null) continue
    for (const client of Y.parseUpdateMeta(bytes).from.keys())
      if (!devices.has(client)) devices.set(client, by)
  }
  return devices
}
