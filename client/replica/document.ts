/**
 * One document while somebody looks at it: a Y.Doc filled from the store, local changes gathered into the outbox, and the
 * stock WebsocketProvider over a virtual socket for live rows and presence. Left out: pushing (outbox.ts), closed
 * documents (feed.ts), counting who has it open (documents.ts).
 */
import * as Y from 'yjs'
import { removeAwarenessStates, type Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type { DocName, MemberId } from '#shared/lib/ids.ts'
import { createChannel, type Channel } from './channel.ts'
import type { DeviceEnvironment } from './environment.ts'
import { createGather, type Gather } from './gather.ts'
import type { Link } from './link.ts'
import { createListeners } from './listeners.ts'
import type { ChannelMessage } from './messages.ts'
import { saidBy } from './notes.ts'
import { colourOf } from './presence.ts'
import type { Rights } from './rights.ts'
import type { Status } from './status.ts'
import type { IndexRow, OutRow, Store, Waiting } from './store.ts'
import { onlyDeletes } from './updates.ts'
import { virtualSocketFor } from './virtual-socket.ts'

/** Origins of changes that did not begin here: never written or pushed again. */
export const fromStore = 'store'
export const fromTab = 'tab'

export interface DocumentParts {
  readonly environment: DeviceEnvironment
  readonly store: Store
  readonly link: Link
  readonly rights: Pick<Rights, 'mayWrite'>
  readonly status: Status
  readonly member: MemberId
  summarise(name: DocName, doc: Y.Doc, at: number): IndexRow
  /** An edit is on the device. */
  edited(row: OutRow, waiting: Waiting, index: IndexRow | null): void
  /** Put down as the page may end. */
  left(name: DocName): void
  /** Others' rows are on the device. `at`: the relay's receipt time of the newest, ms. */
  received(name: DocName, at: number): void
  /** A row is missing on the channel. */
  missing(name: DocName): void
  /** Some document's rows arrive by themselves from now on: fewer are to be fetched. */
  live(): void
}

export interface ShownDocument {
  readonly name: DocName
  doc(): Y.Doc
  /** All of it, as this page has it. */
  encoded(): Uint8Array
  awareness(): Awareness
  readonly whenLoaded: Promise<void>
  /** Until then the Y.Doc says less than the disk. */
  isLoaded(): boolean
  /** True when everything done so far is on the device. */
  whenStored(): Promise<boolean>
  unstored(): Uint8Array | null
  onRebuilt(listener: (doc: Y.Doc) => void): () => void
  readonly channel: Channel
  onChannelMessage(message: ChannelMessage): void
  /** Takes up what another tab or a pull has stored. */
  catchUp(origin: string): Promise<void>
  /** Starts over from the store once `takeOut` removed something from it; edits made meanwhile go through `takeOut`, too. */
  rebuild(takeOut: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

export function createShownDocument(name: DocName, parts: DocumentParts): ShownDocument {
  const { environment, store, link, status } = parts
  const rebuilt = createListeners<Y.Doc>()
  let doc = new Y.Doc()
  let provider: WebsocketProvider
  let lastKey = 0
  let loaded = false
  let closed = false

  const gather: Gather = createGather(
    environment,
    {
      async write(bytes, note, at, left) {
        const index = parts.summarise(name, doc, at)
        const { row, waiting } = await store.edit(name, { bytes, note, at, index, left })
        parts.edited(row, waiting, index)
      },
      leave(bytes, note, at) {
        // What this edit rests on may have gone with the disk, unsent: this page alone has it.
        const all = status.storage() === 'lost' ? Y.encodeStateAsUpdate(doc) : bytes
        const left = store.leave(name, { bytes: all, note, at })
        parts.left(name)
        return left
      },
    },
    (gathering) => {
      status.note(name, { gathering })
      if (gathering === 'failing') status.noteStorage('failing')
      else if (status.storage() === 'failing') status.noteStorage('ok')
    },
  )

  const onUpdate = (
    bytes: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    if (origin === provider || origin === fromStore || origin === fromTab) return
    // Yjs tidies formatting by itself after others' changes; without the right to write that is nobody's edit.
    if (!channel.canWrite() && onlyDeletes(bytes)) return
    gather.add(bytes, saidBy(transaction))
  }

  const catchUp = async (origin: string): Promise<void> => {
    const into = doc
    const { updates, head, lastKey: newest } = await store.load(name, lastKey)
    if (into !== doc || closed) return
    lastKey = Math.max(lastKey, newest)
    if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates([...updates]), origin)
    if (head !== null) {
      channel.setCanWrite(head.canWrite)
      status.note(name, { heard: true })
    }
  }

  const channel = createChannel(name, {
    ...parts,
    client: () => doc.clientID,
    // Nothing was written under the refused number yet, or the relay will say so row by row.
    newClient() {
      doc.clientID = new Y.Doc().clientID
      alignPresence()
    },
    catchUp: () => catchUp(fromStore),
    apply: (bytes) => Y.applyUpdate(doc, bytes, fromStore),
  })

  const presence = () => ({ member: parts.member, colour: colourOf(parts.member) })

  /** The provider takes the document's id for the presence's; Yjs changes the former when it meets it in others' rows. */
  const alignPresence = (): void => {
    const { awareness } = provider
    if (awareness.clientID === doc.clientID) return
    const state = awareness.getLocalState()
    removeAwarenessStates(awareness, [awareness.clientID], 'renamed')
    awareness.clientID = doc.clientID
    // Others pass over a first state: its clock is the 0 they assume of somebody unknown.
    awareness.setLocalState({})
    awareness.setLocalState(state)
  }

  const attach = (): void => {
    doc.on('update', onUpdate)
    doc.on('afterTransactionCleanup', alignPresence)
    provider = new WebsocketProvider(environment.relay.origin, name, doc, {
      WebSocketPolyfill: virtualSocketFor(channel.owner),
      disableBc: true,
      connect: false,
    })
    provider.awareness.setLocalState(presence())
  }
  const detach = (): void => {
    doc.off('update', onUpdate)
    doc.off('afterTransactionCleanup', alignPresence)
    provider.destroy()
    doc.destroy()
  }

  attach()
  const whenLoaded = catchUp(fromStore).then(() => {
    loaded = true
    if (!closed) provider.connect()
  })
  // The provider's watch looks at its own clock; every frame of the real socket shows that the relay is there.
  const callOffFrames = link.onFrame(() => (provider.wsLastMessageReceived = Date.now()))
  const callOffState = link.onState((state) => {
    if (state !== 'ready') channel.lose()
  })
  const callOffHide = environment.onHide(() => gather.leave())

  return {
    name,
    doc: () => doc,
    encoded: () => Y.encodeStateAsUpdate(doc),
    awareness: () => provider.awareness,
    whenLoaded,
    isLoaded: () => loaded,
    whenStored: () => gather.flush(),
    unstored: () => gather.unstored(),
    onRebuilt: rebuilt.add,
    channel,
    onChannelMessage: channel.receive,
    catchUp,
    async rebuild(takeOut) {
      for (;;) {
        const stored = await gather.flush()
        await takeOut()
        const { updates, lastKey: newest } = await store.load(name)
        if (gather.state() === 'saving' && stored) continue
        if (closed) return
        channel.lose()
        detach()
        doc = new Y.Doc()
        attach()
        lastKey = newest
        const inMemory = gather.unstored()
        const whole = [...updates, ...(inMemory === null ? [] : [inMemory])]
        if (whole.length > 0) Y.applyUpdate(doc, Y.mergeUpdates(whole), fromStore)
        provider.connect()
        rebuilt.tell(doc)
        return
      }
    },
    async close() {
      await gather.flush()
      closed = true
      gather.stop()
      callOffFrames()
      callOffState()
      callOffHide()
      detach()
      channel.close()
    },
  }
}
