/**
 * A part of a document made of rows as a Solid store: a change reads and repaints the rows it touched, whoever made it. When
 * rows came, went or moved all are read, and matched by id. One way only, as follow.ts. Left out: what a row means (readers).
 */
import { createEffect, onCleanup, type Accessor } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type * as Y from 'yjs'
import { openRowPart, type RowReader } from '#shared/documents/readers/row-part.ts'

/** Follows the root map until the calling view goes; when another Y.Doc stands for the document, that one's. */
export function followRows<T extends object>(
  doc: Accessor<Y.Doc>,
  root: (doc: Y.Doc) => Y.Map<unknown>,
  reader: RowReader<T>,
): Accessor<readonly T[]> {
  const first = doc()
  const [state, setState] = createStore<{ rows: T[] }>({ rows: [] })

  const start = (map: Y.Map<unknown>): (() => void) => {
    const part = openRowPart(map, reader)
    const readAll = (): void => setState('rows', reconcile(part.all(), { key: 'id' }))
    const take = ({ keysChanged }: Y.YMapEvent<unknown>): void => {
      const places = part.take(keysChanged)
      if (places === null) readAll()
      // One write for all of them, so that views are painted once.
      else setState('rows', [...places], (row, [place]) => reconcile(part.at(Number(place)))(row))
    }
    readAll()
    map.observe(take)
    return () => map.unobserve(take)
  }
  let stop = start(root(first))
  let followed = first
  createEffect(() => {
    const now = doc()
    if (now === followed) return
    stop()
    followed = now
    stop = start(root(now))
  })
  onCleanup(() => stop())
  return () => state.rows
}
