/**
 * This person's desk: one private document of this device, always open, never sent. It knows what was opened when and
 * what is pinned. Losing it loses no work, so y-indexeddb may keep it, which cannot say when a write has finished.
 */
import * as Y from 'yjs'
import type { DocName } from '#shared/lib/ids.ts'
import { createListeners } from './listeners.ts'

/** Documents whose opening is remembered. */
const recentsKept = 500

export interface Desk {
  openedAt(doc: DocName): number | null
  noteOpened(doc: DocName, now: number): void
  isPinned(doc: DocName): boolean
  pin(doc: DocName, on: boolean): void
  pins(): DocName[]
  subscribe(listener: () => void): () => void
  close(): Promise<void>
}

/** Keeps a Y.Doc in the browser under a name; `synced` once what was kept is in it. */
export type KeepDesk = (
  name: string,
  doc: Y.Doc,
) => { synced: Promise<unknown>; destroy(): unknown }

/** Without `keep` the desk lasts as long as the page. Does not wait for what was kept: it comes in as a change. */
export function createDesk(name: string, keep: KeepDesk | undefined): Desk {
  const doc = new Y.Doc()
  const kept = keep?.(name, doc)
  kept?.synced.catch((fault: unknown) => console.error('the desk could not be read', fault))
  const recents = doc.getMap<unknown>('recents')
  const pins = doc.getMap<unknown>('pins')
  const changed = createListeners<void>()
  doc.on('update', () => changed.tell())

  const openedAt = (name: DocName): number | null => {
    const at = recents.get(name)
    return typeof at === 'number' ? at : null
  }
  return {
    openedAt,
    noteOpened(name, now) {
      doc.transact(() => {
        recents.set(name, now)
        if (recents.size <= recentsKept) return
        const oldest = [...recents].sort(([, a], [, b]) => Number(a) - Number(b))
        for (const [old] of oldest.slice(0, recents.size - recentsKept)) recents.delete(old)
      })
    },
    isPinned: (name) => pins.get(name) === true,
    pin(name, on) {
      if (on) pins.set(name, true)
      else pins.delete(name)
    },
    pins: () => [...pins.keys()].filter((name): name is DocName => pins.get(name) === true),
    subscribe: (listener) => changed.add(listener),
    async close() {
      await kept?.destroy()
      doc.destroy()
    },
  }
}
