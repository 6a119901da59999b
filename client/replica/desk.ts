/**
 * This person's desk: one private document of this device, always open, never sent. It knows what was opened when, what is
 * pinned and how much is kept here; what else stands on it is its owners' (talk-desk.ts, desk-quiet.ts, desk-visits.ts). Losing it loses no work, so
 * y-indexeddb may keep it, which cannot say when a write has finished and reads only at its start: the desks of several
 * tabs meet over the tabs' line.
 */
import * as Y from 'yjs'
import type { DocName, WorkspaceId } from '#shared/lib/ids.ts'
import { createMappings, type Mappings } from './desk-mappings.ts'
import { createSavedViews, type SavedViews } from './desk-views.ts'
import { createListeners } from './listeners.ts'
import type { DeskMessage } from './tab-messages.ts'

/** Documents whose opening is remembered. */
const recentsKept = 500

/** What is kept under `settings`: the room's size, a draft of the team's SOP, and questions a person wants to be asked no more. */
export type DeskSetting = 'room' | 'sop-draft' | Dismissible
export type Dismissible = 'second-owner' | 'demo'

/** The part that can be asked before the desk is there. */
export const deskName = (workspace: WorkspaceId): string => `asterism:desk:${workspace}`

export interface DeskNotes {
  openedAt(doc: DocName): number | null
  noteOpened(doc: DocName, now: number): void
  isPinned(doc: DocName): boolean
  pin(doc: DocName, on: boolean): void
  pins(): DocName[]
  /** What a person chose under a name, as it was kept. */
  setting(name: DeskSetting): unknown
  set(name: DeskSetting, value: unknown): void
  /** What a person said of the columns of a list with these headings, as it was kept. */
  readonly mappings: Mappings
  /** Looks at the tasks with a name of this person's own. */
  readonly views: SavedViews
  /** Another tab's message. */
  heard(message: DeskMessage): void
  /** What was opened, pinned or chosen has changed. */
  subscribe(listener: () => void): () => void
  close(): Promise<void>
}

export interface Desk extends DeskNotes {
  /** What was kept is here; never fails. */
  readonly whenKept: Promise<void>
  map(name: 'seen' | 'drafts' | 'steps' | 'quiet' | 'visits' | 'left'): Y.Map<unknown>
}

/** Keeps a Y.Doc in the browser under a name; `synced` once what was kept is in it. */
export type KeepDesk = (
  name: string,
  doc: Y.Doc,
) => { synced: Promise<unknown>; destroy(): unknown }

const fromTab = 'tab'

/** Without `keep` the desk lasts as long as the page. Does not wait for what was kept: it comes in as a change. */
export function createDesk(
  name: string,
  keep: KeepDesk | undefined,
  post: (message: DeskMessage) => unknown,
): Desk {
  const doc = new Y.Doc()
  const kept = keep?.(name, doc)
  const whenKept = Promise.resolve(kept?.synced).then(
    () => undefined,
    (fault: unknown) => console.error('the desk could not be read', fault),
  )
  const recents = doc.getMap<unknown>('recents')
  const pins = doc.getMap<unknown>('pins')
  const settings = doc.getMap<unknown>('settings')
  const mappings = createMappings(doc)
  const views = createSavedViews(doc)
  const changed = createListeners<void>()
  doc.on(
    'update',
    (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) post({ desk: update })
    },
  )
  for (const map of [recents, pins, settings]) map.observe(() => changed.tell())
  post({ deskSoFar: Y.encodeStateVector(doc) })

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
    setting: (name) => settings.get(name),
    set: (name, value) => void settings.set(name, value),
    mappings,
    views,
    heard({ desk, deskSoFar }) {
      if (desk !== undefined) Y.applyUpdate(doc, desk, fromTab)
      if (deskSoFar !== undefined) post({ desk: Y.encodeStateAsUpdate(doc, deskSoFar) })
    },
    subscribe: (listener) => changed.add(listener),
    whenKept,
    map: (name) => doc.getMap(name),
    async close() {
      await kept?.destroy()
      doc.destroy()
    },
  }
}
