/** What the relay did not take: counted for the status, and given out as a file so that nothing is lost with it. */
import type { DocName } from '#shared/lib/ids.ts'
import { bytesToBase64url } from './base64url.ts'
import type { Status } from './status.ts'
import type { Store } from './store.ts'

export async function noteRefused(store: Store, status: Status): Promise<void> {
  const counts = new Map<DocName, number>()
  for (const { doc } of await store.refused()) counts.set(doc, (counts.get(doc) ?? 0) + 1)
  for (const [doc, refused] of counts) status.note(doc, { refused })
}

/** JSON: `{document, changes: [{at, reason, note, yjsUpdate}], unstored}`, updates as base64url. */
export async function exportRefused(
  store: Store,
  name: DocName,
  unstored: Uint8Array | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const rows = (await store.refused()).filter(({ doc }) => doc === name)
  const changes = rows.map(({ at, reason, note, bytes }) => ({
    at: new Date(at).toISOString(),
    reason,
    note: new TextDecoder().decode(note),
    yjsUpdate: bytesToBase64url(bytes),
  }))
  const file = {
    document: name,
    changes,
    unstored: unstored === null ? null : bytesToBase64url(unstored),
  }
  return new TextEncoder().encode(JSON.stringify(file, null, 2))
}
