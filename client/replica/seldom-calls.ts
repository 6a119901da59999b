/** Calls of a replica that a person makes now and then: what does them is loaded when they are made. */
import type { DeviceEnvironment } from './environment.ts'
import type { DeskNotes } from './desk.ts'
import type { Documents } from './documents.ts'
import type { ReplicaFiles } from './files/replica-files.ts'
import type { Identity } from './identity.ts'
import type { Index } from './index-rows.ts'
import type { Link } from './link.ts'
import type { People } from './people.ts'
import type { Questions } from './questions.ts'
import type { Replica } from './replica.ts'
import type { Store } from './store.ts'

export interface SeldomParts {
  readonly environment: Pick<DeviceEnvironment, 'now'>
  readonly identity: Identity
  readonly store: Store
  readonly link: Link
  readonly questions: Questions
  readonly index: Pick<Index<unknown>, 'list'>
  readonly people: Pick<People, 'list'>
  readonly documents: Pick<Documents, 'storeAll' | 'inMemory'>
  files(): Promise<Pick<ReplicaFiles, 'unsent'>>
}

export const dismissedOn = (
  desk: Pick<DeskNotes, 'setting' | 'set' | 'subscribe'>,
): Replica['dismissed'] => ({
  has: (question) => desk.setting(question) === true,
  add: (question) => desk.set(question, true),
  subscribe: desk.subscribe,
})

export const sopDraftOn = (
  desk: Pick<DeskNotes, 'setting' | 'set' | 'subscribe'>,
): Replica['sopDraft'] => ({
  get: () => desk.setting('sop-draft') ?? null,
  keep: (draft) => desk.set('sop-draft', draft),
  subscribe: desk.subscribe,
})

type SeldomCalls = Pick<Replica, 'wholeDocuments' | 'devices' | 'exportDevice' | 'unsent'>

export function createSeldomCalls(parts: SeldomParts): SeldomCalls {
  const { environment, identity, store, link, questions, documents } = parts
  return {
    async wholeDocuments() {
      await documents.storeAll()
      const { readWhole } = await import('./whole-documents.ts')
      const lists = { listed: parts.index.list, people: parts.people.list }
      return readWhole({ ...{ store, link, questions, self: identity }, ...lists })
    },
    async devices(member) {
      const { devicesOf } = await import('./devices.ts')
      return devicesOf({ link, store, identity, now: environment.now }, member)
    },
    async unsent() {
      const { unsentRows } = await import('./refusals.ts')
      return unsentRows(store)
    },
    async exportDevice() {
      const { exportDevice } = await import('./export-device.ts')
      const unsent = await parts
        .files()
        .then((files) => files.unsent())
        .catch(() => [])
      return exportDevice(store, identity, documents.inMemory(), environment.now(), unsent)
    },
  }
}
