/** What a person does with work the relay refused: look, send it again, let go of it, save it as a file. */
import type { DocName } from '#shared/lib/ids.ts'
import type { Documents } from './documents.ts'
import { exportRefused } from './refusals.ts'
import type { Replica } from './replica.ts'
import type { Status } from './status.ts'
import type { Store } from './store.ts'

export interface RefusedWorkParts {
  readonly store: Store
  readonly status: Status
  readonly documents: Pick<Documents, 'get'>
  /** The document changed on disk. */
  changed(name: DocName): void
  /** Other tabs are to hear of it. */
  tell(name: DocName): void
  /** There is work for the tab that leads. */
  askLead(): void
}

type RefusedWork = Pick<Replica, 'refused' | 'retryRefused' | 'discardRefused' | 'exportRefused'>

export const createRefusedWork = (parts: RefusedWorkParts): RefusedWork => {
  const { store, status, documents } = parts
  return {
    refused: () => store.refused(),
    async retryRefused(name) {
      status.note(name, { waiting: await store.takeBack(name), refused: 0 })
      await documents.get(name)?.catchUp('store')
      parts.changed(name)
      parts.tell(name)
      parts.askLead()
    },
    async discardRefused(name) {
      await store.discardRefused(name)
      status.note(name, { refused: 0 })
      parts.tell(name)
    },
    exportRefused: (name) => exportRefused(store, name, documents.get(name)?.unstored() ?? null),
  }
}
