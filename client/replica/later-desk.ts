/**
 * The desk before it is there: its code comes after the first screen, and what it kept comes in as a change anyway. What is
 * noted meanwhile is noted once it is there.
 */
import type { WorkspaceId } from '#shared/lib/ids.ts'
import type { Desk, DeskNotes } from './desk.ts'
import type { DeviceEnvironment } from './environment.ts'
import { createListeners } from './listeners.ts'
import type { Store } from './store.ts'
import type { DeskMessage } from './tab-messages.ts'

export interface LaterDesk extends DeskNotes {
  /** Null when it is missing until the app is opened again. */
  readonly arrived: Promise<Desk | null>
  /** The first screen has what it shows: Yjs, which comes with the desk, would be run before the list is. */
  begin(): void
}

export function laterDesk(
  environment: Pick<DeviceEnvironment, 'keepDesk'>,
  { kind }: Pick<Store, 'kind'>,
  workspace: WorkspaceId,
  post: (message: DeskMessage) => void,
): LaterDesk {
  // Where the browser gives no storage y-indexeddb would only fail, and say so to nobody.
  const keep = kind === 'memory' ? undefined : environment.keepDesk
  let begin = (): void => undefined
  const coming = new Promise<void>((resolve) => void (begin = resolve))
    .then(() => import('./desk.ts'))
    .then(({ createDesk, deskName }) => createDesk(deskName(workspace), keep, post))
  const changed = createListeners<void>()
  const viewsChanged = createListeners<void>()
  let desk: Desk | null = null
  const once = (act: (desk: Desk) => void): void => {
    if (desk !== null) act(desk)
    else void arrived.then((there) => there !== null && act(there))
  }
  const arrived = coming.then(
    (there) => {
      desk = there
      there.subscribe(() => changed.tell())
      there.views.subscribe(() => viewsChanged.tell())
      changed.tell()
      viewsChanged.tell()
      return there
    },
    (fault: unknown) => {
      console.error('the desk is missing until the app is opened again', fault)
      return null
    },
  )
  return {
    arrived,
    begin,
    openedAt: (doc) => desk?.openedAt(doc) ?? null,
    noteOpened: (doc, now) => once((there) => there.noteOpened(doc, now)),
    isPinned: (doc) => desk?.isPinned(doc) ?? false,
    pin: (doc, on) => once((there) => there.pin(doc, on)),
    pins: () => desk?.pins() ?? [],
    setting: (name) => desk?.setting(name),
    set: (name, value) => once((there) => there.set(name, value)),
    mappings: {
      get: (headings) => desk?.mappings.get(headings),
      keep: (headings, uses) => once((there) => there.mappings.keep(headings, uses)),
    },
    views: {
      list: () => desk?.views.list() ?? [],
      save: (view) => desk?.views.save(view) ?? false,
      remove: (id) => once((there) => there.views.remove(id)),
      subscribe: (listener) => viewsChanged.add(listener),
    },
    heard: (message) => once((there) => there.heard(message)),
    subscribe: (listener) => changed.add(listener),
    close: async () => (await arrived)?.close(),
  }
}
