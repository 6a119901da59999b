/**
 * A document's channel on the link, from `open` to `shut`: asks for it when the provider wants a socket and the link is
 * ready, stores what comes before anybody sees it, then hands it on. Order in is order out.
 */
import type { DocName } from '#shared/lib/ids.ts'
import type { Denied, Opened } from '#shared/protocol/control.ts'
import type { DocumentRefusal } from '#shared/protocol/refusals.ts'
import { bytesFrame, jsonFrame, onChannel, toRelay } from '#shared/protocol/frames.ts'
import type { Link } from './link.ts'
import type { ChannelMessage } from './messages.ts'
import { ownPresence } from './presence.ts'
import type { Rights } from './rights.ts'
import type { Status } from './status.ts'
import type { RemoteItem, Store } from './store.ts'
import type { VirtualEnd, VirtualOwner } from './virtual-socket.ts'

/** Why the relay does not open a document here; `client-taken` heals by itself. */
export type Denial = Exclude<DocumentRefusal, 'client-taken'>

export interface ChannelParts {
  readonly store: Store
  readonly link: Link
  readonly rights: Pick<Rights, 'mayWrite'>
  readonly status: Status
  client(): number
  newClient(): void
  catchUp(): Promise<void>
  apply(bytes: Uint8Array): void
  received(name: DocName, at: number): void
  missing(name: DocName): void
  /** From now on its rows arrive by themselves. */
  live(): void
}

export interface Channel {
  readonly owner: VirtualOwner
  number(): number | null
  /** Rows arrive by themselves: the feed need not pull them. */
  isLive(): boolean
  /** Null unless the relay's last answer to `open` was no. Asked again on the next socket and after an acknowledgement. */
  denied(): Denial | null
  canWrite(): boolean
  setCanWrite(may: boolean): void
  /** The link is ready for documents, or a row of this one was just acknowledged: ask if not yet asked. */
  ask(): void
  forgetAsking(): void
  onOpened(opened: Opened): void
  onDenied(denied: Denied): void
  receive(message: ChannelMessage): void
  lose(): void
  close(): void
}

export function createChannel(name: DocName, parts: ChannelParts): Channel {
  const { store, link, rights, status } = parts
  let end: VirtualEnd | null = null
  let phase: 'none' | 'asking' | 'open' | 'live' | 'denied' = 'none'
  let number: number | null = null
  let denial: Denial | null = null
  let may: boolean | null = null
  let arrived: ChannelMessage[] = []
  let working = false

  const ask = (): void => {
    if (
      end === null ||
      phase === 'asking' ||
      phase === 'open' ||
      phase === 'live' ||
      link.state() !== 'ready'
    )
      return
    phase = 'asking'
    open(link.generation()).catch((fault: unknown) =>
      console.error(`${name} could not be read to open it`, fault),
    )
  }

  const open = async (generation: number): Promise<void> => {
    await parts.catchUp()
    const head = await store.head(name)
    if (generation !== link.generation() || phase !== 'asking') return
    const after = head !== null && head.epoch === link.welcome()?.epoch ? head.seq : 0
    link.send(jsonFrame(toRelay.open, { doc: name, client: parts.client(), after }), true)
  }

  const lose = (): void => {
    phase = 'none'
    number = null
    arrived = []
    const lost = end
    end = null
    lost?.close(1006)
  }

  const deny = (why: Denial | null): void => {
    if (denial === why) return
    denial = why
    status.changed()
  }

  const work = async (): Promise<void> => {
    if (working) return
    working = true
    try {
      while (arrived.length > 0) await handOn(arrived.splice(0))
    } finally {
      working = false
    }
  }

  const handOn = async (messages: readonly ChannelMessage[]): Promise<void> => {
    const items: RemoteItem[] = []
    let at = 0
    for (const message of messages) {
      if (message.kind === 'row') {
        items.push(message.row)
        at = Math.max(at, message.row.at)
      }
      if (message.kind === 'snapshot') items.push(message.snapshot)
    }
    const epoch = link.welcome()?.epoch
    if (items.length > 0 && epoch !== undefined) await keep(items, epoch)
    for (const message of messages) show(message)
    if (items.length > 0) parts.received(name, at)
    if (store.hasHole(name)) parts.missing(name)
  }

  const keep = async (items: readonly RemoteItem[], epoch: string): Promise<void> => {
    try {
      await store.remote(name, items, { epoch })
    } catch (fault) {
      // Seen now, fetched again later: the head has not moved.
      console.error('rows could not be written to this device', fault)
      status.noteStorage('failing')
    }
  }

  const show = (message: ChannelMessage): void => {
    if (message.kind === 'row' || message.kind === 'snapshot') {
      const bytes = message.kind === 'row' ? message.row.bytes : message.snapshot.bytes
      if (end === null) parts.apply(bytes)
      else end.deliverUpdate(bytes)
    }
    if (message.kind === 'presence') end?.deliverPresence(message.bytes)
    if (message.kind === 'channel-ready' && phase === 'open') {
      phase = 'live'
      status.note(name, { heard: true })
      parts.live()
      end?.open()
      end?.deliverSynced()
    }
    if (message.kind === 'shut') lose()
  }

  return {
    owner: {
      created(made) {
        end = made
        ask()
      },
      presence(bytes) {
        const own = ownPresence(bytes, parts.client())
        if (own !== null && number !== null)
          link.send(bytesFrame(number, onChannel.presence, own), false)
      },
      released(gone) {
        if (end !== gone) return
        end = null
        if (number !== null) link.send(jsonFrame(toRelay.close, { channel: number }), false)
        number = null
        phase = 'none'
      },
    },
    number: () => number,
    isLive: () => phase === 'live',
    denied: () => denial,
    canWrite: () => link.mayWrite() && may !== false && rights.mayWrite(name),
    setCanWrite: (now) => void (may = now),
    ask,
    forgetAsking() {
      if (phase === 'asking') phase = 'none'
    },
    onOpened(opened) {
      // Said again on an open channel: what may be done here has changed.
      const isOpen = number === opened.channel && (phase === 'open' || phase === 'live')
      if (phase !== 'asking' && !isOpen) return
      if (!isOpen) phase = 'open'
      number = opened.channel
      const isOther = may !== opened.canWrite
      may = opened.canWrite
      deny(null)
      if (isOther) status.changed()
      const epoch = link.welcome()?.epoch
      if (epoch !== undefined) {
        store
          .remote(name, [], { epoch, canWrite: opened.canWrite, authors: opened.authors })
          .catch((fault: unknown) => console.error(fault))
      }
    },
    onDenied({ code }) {
      if (phase !== 'asking') return
      phase = 'denied'
      if (code !== 'client-taken') return deny(code)
      parts.newClient()
      ask()
    },
    receive(message) {
      arrived.push(message)
      work().catch((fault: unknown) => console.error(`a row of ${name} could not be shown`, fault))
    },
    lose,
    close() {
      if (number !== null) link.send(jsonFrame(toRelay.close, { channel: number }), false)
      lose()
    },
  }
}
