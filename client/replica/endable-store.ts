/**
 * A store that can be closed while others still work with it: after `close` nothing is answered any more, so that work
 * under way simply ends instead of failing one by one. What was begun before is finished by the browser.
 */
import type { Store } from './store.ts'

export function endable(store: Store): Store {
  let closed = false
  const never = new Promise<never>(() => undefined)
  const until =
    <Args extends unknown[], Answer>(work: (...args: Args) => Promise<Answer>) =>
    (...args: Args): Promise<Answer> =>
      closed ? never : work(...args)
  return {
    ...store,
    load: until(store.load),
    edit: until(store.edit),
    editMany: until(store.editMany),
    leave: (doc, edit) => (closed ? null : store.leave(doc, edit)),
    takeLeft: until(store.takeLeft),
    queue: until(store.queue),
    remote: until(store.remote),
    acknowledge: until(store.acknowledge),
    refuse: until(store.refuse),
    takeBack: until(store.takeBack),
    discardRefused: until(store.discardRefused),
    numberAbove: until(store.numberAbove),
    replaceOut: until(store.replaceOut),
    fold: until(store.fold),
    letGo: until(store.letGo),
    withdraw: until(store.withdraw),
    named: until(store.named),
    prune: until(store.prune),
    history: until(store.history),
    outRows: until(store.outRows),
    standing: until(store.standing),
    outbox: until(store.outbox),
    refused: until(store.refused),
    heads: until(store.heads),
    head: until(store.head),
    resetHeads: until(store.resetHeads),
    announce: until(store.announce),
    records: until(store.records),
    getNote: until(store.getNote),
    putNote: until(store.putNote),
    indexRow: until(store.indexRow),
    index: until(store.index),
    summarise: until(store.summarise),
    putIndex: until(store.putIndex),
    close() {
      closed = true
      store.close()
    },
  }
}
