import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { setRush, setTitle, setWantedBy } from '#shared/documents/commands/brief-fields.ts'
import { addPoint, removePoint, setPointText } from '#shared/documents/commands/brief-points.ts'
import {
  addProduct,
  removeProduct,
  setProductField,
} from '#shared/documents/commands/brief-products.ts'
import { importProducts } from '#shared/documents/commands/import-products.ts'
import { readBrief } from '#shared/documents/readers/read-brief.ts'
import { createBriefUndo } from '#shared/documents/undo.ts'
import { productRowId } from '#shared/domain/briefs/product-row-id.ts'
import { docName } from '#test/client/replica/fake-device.ts'
import { replicas, reopened, rowIds, sync } from './replicas.ts'

function pair(): [Y.Doc, Y.Doc] {
  const [one, two] = replicas(2)
  if (one === undefined || two === undefined) throw new Error('no replicas')
  return [one, two]
}
const newRow = rowIds(9)

test('undo takes back one’s own edits and never a colleague’s', () => {
  const [ann, bob] = pair()
  const undo = createBriefUndo(ann)
  setTitle(ann, 'Cups')
  setWantedBy(ann, '2026-12-05')
  sync(ann, bob)
  setTitle(bob, 'Mugs')
  setRush(bob, 'rush')
  addPoint(bob, newRow(), 'Keeps warm')
  sync(ann, bob)
  for (let step = 0; step < 5; step += 1) undo.undo()
  sync(ann, bob)
  for (const doc of [ann, bob])
    expect(readBrief(doc)).toMatchObject({
      title: 'Mugs',
      wantedBy: null,
      rush: 'rush',
      points: [{ text: 'Keeps warm' }],
    })
})

test('a date a colleague has changed meanwhile stays as they set it', () => {
  const [ann, bob] = pair()
  const undo = createBriefUndo(ann)
  setWantedBy(ann, '2026-12-05')
  sync(ann, bob)
  setWantedBy(bob, '2026-12-09')
  sync(ann, bob)
  undo.undo()
  expect(readBrief(ann).wantedBy).toBe('2026-12-09')
})

test('typing in one field is one step, after a pause or in another field it is the next', () => {
  const [ann] = pair()
  const undo = createBriefUndo(ann)
  const [first, second] = [newRow(), newRow()]
  addPoint(ann, first, '')
  addPoint(ann, second, '')
  for (const text of ['K', 'Ke', 'Kee']) setPointText(ann, first, text)
  for (const text of ['W', 'Wa']) setPointText(ann, second, text)
  // Yjs asks the real clock; for it the last letter was typed a while ago.
  undo.lastChange -= 5_000
  setPointText(ann, second, 'Warm')
  const texts = (): string[] => readBrief(ann).points.map(({ text }) => text)
  expect(texts()).toEqual(['Kee', 'Warm'])
  undo.undo()
  expect(texts()).toEqual(['Kee', 'Wa'])
  undo.undo()
  expect(texts()).toEqual(['Kee', ''])
  undo.undo()
  expect(texts()).toEqual(['', ''])
  undo.redo()
  expect(texts()).toEqual(['Kee', ''])
})

test('undoing what brought a removed product back removes it again', () => {
  const [ann] = pair()
  const name = docName('v')
  const row = { sku: 'CUP', name: 'Cup', category: '', handle: '', options: '', key: 'sku:CUP' }
  importProducts(ann, name, [row])
  removeProduct(ann, productRowId(name, row.key))
  const undo = createBriefUndo(ann)
  importProducts(ann, name, [{ ...row, name: 'Mug' }])
  expect(readBrief(ann).products).toMatchObject([{ name: 'Mug' }])
  undo.undo()
  expect(readBrief(ann).products).toEqual([])
  undo.redo()
  expect(readBrief(ann).products).toMatchObject([{ name: 'Mug' }])
})

test('undoing one’s words in a row that a colleague removed meanwhile does not bring the row back', () => {
  const [ann, bob] = pair()
  const undo = createBriefUndo(bob)
  const id = newRow()
  addPoint(bob, id, '')
  setPointText(bob, id, 'Keeps warm')
  sync(ann, bob)
  removePoint(ann, id)
  sync(ann, bob)
  for (const act of ['undo', 'redo', 'undo', 'undo', 'redo'] as const) {
    undo[act]()
    sync(ann, bob)
    expect(readBrief(bob).points).toEqual([])
    expect(readBrief(ann).points).toEqual([])
  }
})

test('a document built again after a refusal has an undo of its own, and the old one is quiet', () => {
  const [ann] = pair()
  const before = createBriefUndo(ann)
  addProduct(ann, newRow(), { name: 'Cup' })
  const rebuilt = reopened(ann)
  ann.destroy()
  expect(() => before.undo()).not.toThrow()
  const after = createBriefUndo(rebuilt)
  expect(after.canUndo()).toBe(false)
  const [product] = readBrief(rebuilt).products
  if (product === undefined) throw new Error('the product is gone')
  setProductField(rebuilt, product.id, { name: 'Mug' })
  after.undo()
  expect(readBrief(rebuilt).products).toMatchObject([{ name: 'Cup' }])
})
