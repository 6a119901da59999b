import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { holdsAll } from '#shared/documents/same-update.ts'

function written(): { inserted: Uint8Array; deleted: Uint8Array } {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'word')
  const inserted = Y.encodeStateAsUpdate(doc)
  const before = Y.encodeStateVector(doc)
  doc.getText('t').delete(1, 2)
  return { inserted, deleted: Y.encodeStateAsUpdate(doc, before) }
}
function docOf(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

test('a merge stands for its updates only with every deletion and every struct of theirs', () => {
  const { inserted, deleted } = written()
  const all = [inserted, deleted]
  const truth = docOf(...all)
  expect(holdsAll(truth, docOf(Y.mergeUpdates(all)), all)).toBe(true)
  expect(holdsAll(truth, docOf(inserted), all)).toBe(false)
  const more = new Y.Doc()
  more.getText('t').insert(0, 'x')
  expect(holdsAll(docOf(...all, Y.encodeStateAsUpdate(more)), truth, all)).toBe(false)
})
