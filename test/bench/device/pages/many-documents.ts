/**
 * Many documents made by one command and stored: ours is the replica's `makeDocuments`, outbox, list and status included.
 * Beside it one strict transaction over the same three stores and nothing else; and the same documents made and not stored.
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
import { createDeviceKey, type Identity } from '#client/replica/identity.ts'
import type { NewDocument } from '#client/replica/new-documents.ts'
import { openDatabase } from '#client/replica/open-database.ts'
import { openReplica } from '#client/replica/open-replica.ts'
import type { LocalEdit, OutRow } from '#client/replica/store.ts'
import { setTitle, setWantedBy } from '#shared/documents/commands/brief-fields.ts'
import { summaries } from '#shared/documents/readers/summarise.ts'
import { summariseBrief } from '#shared/documents/readers/read-brief.ts'
import { newId, type DocName } from '#shared/lib/ids.ts'
import { docNameSchema, memberIdSchema, workspaceIdSchema } from '#shared/protocol/names.ts'
import { answer, asked } from './result.ts'

const note = new TextEncoder().encode('{"c":"breakDown","f":["title"],"t":1763900000000}')
const fill = (bytes: Uint8Array<ArrayBuffer>): void => void crypto.getRandomValues(bytes)
const environment = browserEnvironment()
const identity: Identity = {
  workspace: { id: workspaceIdSchema.parse(newId(fill)), name: 'Bench' },
  member: memberIdSchema.parse(newId(fill)),
  name: 'Bench',
  access: 'owner',
  relay: location.origin,
  ...(await createDeviceKey(environment)),
}

const ways: Record<string, typeof withReplica> = {
  ours: withReplica,
  'one-transaction': withOneTransaction,
  'made-not-stored': async (made) => timed(() => void [...made].map(written)),
}

answer(async () => {
  const count = Number(asked('documents'))
  const { database } = await openDatabase<WorkspaceDatabase>(
    environment,
    databaseName(identity.workspace.id),
    databaseVersion,
    makeStores,
  )
  // The first one warms up.
  await ways[asked('way')]?.(newDocuments(count))
  const all = await ways[asked('way')]?.(newDocuments(count))
  const stored = await database.count('upd')
  database.close()
  if (asked('way') !== 'made-not-stored' && stored !== 2 * count)
    throw new Error(`${stored} of ${2 * count} documents were stored`)
  return { all }
})

async function timed(work: () => unknown): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

function* newDocuments(count: number): Generator<NewDocument> {
  for (let index = 0; index < count; index += 1)
    yield {
      name: docNameSchema.parse(`brief-${newId(fill)}`),
      write(doc) {
        setTitle(doc, `White background, front, ${index}`)
        setWantedBy(doc, '2026-12-18')
      },
    }
}

async function withReplica(made: Iterable<NewDocument>): Promise<number> {
  const replica = await openReplica(environment, identity, summaries)
  const all = await timed(async () => {
    const done = await replica.makeDocuments(made)
    if (!done.ok) throw new Error(done.refusal.code)
  })
  await replica.close()
  return all
}

async function withOneTransaction(made: Iterable<NewDocument>): Promise<number> {
  const { database } = await openDatabase<WorkspaceDatabase>(
    environment,
    databaseName(identity.workspace.id),
    databaseVersion,
    makeStores,
  )
  const all = await timed(() =>
    whole(database.transaction(['upd', 'out', 'index'], 'readwrite', strict), async (tx) => {
      const edits = [...made].map(written)
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
    }),
  )
  database.close()
  return all
}

function written({ name, write }: NewDocument): readonly [DocName, LocalEdit] {
  const doc = new Y.Doc()
  write(doc)
  const bytes = Y.encodeStateAsUpdate(doc)
  const summary = summariseBrief(doc)
  doc.destroy()
  const at = Date.now()
  return [name, { bytes, note, at, index: { doc: name, summary, changedAt: at, isHere: true } }]
}
