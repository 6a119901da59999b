/** A fault of the disk: bytes of stored rows that change behind the device's back. */
import type { DeviceEnvironment } from '#client/replica/environment.ts'
import type { Identity } from '#client/replica/identity.ts'
import { databaseName } from '#client/replica/disk-schema.ts'

interface Device {
  readonly environment: Pick<DeviceEnvironment, 'indexedDB'>
  readonly identity: Pick<Identity, 'workspace'>
}

/** Answers how many rows and snapshots are other now. */
export async function tamper(
  { environment, identity }: Device,
  change: (bytes: Uint8Array) => Uint8Array,
): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = environment.indexedDB.open(databaseName(identity.workspace.id))
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const tx = database.transaction(['upd', 'snap'], 'readwrite')
  let changed = 0
  for (const name of ['upd', 'snap']) {
    const request = tx.objectStore(name).openCursor()
    request.onsuccess = () => {
      const cursor = request.result
      if (cursor === null) return
      const bytes = change(cursor.value.bytes)
      if (Buffer.compare(bytes, cursor.value.bytes) !== 0) {
        changed += 1
        cursor.update({ ...cursor.value, bytes })
      }
      cursor.continue()
    }
  }
  await new Promise((resolve) => (tx.oncomplete = resolve))
  database.close()
  return changed
}

/** `to` in the place of `from`, which are of one length, so that the rest can still be read. */
export const replaced =
  (from: string, to: string) =>
  (bytes: Uint8Array): Uint8Array =>
    new Uint8Array(
      Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'),
    )
