/**
 * A followed list of rows is what reading the document anew would give, after every transaction of anybody; and a change
 * repaints what it touched. Each random run's seed is in the message of what fails.
 */
import { createEffect, createRoot, createSignal } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { followRows } from '#client/live/follow-rows.ts'
import type { RowId } from '#shared/lib/ids.ts'
import { createRandom, type Random } from '#shared/lib/random.ts'
import {
  addPoint,
  choosePointText,
  movePoint,
  removePoint,
  setPointText,
} from '#shared/documents/commands/brief-points.ts'
import {
  addProduct,
  moveProduct,
  removeProduct,
  setProductField,
} from '#shared/documents/commands/brief-products.ts'
import { pointReader, readPoints } from '#shared/documents/readers/read-points.ts'
import { productReader, readProducts } from '#shared/documents/readers/read-products.ts'
import { rootMap } from '#shared/documents/roots.ts'
import { createBriefUndo } from '#shared/documents/undo.ts'
import { reopened, replicas, rowIds, sync } from '#test/documents/replicas.ts'

const RUNS = 60
const FIRST_SEED = 7_000
const products = (doc: Y.Doc) => rootMap(doc, 'products')
const points = (doc: Y.Doc) => rootMap(doc, 'points')

/** One thing somebody does, or that arrives from an unknown build. */
function act(doc: Y.Doc, random: Random, newRow: () => RowId): void {
  const rows = [...readProducts(products(doc)), ...readPoints(points(doc))].map(({ id }) => id)
  const id = rows.length > 0 ? random.pick(rows) : newRow()
  const before = random.pick([null, ...rows])
  const text = `文 ${random.int(6)}`
  random.pick<() => unknown>([
    () => addProduct(doc, newRow(), { sku: text, name: text }),
    () => setProductField(doc, id, { sku: random.pick([text, '']) }),
    () => setProductField(doc, id, { name: text, weightGrams: random.int(9) }),
    () => moveProduct(doc, id, before),
    () => removeProduct(doc, id),
    () => addPoint(doc, newRow(), text, before),
    () => setPointText(doc, id, text),
    () => choosePointText(doc, id, readPoints(points(doc))[0]?.candidates.at(-1)?.writer ?? ''),
    () => movePoint(doc, id, before),
    () => removePoint(doc, id),
    // Of another build, or of nobody: unknown keys, values of another type, keys that go.
    () => {
      const map = random.pick([products(doc), points(doc)])
      const key = `${random.pick([id, 'row', ''])}/${random.pick(['sku', 'order', 'gone', 'later', ''])}`
      if (random.int(3) === 0) map.delete(key)
      else map.set(key, random.pick<unknown>([null, 5, 'a0', {}, ['x', 1, {}]]))
    },
    // Many rows in one transaction.
    () =>
      doc.transact(() => {
        for (const row of rows) products(doc).set(`${row}/name`, text)
      }),
  ])()
}

function run(seed: number): void {
  const random = createRandom(seed)
  const newRow = rowIds(seed)
  const [mine, other] = replicas(2, seed)
  if (mine === undefined || other === undefined) throw new Error('two replicas')
  const [doc, setDoc] = createSignal(mine)
  let undo = createBriefUndo(mine)
  const { shown, dispose } = createRoot((end) => ({
    dispose: end,
    shown: {
      products: followRows(doc, products, productReader),
      points: followRows(doc, points, pointReader),
    },
  }))
  const isSame = (now: Y.Doc): void => {
    expect(unwrap(shown.products()), `seed ${seed}`).toEqual(readProducts(products(now)))
    expect(unwrap(shown.points()), `seed ${seed}`).toEqual(readPoints(points(now)))
  }
  const watch = (now: Y.Doc): void => void now.on('afterTransaction', () => isSame(now))
  watch(mine)
  for (let step = 0; step < 50; step += 1) {
    const chance = random.int(16)
    if (chance < 3) act(other, random, newRow)
    else if (chance < 5) sync(doc(), other)
    else if (chance === 5) undo.undo()
    else if (chance === 6) undo.redo()
    else if (chance === 7) {
      // Rebuilt without what was refused: another Y.Doc, which may be behind.
      const rebuilt = reopened(random.pick([doc(), other]))
      undo = createBriefUndo(rebuilt)
      setDoc(rebuilt)
      watch(rebuilt)
      isSame(rebuilt)
    } else act(doc(), random, newRow)
  }
  sync(doc(), other)
  isSame(doc())
  dispose()
}

test(`followed rows are what reading anew gives, whatever two replicas do (seeds from ${FIRST_SEED})`, () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed += 1) run(seed)
})

/** Three rows with an effect for each of three fields, and one over all names; answers what ran. */
function counted(
  change: (doc: Y.Doc, ids: readonly [RowId, RowId, RowId]) => void,
): Record<string, number> {
  const newRow = rowIds(1)
  const doc = new Y.Doc()
  const ids = [newRow(), newRow(), newRow()] as const
  for (const id of ids) addProduct(doc, id, { sku: id, name: 'Mug' })
  const ran: Record<string, number> = {}
  const count = (what: string): number => (ran[what] = (ran[what] ?? 0) + 1)
  const dispose = createRoot((end) => {
    const rows = followRows(() => doc, products, {
      ...productReader,
      read(...row) {
        count('rows read')
        return productReader.read(...row)
      },
    })
    for (const place of ids.keys())
      for (const field of ['name', 'sku', 'problems'] as const)
        createEffect(() => {
          void rows()[place]?.[field].length
          count(`${field} ${place}`)
        })
    createEffect(() => {
      void rows().map(({ name }) => name)
      count('all names')
    })
    return end
  })
  for (const what of Object.keys(ran)) delete ran[what]
  change(doc, ids)
  dispose()
  return ran
}

test('a field of one row reads that row and repaints that field, nothing else', () => {
  const ran = counted((doc, ids) => void setProductField(doc, ids[1], { name: 'Cup' }))
  expect(ran).toEqual({ 'rows read': 1, 'name 1': 1, 'all names': 1 })
})

test('a SKU that two rows share is told on both', () => {
  const ran = counted((doc, ids) => void setProductField(doc, ids[2], { sku: ids[0] }))
  expect(ran).toEqual({ 'rows read': 2, 'sku 2': 1, 'problems 0': 1, 'problems 2': 1 })
})

test('a change of many rows at once is painted once', () => {
  const ran = counted((doc, ids) =>
    doc.transact(() => {
      for (const id of ids) products(doc).set(`${id}/name`, 'Bowl')
    }),
  )
  expect(ran).toEqual({ 'rows read': 3, 'name 0': 1, 'name 1': 1, 'name 2': 1, 'all names': 1 })
})
