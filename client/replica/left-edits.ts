/**
 * What a page puts down as it ends. An edit takes several steps, and a page that is closed does not live to take the
 * second; so the bytes go as one request, committed at once, into `meta` under `left:…`. Whoever is there next puts them
 * into documents and outbox. An edit that did finish takes its own away again.
 */
import type { IDBPDatabase } from 'idb'
import * as z from 'zod/mini'
import { newId, type DocName } from '#shared/lib/ids.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import { readWaiting, unnumbered } from './disk-parts.ts'
import type { WorkspaceDatabase } from './disk-schema.ts'
import { strict, whole } from './disk-write.ts'
import type { LocalEdit, OutRow, Waiting } from './store.ts'

const bytesSchema = z.custom<Uint8Array>((value) => ArrayBuffer.isView(value))
const leftSchema = z.object({
  doc: docNameSchema,
  bytes: bytesSchema,
  note: bytesSchema,
  at: z.number(),
})
const allLeft = (): IDBKeyRange => IDBKeyRange.bound('left:', 'left;', false, true)

/** Answers the key it was put down under. Nothing is awaited: the page may be gone before it is known to be there. */
export function leaveEdit(
  database: IDBPDatabase<WorkspaceDatabase>,
  doc: DocName,
  { bytes, note, at }: Omit<LocalEdit, 'index'>,
): string {
  const key = `left:${newId((random) => void crypto.getRandomValues(random))}`
  const tx = database.transaction('meta', 'readwrite', strict)
  const failed = (fault: unknown): void => console.error('an edit could not be put down', fault)
  tx.store.put({ doc, bytes, note, at }, key).catch(failed)
  tx.commit()
  tx.done.catch(failed)
  return key
}

/** In the order of their times. */
export function takeLeftEdits(
  database: IDBPDatabase<WorkspaceDatabase>,
): Promise<ReadonlyMap<DocName, Waiting>> {
  const tx = database.transaction(['meta', 'upd', 'out'], 'readwrite', strict)
  return whole(tx, async () => {
    const left = (await tx.objectStore('meta').getAll(allLeft())).flatMap((value) => {
      const parsed = z.safeParse(leftSchema, value)
      return parsed.success ? [parsed.data] : []
    })
    const waiting = new Map<DocName, Waiting>()
    for (const { doc, bytes, note, at } of left.sort((a, b) => a.at - b.at)) {
      const row = unnumbered<OutRow, 'n'>({ doc, note, bytes, at })
      const n = await tx.objectStore('out').add(row)
      await tx.objectStore('upd').add(unnumbered({ doc, bytes, seq: null, n }))
      waiting.set(doc, await readWaiting(tx.objectStore('out'), doc))
    }
    await tx.objectStore('meta').delete(allLeft())
    return waiting
  })
}
