/**
 * A document for as long as a view shows it: opened with the view, closed with it. Gives the Y.Doc for commands and
 * readers (follow.ts), who else is here, and where its changes are. Left out: reading a brief (shared/documents/readers).
 */
import { createSignal, onCleanup, type Accessor } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Denial } from '#client/replica/channel.ts'
import type { Replica } from '#client/replica/replica.ts'
import type { DocStatus } from '#client/replica/status.ts'
import type { DocName } from '#shared/lib/ids.ts'

export interface LiveDocument {
  readonly name: DocName
  /** Null until what this device has of it is read; never waits for the relay. Another Y.Doc after a rebuild. */
  readonly doc: Accessor<Y.Doc | null>
  readonly awareness: Accessor<Awareness | null>
  readonly canWrite: Accessor<boolean>
  /** Why the relay does not open it here, so that nothing new will come; null while it may. */
  readonly denied: Accessor<Denial | null>
  /** Changes were refused, and the document was built again without them; until none is kept aside any more. */
  readonly rebuilt: Accessor<boolean>
  readonly status: Accessor<DocStatus>
}

export function useDocument(replica: Replica, name: DocName): LiveDocument {
  const open = replica.openDocument(name)
  const [doc, setDoc] = createSignal<Y.Doc | null>(null)
  const [awareness, setAwareness] = createSignal<Awareness | null>(null)
  const [rebuilt, setRebuilt] = createSignal(false)
  const [canWrite, setCanWrite] = createSignal(open.canWrite())
  const [denied, setDenied] = createSignal(open.denied())
  const [status, setStatus] = createSignal(replica.status.of(name), { equals: isSame })
  let gone = false

  const show = (): void => {
    if (gone) return
    setAwareness(open.awareness())
    setDoc(open.doc())
  }
  void open.whenLoaded.then(show)
  const callOffRebuilt = open.onRebuilt(() => {
    show()
    setRebuilt(true)
  })
  const read = (): void => {
    setStatus(replica.status.of(name))
    setCanWrite(open.canWrite())
    setDenied(open.denied())
  }
  const callOffStatus = replica.status.subscribe(read)
  const callOffRights = replica.rights.subscribe(read)
  onCleanup(() => {
    gone = true
    callOffRebuilt()
    callOffStatus()
    callOffRights()
    void open.close()
  })

  const isWithout = (): boolean => rebuilt() && status().refused > 0
  return { name, doc, awareness, canWrite, denied, rebuilt: isWithout, status }
}

const isSame = (a: DocStatus, b: DocStatus): boolean =>
  a.kind === b.kind &&
  a.waiting === b.waiting &&
  a.since === b.since &&
  a.refused === b.refused &&
  a.files === b.files
