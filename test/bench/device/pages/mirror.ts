/**
 * One field changed in a document that a view shows whole, an effect for every cell: what it costs until the effects have
 * run, and how many run. Ours is `followRows` with a row reader; beside it `reconcile(map.toJSON())`, and Yjs alone.
 */
import { createEffect, createRoot } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import * as Y from 'yjs'
import { followRows } from '#client/live/follow-rows.ts'
import { productReader } from '#shared/documents/readers/read-products.ts'
import type { RowReader } from '#shared/documents/readers/row-part.ts'
import { readRows } from '#shared/documents/rows.ts'
import { keysAtEnd } from '#shared/documents/order.ts'
import { newRowId } from '#shared/domain/briefs/row-ids.ts'
import { createRandom } from '#shared/lib/random.ts'
import { median } from '../../load/numbers.ts'
import { answer, asked } from './result.ts'

const productFields = ['sku', 'name', 'category', 'handle', 'options', 'weightGrams'] as const

interface Shape {
  readonly rows: number
  readonly fields: readonly string[]
  readonly reader: RowReader<Record<string, unknown>>
}

const shapes: Record<string, Shape> = {
  products: {
    rows: 500,
    fields: productFields,
    reader: { ...productReader, read: (...row) => ({ ...productReader.read(...row) }) },
  },
  wide: {
    rows: 2_000,
    fields: Array.from({ length: 20 }, (_, index) => `field${index}`),
    reader: { read: ({ id, fields }) => ({ id, ...Object.fromEntries(fields) }) },
  },
}

const runs = { effects: 0, written: 0 }
/** Time of changes that the clock of a page can tell. */
const groupMs = 25
const show: Record<string, typeof showReconciled> = {
  ours: showFollowed,
  'reconcile-toJSON': showReconciled,
}

answer(async () => {
  const shape = shapes[asked('shape')]
  if (shape === undefined) throw new Error('no such shape')
  const map = filled(shape)
  const ids = readRows(map).map(({ id }) => id)
  const stop = show[asked('way')]?.(map, shape, ids) ?? (() => undefined)
  const before = runs.effects
  const made = runs.written
  // Groups, because clocks of a page are too coarse for one change; the first ones warm up and are left out.
  const groups: number[] = []
  const until = performance.now() + Number(asked('ms'))
  while (groups.length < 4 || performance.now() < until) groups.push(changeSome(map, shape, ids))
  const effects = (runs.effects - before) / (runs.written - made)
  const ms = median(groups.slice(Math.floor(groups.length / 3)))
  stop()
  return { ms, effects }
})

function filled({ rows, fields }: Shape): Y.Map<unknown> {
  const doc = new Y.Doc()
  const map = doc.getMap<unknown>('products')
  const random = createRandom(1)
  const orders = keysAtEnd([], rows)
  doc.transact(() => {
    for (let row = 0; row < rows; row += 1) {
      const id = newRowId((bytes) => bytes.forEach((_, at) => (bytes[at] = random.int(256))))
      for (const field of fields)
        map.set(`${id}/${field}`, field === 'weightGrams' ? row : `${field} ${row}`)
      map.set(`${id}/order`, orders[row])
    }
  })
  return map
}

/** Milliseconds a change, from the write until every effect has run. */
function changeSome(map: Y.Map<unknown>, { fields }: Shape, ids: readonly string[]): number {
  const random = createRandom(2)
  const [from, before] = [runs.written, performance.now()]
  while (performance.now() - before < groupMs)
    map.set(
      `${ids[random.int(ids.length)] ?? ''}/${fields[1] ?? ''}`,
      `changed ${(runs.written += 1)}`,
    )
  return (performance.now() - before) / (runs.written - from)
}

function showFollowed(map: Y.Map<unknown>, shape: Shape): () => void {
  const doc = map.doc
  if (doc === null) throw new Error('a map without a document')
  return createRoot((dispose) => {
    const rows = followRows(
      () => doc,
      () => map,
      shape.reader,
    )
    const shown = rows()
    for (let row = 0; row < shown.length; row += 1)
      for (const field of shape.fields)
        createEffect(() => {
          void rows()[row]?.[field]
          runs.effects += 1
        })
    return dispose
  })
}

function showReconciled(map: Y.Map<unknown>, shape: Shape, ids: readonly string[]): () => void {
  return createRoot((dispose) => {
    const [state, setState] = createStore<Record<string, unknown>>(map.toJSON())
    const again = (): void => setState(reconcile(map.toJSON()))
    map.observe(again)
    for (const id of ids)
      for (const field of shape.fields)
        createEffect(() => {
          void state[`${id}/${field}`]
          runs.effects += 1
        })
    return () => {
      map.unobserve(again)
      dispose()
    }
  })
}
