/** Who is in which field of the open brief: awareness states as marks for fields. Names come from the people list, never from presence. */
import { createSignal, onCleanup, createEffect, type Accessor } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import { personColor } from '#client/ui/person-color.ts'
import type { PresenceMark } from '#client/ui/presence-ring.tsx'

export interface Peer {
  readonly member: string
  readonly name: string
  /** The field the person is in, such as `title` or `point/<id>`; empty when in none. */
  readonly field: string
}

export interface PresenceWords {
  /** Who is there and not told by name. */
  readonly somebody: string
  readonly editing: (name: string) => string
  readonly writtenHere: string
  readonly writtenBy: (name: string) => string
  readonly writtenElsewhere: string
}

export interface FieldPresence {
  readonly peers: Accessor<readonly Peer[]>
  /** The mark around a field somebody else is in. */
  mark(field: string): PresenceMark | undefined
  /**
   * Who wrote a candidate. A writer is one opening of the brief on one device: known are the present one here and those of
   * colleagues who have it open now; nothing is claimed of any other.
   */
  authorOf(writer: string): string
  enter(field: string): void
  leave(field: string): void
}

export function createFieldPresence(
  awareness: Accessor<Awareness | null>,
  nameOf: (member: string) => string,
  words: () => PresenceWords,
  mayEdit: () => boolean,
): FieldPresence {
  const [peers, setPeers] = createSignal<readonly Peer[]>([])
  createEffect(() => {
    const from = awareness()
    if (from === null) return setPeers([])
    const again = (): void =>
      void setPeers(readPeers(from, (member) => nameOf(member) || words().somebody))
    again()
    from.on('change', again)
    onCleanup(() => from.off('change', again))
  })
  return {
    peers,
    mark(field) {
      const peer = peers().find((one) => one.field === field)
      return peer === undefined
        ? undefined
        : { label: words().editing(peer.name), color: personColor(peer.member) }
    },
    authorOf(writer) {
      const from = awareness()
      if (from === null) return words().writtenElsewhere
      peers()
      const client = Number.parseInt(writer, 36)
      if (client === from.doc.clientID) return words().writtenHere
      const member: unknown = from.getStates().get(client)?.['member']
      const name = typeof member === 'string' ? nameOf(member) : ''
      return name === '' ? words().writtenElsewhere : words().writtenBy(name)
    },
    enter(field) {
      if (mayEdit()) awareness()?.setLocalStateField('field', field)
    },
    leave: (field) => {
      if (awareness()?.getLocalState()?.['field'] === field)
        awareness()?.setLocalStateField('field', '')
    },
  }
}

/** Everyone else, each person once, the one in a field before the one in none. */
function readPeers(awareness: Awareness, nameOf: (member: string) => string): Peer[] {
  const found = new Map<string, Peer>()
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    const member: unknown = state['member']
    const field: unknown = state['field']
    if (typeof member !== 'string') continue
    const at = typeof field === 'string' ? field : ''
    const before = found.get(member)
    if (before === undefined || (before.field === '' && at !== ''))
      found.set(member, { member, name: nameOf(member), field: at })
  }
  return [...found.values()].sort((a, b) => (a.member < b.member ? -1 : 1))
}
