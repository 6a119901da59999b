/** An update's note fits into 200 bytes whatever it is made of. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { saidBy, writeNote, type Said } from '#client/replica/notes.ts'
import { limits } from '#shared/protocol/limits.ts'

const read = (note: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(note))

function said(act: (doc: Y.Doc) => void): Said[] {
  const doc = new Y.Doc()
  const all: Said[] = []
  doc.on('afterTransaction', (transaction) => void all.push(saidBy(transaction)))
  act(doc)
  return all
}

test('a command names itself and its fields', () => {
  const all = said((doc) =>
    doc.transact(() => doc.getMap('short').set('a', 1), {
      command: 'brief.title',
      fields: ['title'],
    }),
  )
  expect(read(writeNote(all, 7))).toEqual({ c: 'brief.title', f: ['title'], t: 7 })
})

test('text names the root it is in, undo says so', () => {
  expect(
    said((doc) => doc.getXmlFragment('text:notes').insert(0, [new Y.XmlText('x')])).at(-1),
  ).toEqual({ command: 'edit', fields: ['text:notes'] })
  const undone = said((doc) => {
    const undo = new Y.UndoManager(doc.getMap('fields'), { trackedOrigins: new Set([null]) })
    doc.getMap('fields').set('rush', 'rush')
    undo.undo()
  })
  expect(undone.at(-1)).toEqual({ command: 'undo', fields: ['fields'] })
})

test('what does not fit is left out, fields first, and the limit holds in bytes', () => {
  const long = writeNote(
    [{ command: 'brief.import', fields: Array.from({ length: 90 }, (_, i) => `产品${i}`) }],
    1_750_000_000_000,
  )
  expect(long.byteLength).toBeLessThanOrEqual(limits.noteBytes)
  expect(read(long)).toMatchObject({ c: 'brief.import' })
  const absurd = writeNote([{ command: '长'.repeat(100), fields: [] }], 1)
  expect(absurd.byteLength).toBeLessThanOrEqual(limits.noteBytes)
})
