/** What a page's device has on its disk, read past the app: documents' updates and what waits to be sent. */
import type { Page } from 'playwright-core'
import * as Y from 'yjs'

export interface DeviceDisk {
  /** Outbox rows by document. */
  readonly waiting: ReadonlyMap<string, number>
  readonly documents: ReadonlyMap<string, Y.Doc>
}

/** Builds the named documents from the disk; the page's app goes on meanwhile. */
export async function readDisk(page: Page, names: readonly string[]): Promise<DeviceDisk> {
  const read = await page.evaluate(async (wanted) => {
    const databases = await indexedDB.databases()
    const name = databases
      .map((database) => database.name ?? '')
      .find((one) => /^asterism:[^:]+$/.test(one) && one !== 'asterism:identity')
    const request = indexedDB.open(name ?? '')
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('not opened'))
    })
    // No named functions here: the compiler's names for them do not exist in the page.
    const [snaps = [], updates = [], out = []] = await Promise.all(
      ['snap', 'upd', 'out'].map(
        (store) =>
          new Promise<{ doc: string; bytes: Uint8Array }[]>((resolve, reject) => {
            const asked = database.transaction(store).objectStore(store).getAll()
            asked.onsuccess = () => resolve(asked.result)
            asked.onerror = () => reject(asked.error ?? new Error('not read'))
          }),
      ),
    )
    database.close()
    return {
      out: out.map(({ doc }) => doc),
      rows: [...snaps, ...updates]
        .filter(({ doc }) => wanted.includes(doc))
        .map(({ doc, bytes }) => [doc, btoa(String.fromCharCode(...bytes))]),
    }
  }, names as string[])
  const documents = new Map(names.map((name) => [name, new Y.Doc()]))
  for (const [name = '', bytes = ''] of read.rows) {
    const doc = documents.get(name)
    if (doc !== undefined) Y.applyUpdate(doc, new Uint8Array(Buffer.from(bytes, 'base64')))
  }
  const waiting = new Map<string, number>()
  for (const doc of read.out) waiting.set(doc, (waiting.get(doc) ?? 0) + 1)
  return { waiting, documents }
}
