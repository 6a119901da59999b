import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { setRush, setWantedBy } from '#shared/documents/commands/brief-fields.ts'
import { addProduct, setProductField } from '#shared/documents/commands/brief-products.ts'
import { putBack } from '#shared/documents/commands/put-back.ts'
import { readLostValues, type LostValue } from '#shared/documents/readers/lost-values.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { createBriefUndo } from '#shared/documents/undo.ts'
import { replicas, rowIds, sync } from './replicas.ts'

const [id, second] = [rowIds(4)(), rowIds(5)()]

/** Two devices; `writer` 1 wins a tie against 2 or not, as Yjs decides by clientID. */
function pair(): { ann: Y.Doc; bob: Y.Doc; history: Uint8Array[] } {
  const [ann, bob] = replicas(2)
  if (ann === undefined || bob === undefined) throw new Error('no replicas')
  ann.clientID = 1
  bob.clientID = 2
  const history: Uint8Array[] = []
  for (const doc of [ann, bob])
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== 'relay') history.push(bytes)
    })
  return { ann, bob, history }
}

const people = (client: number): string => (client === 2 ? 'Bob' : 'Ann')

function lost(history: readonly Uint8Array[], writerOf = people): LostValue[] {
  const doc = new Y.Doc({ gc: false })
  for (const bytes of history) Y.applyUpdate(doc, bytes)
  return readLostValues(doc, writerOf)
}

test('of one date set twice at the same time one stands everywhere, the other is known with its writer', () => {
  const { ann, bob, history } = pair()
  setWantedBy(ann, '2026-12-05')
  setWantedBy(bob, '2026-12-09')
  sync(ann, bob)
  const current = rootMap(ann, 'fields').get('wantedBy')
  expect(rootMap(bob, 'fields').get('wantedBy')).toBe(current)
  const [other] = ['2026-12-05', '2026-12-09'].filter((day) => day !== current)
  expect(lost(history)).toEqual([
    {
      root: 'fields',
      key: 'wantedBy',
      value: other,
      writer: other === '2026-12-05' ? 'Ann' : 'Bob',
      current,
      currentWriter: other === '2026-12-05' ? 'Bob' : 'Ann',
    },
  ])
})

test('a value that was replaced by somebody who had seen it is not lost', () => {
  const { ann, bob, history } = pair()
  setWantedBy(ann, '2026-12-05')
  sync(ann, bob)
  setWantedBy(bob, '2026-12-09')
  setWantedBy(bob, '2026-12-10')
  sync(ann, bob)
  expect(lost(history)).toEqual([])
})

test('of several values typed one after another only the last is offered', () => {
  const { ann, bob, history } = pair()
  addProduct(ann, id, { name: 'Mug' })
  sync(ann, bob)
  for (const name of ['Mug r', 'Mug re', 'Mug red']) setProductField(ann, id, { name })
  for (const name of ['Mug b', 'Mug bl', 'Mug blue']) setProductField(bob, id, { name })
  sync(ann, bob)
  const found = lost(history)
  expect(found).toHaveLength(1)
  expect(['Mug red', 'Mug blue']).toContain(found[0]?.value)
  expect(found[0]?.value).not.toBe(found[0]?.current)
})

test('it is no longer offered once its writer has set the field again, also from another start of the app', () => {
  for (const client of [1, 2, 31]) {
    const { ann, bob, history } = pair()
    setWantedBy(ann, '2026-12-05')
    setWantedBy(bob, '2026-12-09')
    sync(ann, bob)
    const [gone] = lost(history)
    const loser = gone?.writer === 'Ann' ? ann : bob
    if (client === 31) loser.clientID = 31
    setWantedBy(loser, '2026-12-24')
    const mine = loser
    expect(
      lost(history, (one) => (one === mine.clientID ? (gone?.writer ?? '') : people(one))),
    ).toEqual([])
  }
})

test('two people who set the same lose nothing', () => {
  const { ann, bob, history } = pair()
  setRush(ann, 'rush')
  setRush(bob, 'rush')
  sync(ann, bob)
  expect(lost(history)).toEqual([])
})

test('a lost value put back stands again, and one undo gives the other one back', () => {
  const { ann, bob, history } = pair()
  addProduct(ann, second, { sku: 'A' })
  sync(ann, bob)
  setProductField(ann, second, { weightGrams: 300 })
  setProductField(bob, second, { weightGrams: 280 })
  sync(ann, bob)
  const [gone] = lost(history)
  if (gone === undefined) throw new Error('nothing was lost')
  const undo = createBriefUndo(ann)
  putBack(ann, gone)
  expect(rootMap(ann, 'products').get(gone.key)).toBe(gone.value)
  expect(lost([...history, Y.encodeStateAsUpdate(ann)])).toEqual([])
  undo.undo()
  expect(rootMap(ann, 'products').get(gone.key)).toBe(gone.current)
})

test('places and removals of rows are no values to offer', () => {
  const { ann, bob, history } = pair()
  addProduct(ann, id, { name: 'Mug' })
  addProduct(bob, id, { name: 'Mug' })
  sync(ann, bob)
  expect(lost(history).filter(({ key }) => /order|gone/.test(key))).toEqual([])
})
