/** One file with everything of a device, also when its disk answers no more. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import * as z from 'zod'
import { base64urlToBytes } from '#client/replica/base64url.ts'
import { exportDevice } from '#client/replica/export-device.ts'
import { createMemoryStore } from '#client/replica/memory-store.ts'
import { recordLine } from '#client/replica/record-line.ts'
import type { RecordRow } from '#client/replica/record-store.ts'
import type { DeviceId, FileId } from '#shared/lib/ids.ts'
import { memberIdSchema, workspaceIdSchema } from '#shared/protocol/names.ts'
import { docName } from './fake-device.ts'
import { workspaceId } from './fake-relay.ts'

const fileSchema = z.object({
  format: z.literal('asterism-device'),
  documents: z.array(z.object({ name: z.string(), updates: z.nullable(z.array(z.string())) })),
  waiting: z.array(
    z.object({ document: z.string(), written: z.array(z.unknown()), yjsUpdate: z.string() }),
  ),
  refused: z.array(
    z.object({ document: z.string(), reason: z.string(), written: z.array(z.unknown()) }),
  ),
  inMemory: z.array(z.object({ document: z.string(), yjsUpdate: z.string() })),
  records: z.array(z.unknown()),
  files: z.array(z.object({ id: z.string(), documents: z.array(z.string()), bytes: z.string() })),
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

test('files the relay does not have stand in it whole, however large', async () => {
  const bytes = new Uint8Array(2_000_001).fill(7, 1_000_000)
  const unsent = ['a', 'b'].map((letter) => ({
    id: letter.repeat(64) as FileId,
    documents: [docName(letter)],
    bytes: new Blob([bytes]),
  }))
  const file = await read(await exportDevice(createMemoryStore(), owner, [], 4, unsent))
  expect(file.files.map(({ id, documents }) => [id, documents])).toEqual(
    unsent.map(({ id, documents }) => [id, documents]),
  )
  for (const one of file.files)
    expect(Buffer.from(base64urlToBytes(one.bytes)).equals(Buffer.from(bytes))).toBe(true)
})

test('what was not sent can be read in the file by a person, although its document is gone', async () => {
  const store = createMemoryStore()
  const [waits, refused] = [docName('a'), docName('b')]
  const note = new Uint8Array()
  await store.edit(waits, { bytes: written('Travel mug'), note, at: 1, index: null })
  const { row } = await store.edit(refused, { bytes: written('Lid'), note, at: 2, index: null })
  await store.refuse(refused, row.n, 'no-access', 3)
  const file = await read(await exportDevice(store, owner, [], 4))
  expect(file.waiting[0]?.written).toMatchObject([{ key: 'title', text: 'Travel mug' }])
  expect(file.refused[0]).toMatchObject({ written: [{ key: 'title', text: 'Lid' }] })
})

test('a record stands in the file with its signature, once, and not among what waits of documents', async () => {
  const store = createMemoryStore()
  const records = await store.records()
  const device = 'd'.repeat(26) as DeviceId
  const row: RecordRow = {
    id: 'r'.repeat(26),
    scope: docName('a'),
    device,
    n: 1,
    text: '{"v":1}',
    signature: new Uint8Array(64).fill(7),
    key: new Uint8Array([1, 2]),
    seq: 0,
    receipt: null,
    earlier: [],
    refused: null,
  }
  await records.add([row], { n: 0, id: null }, recordLine(device), 5)
  const file = await read(await exportDevice(store, owner, [], 6))
  expect(file.waiting).toEqual([])
  expect(file.records).toEqual([
    {
      text: '{"v":1}',
      signature: Buffer.from(row.signature).toString('base64url'),
      key: 'AQI',
      receipt: null,
      earlier: [],
      refused: null,
    },
  ])
})

test('when the browser has taken the disk away, what is open is still in the file', async () => {
  const gone = () => Promise.reject(new Error('the database is closed'))
  const lost = {
    ...{ index: gone, heads: gone, load: gone, outRows: gone, refused: gone },
    ...{ getNote: gone, records: gone },
  }
  const held = [{ name: docName('a'), bytes: written('Travel mug') }]
  const file = await read(await exportDevice(lost, owner, held, 4))
  expect(file.documents).toEqual([])
  expect(file.inMemory.map(({ yjsUpdate }) => titleIn([yjsUpdate]))).toEqual(['Travel mug'])
})
