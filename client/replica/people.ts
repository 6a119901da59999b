/** The workspace's people, kept on the device so that names stand beside what they did also offline. */
import * as z from 'zod/mini'
import { personSchema, type Person } from '#shared/protocol/control.ts'
import type { Identity } from './identity.ts'
import type { Link } from './link.ts'
import { createListeners } from './listeners.ts'
import type { Store } from './store.ts'

/** Where they stand (meta). */
export const peopleNote = 'people'

export interface People {
  list(): readonly Person[]
  subscribe(listener: () => void): () => void
  start(): Promise<void>
}

export function createPeople(store: Store, link: Link, self: Identity): People {
  const listeners = createListeners<void>()
  /** What the relay said is newer than what was kept. */
  let hasHeard = false
  let known: readonly Person[] = self.alone === true ? [founderOf(self)] : []
  link.onPeople((people) => {
    known = people
    hasHeard = true
    listeners.tell()
    store
      .putNote(peopleNote, people)
      .catch((fault: unknown) =>
        console.error('the people could not be kept on this device', fault),
      )
  })
  return {
    list: () => known,
    subscribe: (listener) => listeners.add(listener),
    async start() {
      const kept = z.safeParse(z.array(personSchema), await store.getNote(peopleNote))
      if (!kept.success || hasHeard) return
      known = kept.data
      listeners.tell()
    },
  }
}

/** Nobody else is in a workspace that was made offline; what is written there is written by number 0, this device. */
const founderOf = ({ member, name, access }: Identity): Person => ({
  ...{ member, name, access },
  ...{ outside: false, functions: [], removed: false, devices: [] },
})
