/**
 * Who wrote under which of a document's clientIDs: `authorOf` for everything that names an author. Known are the devices
 * of the rows stored here; an unknown author is looked up once, and told of when found. Left out: names (people.ts).
 */
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import type { Person } from '#shared/protocol/control.ts'
import { createListeners } from './listeners.ts'
import type { Store } from './store.ts'

export interface Authors {
  /** A member's id where known, else `device <number>`, else `client <clientID>`. Never waits. */
  authorOf(name: DocName, client: number): string
  /** Somebody unknown is being looked up. */
  isLooking(name: DocName): boolean
  /** Reads who is known from what is stored here. */
  look(name: DocName): Promise<void>
  /** A look has ended, or people have changed. */
  subscribe(listener: () => void): () => void
}

export interface AuthorsParts {
  readonly store: Pick<Store, 'history' | 'head'>
  readonly member: MemberId
  readonly people: { list(): readonly Person[]; subscribe(listener: () => void): () => void }
  /** Under which clientID this tab writes a document that is open. */
  ownClient(name: DocName): number | null
}

interface Known {
  /** clientID → the relay's number of the device; null: this one. */
  readonly devices: Map<number, number | null>
  /** Looked for, and not found in what was stored then. */
  readonly missed: Set<number>
  reading: Promise<void> | null
  /** More was stored while it read. */
  isOld: boolean
}

export interface FollowedAuthors extends Authors {
  /** Others' rows of the document were stored: they may name who was missed. */
  touch(name: DocName): void
}

export function createAuthors({ store, member, people, ownClient }: AuthorsParts): FollowedAuthors {
  const all = new Map<DocName, Known>()
  const listeners = createListeners<void>()
  people.subscribe(() => listeners.tell())

  const knownOf = (name: DocName): Known => {
    const known = all.get(name) ?? {
      devices: new Map(),
      missed: new Set(),
      reading: null,
      isOld: false,
    }
    all.set(name, known)
    return known
  }
  const read = async (name: DocName, known: Known): Promise<void> => {
    try {
      const { readAuthors } = await import('./read-authors.ts')
      for (const [client, device] of await readAuthors(store, name))
        known.devices.set(client, device)
    } catch (fault) {
      console.error(`who wrote ${name} could not be read`, fault)
    }
    known.reading = null
    if (known.isOld) known.missed.clear()
    known.isOld = false
    listeners.tell()
  }
  const look = (name: DocName): Promise<void> => {
    const known = knownOf(name)
    return (known.reading ??= read(name, known))
  }

  return {
    authorOf(name, client) {
      if (client === ownClient(name)) return member
      const known = knownOf(name)
      const device = known.devices.get(client)
      if (device === null) return member
      if (device !== undefined) {
        const person = people.list().find(({ devices }) => devices.includes(device))
        return person?.member ?? `device ${device}`
      }
      if (!known.missed.has(client)) {
        known.missed.add(client)
        void look(name)
      }
      return `client ${client}`
    },
    isLooking: (name) => (all.get(name)?.reading ?? null) !== null,
    look,
    touch(name) {
      const known = all.get(name)
      if (known === undefined) return
      known.isOld = known.reading !== null
      known.missed.clear()
    },
    subscribe: listeners.add,
  }
}
