/**
 * Many documents made by one command and stored with the app's own store. Its store takes one document a transaction
 * (`edit`), so beside it stands what DESIGN asks for: one strict transaction over updates, outbox and index.
 */
import * as Y from 'yjs'
import { browserEnvironment } from '#client/replica/browser-environment.ts'
import {
  databaseName,
  databaseVersion,
  makeStores,
  type WorkspaceDatabase,
} from '#client/replica/disk-schema.ts'
import { strict, whole } from '#client/replica/disk-write.ts'
import { unnumbered } from '#client/replica/disk-parts.ts'
import { openDatabase } from '#client/replica/open-database.ts'
import { openStore } from '#client/replica/open-store.ts'
import type { LocalEdit, OutRow } from '#client/replica/store.ts'
import { setTitle, setWantedBy } from '#shared/documents/commands/brief-fields.ts'
import { summariseBrief } from '#shared/documents/readers/read-brief.ts'
import { newId, type DocName } from '#shared/lib/ids.ts'
import { docNameSchema, workspaceIdSchema } from '#shared/protocol/names.ts'
import { answer, asked } from './result.ts'

const note = new TextEncoder().encode('{"c":"breakDown","f":["title"],"t":1763900000000}')
const fill = (bytes: Uint8Array<ArrayBuffer>): void => void crypto.getRandomValues(bytes)

answer(async () => {
  const workspace = workspaceIdSchema.parse(newId(fill))
  const environment = browserEnvironment()
  const count = Number(asked('documents'))
  const store = await openStore(environment, workspace)
  const { database } = await openDatabase<WorkspaceDatabase>(
    environment,
    databaseName(workspace),
    databaseVersion,
    makeStores,
  )
  const before = performance.now()
  const made = Array.from({ length: count }, (_, index) => newDocument(index))
  const making = performance.now() - before
  if (asked('way') === 'ours') await Promise.all(made.map(([doc, edit]) => store.edit(doc, edit)))
  else await inOneTransaction(made)
  const all = performance.now() - before
  const stored = await database.count('upd')
  await store.close()
  database.close()
  indexedDB.deleteDatabase(databaseName(workspace))
  if (stored !== count) throw new Error(`${stored} of ${count} documents were stored`)
  return { making, all }

  async function inOneTransaction(edits: typeof made): Promise<void> {
    await whole(database.transaction(['upd', 'out', 'index'], 'readwrite', strict), async (tx) => {
      const out = tx.objectStore('out')
      const numbers = await Promise.all(
        edits.map(([doc, { bytes, at }]) =>
          out.add(unnumbered<OutRow, 'n'>({ doc, note, bytes, at })),
        ),
      )
      await Promise.all(
        edits.flatMap(([doc, { bytes, at, index }], place) => {
          const row = { doc, bytes, note, at, seq: null, by: null, n: numbers[place] ?? null }
          const update = tx.objectStore('upd').add(unnumbered(row))
          return index === null ? [update] : [update, tx.objectStore('index').put(index)]
        }),
      )
    })
  }
})

function newDocument(index: number): readonly [DocName, LocalEdit] {
  const name = docNameSchema.parse(`brief-${newId(fill)}`)
  const doc = new Y.Doc()
  setTitle(doc, `White background, front, ${index}`)
  setWantedBy(doc, '2026-12-18')
  const bytes = Y.encodeStateAsUpdate(doc)
  const summary = summariseBrief(doc)
  doc.destroy()
  const at = Date.now()
  return [name, { bytes, note, at, index: { doc: name, summary, changedAt: at, isHere: true } }]
}
