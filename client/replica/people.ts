/** The workspace's people, kept on the device so that names stand beside what they did also offline. */
import * as z from 'zod/mini'
import { personSchema, type Person } from '#shared/protocol/control.ts'
import type { Link } from './link.ts'
import { createListeners } from './listeners.ts'
import type { Store } from './store.ts'

const peopleNote = 'people'

export interface People {
  list(): readonly Person[]
  subscribe(listener: () => void): () => void
  start(): Promise<void>
}

export function createPeople(store: Store, link: Link): People {
  const listeners = createListeners<void>()
  let known: readonly Person[] = []
  link.onPeople((people) => {
    known = people
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
      if (!kept.success || known.length > 0) return
      known = kept.data
      listeners.tell()
    },
  }
}
