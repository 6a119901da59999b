/**
 * A small part of a document as a Solid store, read again when its root types change; what did not change is not painted
 * again. One way only: views read here and write through commands. Left out: lists of rows (follow-rows.ts).
 */
import { createEffect, onCleanup, type Accessor } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type * as Y from 'yjs'

/** A root type, as far as following it goes. */
interface Root {
  observe(listener: () => void): void
  unobserve(listener: () => void): void
}

/** Follows `doc` until the calling view goes; when another Y.Doc stands for the document (rebuilt), that one is followed. */
export function follow<T>(
  doc: Accessor<Y.Doc>,
  roots: (doc: Y.Doc) => readonly Root[],
  read: (doc: Y.Doc) => T,
): Accessor<T> {
  const [state, setState] = createStore<{ value: T }>({ value: read(doc()) })
  createEffect(() => {
    const from = doc()
    const again = (): void => setState('value', reconcile(read(from), { key: 'id' }) as never)
    again()
    const followed = roots(from)
    for (const root of followed) root.observe(again)
    onCleanup(() => {
      for (const root of followed) root.unobserve(again)
    })
  })
  return () => state.value
}
