/** What a person does with work the relay refused: look, send it again, let go of it, save it as a file. */
import type { DocName } from '#shared/lib/ids.ts'
import type { Documents } from './documents.ts'
import { exportRefused } from './refusals.ts'
import type { Replica } from './replica.ts'
import type { Status } from './status.ts'
import type { Store } from './store.ts'
import type { PushRefusal } from '#shared/protocol/refusals.ts'

export interface RefusedWorkParts {
  readonly store: Store
  readonly status: Status
  now(): number
  /** Null unless it is open here. */
  document: Documents['get']
  /** The document changed on disk. */
  changed(name: DocName): void
  /** Other tabs are to hear of it; `wasRefused`: something was taken out of the document. */
  tell(name: DocName, wasRefused: boolean): void
  /** There is work for the tab that leads. */
  askLead(): void
  refused(row: { name: DocName; moved: number; reason: PushRefusal }): void
}

export interface RefusedWork {
  /** The relay did not take the document's row `n`: it and those after it are taken out and kept. */
  refuse(name: DocName, n: number, reason: PushRefusal): Promise<void>
  readonly calls: Pick<Replica, 'refused' | 'retryRefused' | 'discardRefused' | 'exportRefused'>
}

export function createRefusedWork(parts: RefusedWorkParts): RefusedWork {
  const { store, status } = parts
  const refuse = async (name: DocName, n: number, reason: PushRefusal): Promise<void> => {
    const live = parts.document(name)
    let moved = 0
    const takeOut = async (): Promise<void> => {
      const done = await store.refuse(name, n, reason, parts.now())
      moved += done.moved
      status.note(name, { waiting: done.waiting, refused: done.refused })
    }
    if (live === null) await takeOut()
    else await live.rebuild(takeOut)
    parts.changed(name)
    parts.tell(name, true)
    if (moved > 0) parts.refused({ name, moved, reason })
  }
  const calls: RefusedWork['calls'] = {
    refused: () => store.refused(),
    async retryRefused(name) {
      status.note(name, { waiting: await store.takeBack(name), refused: 0 })
      await parts.document(name)?.catchUp('store')
      parts.changed(name)
      parts.tell(name, false)
      parts.askLead()
    },
    async discardRefused(name) {
      await store.discardRefused(name)
      status.note(name, { refused: 0 })
      parts.tell(name, false)
    },
    exportRefused: (name) => exportRefused(store, name, parts.document(name)?.unstored() ?? null),
  }
  return { refuse, calls }
}
