/**
 * The comparing of copies as a tab has it from its start: its code comes with the first work for it (comparing.ts), and what
 * was read again is told until somebody has seen it.
 */
import * as z from 'zod/mini'
import type { DocName } from '#shared/lib/ids.ts'
import { docNameSchema } from '#shared/protocol/names.ts'
import type { Comparing, ComparingParts } from './comparing.ts'
import type { RelayMessage } from './messages.ts'
import { keptNote } from './store.ts'

export interface ComparingLater {
  compare(doc: DocName): Promise<void>
  receive(message: RelayMessage): void
  /** Reads from the disk what nobody has seen yet. */
  note(): Promise<void>
  /** A person was told. */
  see(): Promise<void>
}

export interface ComparingLaterParts extends Omit<ComparingParts, 'hashContent'> {
  leads(): boolean
}

export function createComparingLater(parts: ComparingLaterParts): ComparingLater {
  const { store, status } = parts
  let starting: Promise<Comparing> | null = null
  const start = async (): Promise<Comparing> => {
    const [{ createComparing }, { createHashContent }] = await Promise.all([
      import('./comparing.ts'),
      import('./hash-content.ts'),
    ])
    return createComparing({ ...parts, hashContent: createHashContent() })
  }
  const comparing = (): Promise<Comparing> => (starting ??= start())
  const doubt = async (name: DocName): Promise<void> => {
    if ((await store.head(name)) !== null) (await comparing()).doubt(name)
  }
  return {
    compare: async (doc) => (await comparing()).compare(doc),
    receive(message) {
      if (message.kind !== 'differs' || !parts.leads()) return
      const name = z.safeParse(docNameSchema, message.differs.doc)
      if (name.success) doubt(name.data).catch((fault: unknown) => console.error(fault))
    },
    async note() {
      const kept = await store.getNote(keptNote)
      if (kept !== undefined) status.noteReread((await import('./kept-copies.ts')).unseen(kept))
    },
    async see() {
      await (await import('./kept-copies.ts')).seeKept(store)
      status.noteReread([])
    },
  }
}
