/**
 * The store as the tab's parts use it: nothing enters it that its member may not read. What the relay sent while a right
 * was being lost comes too late; what was stored before is taken off again (withdrawing.ts).
 */
import type { DocName } from '#shared/lib/ids.ts'
import type { Store } from './store.ts'

/** `mayHold` is asked at the moment a transaction is begun, and transactions are done in their order. */
export function onlyReadable(store: Store, mayHold: (doc: DocName) => boolean): Store {
  return {
    ...store,
    edit: (doc, edit) => store.edit(doc, mayHold(doc) ? edit : { ...edit, index: null }),
    async remote(doc, items, given) {
      if (mayHold(doc)) return store.remote(doc, items, given)
      const head = (await store.head(doc)) ?? {
        ...{ doc, seq: 0, epoch: given.epoch, canWrite: false, known: 0, gone: 0 },
        ...{ bytes: 0, past: 0, pastFrom: null, took: null },
      }
      return { head, lastKey: 0, isStored: false }
    },
    announce: (entries, page) =>
      store.announce(
        entries.filter(({ doc }) => mayHold(doc)),
        { ...page, records: page.records.filter(([scope]) => mayHold(scope)) },
      ),
    summarise: (docs, summarise) =>
      store.summarise(
        docs.filter(([doc]) => mayHold(doc)),
        summarise,
      ),
    putIndex: async (row) => {
      if (mayHold(row.doc)) await store.putIndex(row)
    },
  }
}
