/** What the relay did not take: counted for the status, and given out as a file so that nothing is lost with it. */
import type { DocName } from '#shared/lib/ids.ts'
import { bytesToBase64url } from './base64url.ts'
import { isRecordLine } from './record-line.ts'
import type { Status } from './status.ts'
import type { OutRow, Store } from './store.ts'
import type { Written } from './written-in.ts'

const pageOfRows = 256

export async function noteRefused(store: Store, status: Status): Promise<void> {
  const counts = new Map<DocName, number>()
  for (const { doc } of await store.refused()) counts.set(doc, (counts.get(doc) ?? 0) + 1)
  for (const [doc, refused] of counts) status.note(doc, { refused })
}

/**
 * Everything of a document that the relay does not have, as JSON: `{document, changes: [{at, reason, note, written,
 * yjsUpdate}], waiting: [{at, note, written, yjsUpdate}], unstored}`, updates as base64url; `written` is what a person put
 * in as far as it can be read without the rest of the document, which may have left this device. `waiting` matters once nothing will be sent any more.
 */
export async function exportRefused(
  store: Store,
  name: DocName,
  unstored: Uint8Array | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const { writtenIn } = await import('./written-in.ts')
  // In this order: a row that is refused meanwhile is read twice, not never.
  const unsent = (await unsentRows(store)).filter(({ doc }) => doc === name)
  const refused = (await store.refused()).filter(({ doc }) => doc === name)
  const moved = new Set(refused.map(({ n }) => n))
  const file = {
    document: name,
    changes: refused.map((row) => ({ ...readable(row, writtenIn), reason: row.reason })),
    waiting: unsent.filter(({ n }) => !moved.has(n)).map((row) => readable(row, writtenIn)),
    unstored: unstored === null ? null : bytesToBase64url(unstored),
  }
  return new TextEncoder().encode(JSON.stringify(file, null, 2))
}

const readable = (
  { at, note, bytes }: OutRow,
  writtenIn: (bytes: Uint8Array) => readonly Written[],
) => ({
  at: new Date(at).toISOString(),
  note: new TextDecoder().decode(note),
  written: writtenIn(bytes),
  yjsUpdate: bytesToBase64url(bytes),
})

/** Of documents; records have a list of their own. */
export async function unsentRows(store: Pick<Store, 'outRows'>): Promise<OutRow[]> {
  const found: OutRow[] = []
  for (let after = 0; ;) {
    const rows = await store.outRows(after, pageOfRows)
    found.push(...rows.filter(({ doc }) => !isRecordLine(doc)))
    const last = rows.at(-1)
    if (last === undefined) return found
    after = last.n
  }
}
