/** One file with everything of a device, also when its disk answers no more. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import * as z from 'zod'
import { base64urlToBytes } from '#client/replica/base64url.ts'
import { exportDevice } from '#client/replica/export-device.ts'
import { createMemoryStore } from '#client/replica/memory-store.ts'
import { memberIdSchema, workspaceIdSchema } from '#shared/protocol/names.ts'
import { docName } from './fake-device.ts'
import { workspaceId } from './fake-relay.ts'

const fileSchema = z.object({
  format: z.literal('asterism-device'),
  documents: z.array(z.object({ name: z.string(), updates: z.nullable(z.array(z.string())) })),
  waiting: z.array(z.object({ document: z.string(), yjsUpdate: z.string() })),
  refused: z.array(z.object({ document: z.string(), reason: z.string() })),
  inMemory: z.array(z.object({ document: z.string(), yjsUpdate: z.string() })),
})
const owner = {
  workspace: { id: workspaceIdSchema.parse(workspaceId), name: 'Shanyu "Home"' },
  member: memberIdSchema.parse('0123456789abcdefghjkmnpqrs'),
}
const read = async (file: Blob) => fileSchema.parse(JSON.parse(await file.text()))

function written(title: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('fields').set('title', title)
  return Y.encodeStateAsUpdate(doc)
}
const titleIn = (updates: readonly string[]): unknown => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, base64urlToBytes(update))
  return doc.getMap('fields').get('title')
}

test('a device can be read again from its file: documents, what waits, what was refused', async () => {
  const store = createMemoryStore()
  const [kept, refused] = [docName('a'), docName('b')]
  const note = new Uint8Array()
  await store.edit(kept, { bytes: written('Travel mug'), note, at: 1, index: null })
  const { row } = await store.edit(refused, { bytes: written('Lid'), note, at: 2, index: null })
  await store.refuse(refused, row.n, 'no-access', 3)
  const file = await read(await exportDevice(store, owner, [], 4))
  expect(file.documents.map(({ name }) => name).sort()).toEqual([kept, refused].sort())
  expect(titleIn(file.documents.find(({ name }) => name === kept)?.updates ?? [])).toBe(
    'Travel mug',
  )
  expect(file.waiting.map(({ document }) => document)).toEqual([kept])
  expect(file.refused).toMatchObject([{ document: refused, reason: 'no-access' }])
})

test('when the browser has taken the disk away, what is open is still in the file', async () => {
  const gone = () => Promise.reject(new Error('the database is closed'))
  const lost = {
    ...{ index: gone, heads: gone, load: gone, outRows: gone, refused: gone },
    getNote: gone,
  }
  const held = [{ name: docName('a'), bytes: written('Travel mug') }]
  const file = await read(await exportDevice(lost, owner, held, 4))
  expect(file.documents).toEqual([])
  expect(file.inMemory.map(({ yjsUpdate }) => titleIn([yjsUpdate]))).toEqual(['Travel mug'])
})
