/**
 * How much of the workspace this device keeps, put together: the room, what belongs into it, and when what does not is let
 * go. Loaded after the first screen, which needs none of it; until then everything is wanted.
 */
import type { DeskNotes } from './desk.ts'
import { fileRoomOf } from './files/file-room.ts'
import type { Index } from './index-rows.ts'
import { tally, type Kept } from './kept.ts'
import type { LettingGoParts } from './letting-go.ts'
import { readRoom, rooms, usualRoom, type Room } from './room.ts'
import type { Status } from './status.ts'
import type { Head } from './store.ts'
import { createTidying } from './tidying.ts'
import { createWants, type Wants } from './wants.ts'

/** A person's view of it; changes are told by the pins' `subscribe`. */
export interface RoomCalls {
  now(): Room
  choose(room: Room): void
  /** Bytes that files may take beside documents. */
  fileRoom(): number
  kept(): Promise<Kept>
}

export interface Keeping extends Pick<Wants, 'has'> {
  /** The list, the desk or the room changed. */
  changed(): void
  readonly room: RoomCalls
  stop(): void
}

export interface KeepingParts extends Omit<LettingGoParts, 'wants' | 'room' | 'listed'> {
  readonly desk: DeskNotes
  readonly index: Index<unknown>
  readonly status: Status
  readonly heads: readonly Head[]
  isOpen: Parameters<typeof createWants>[3]
  /** Other documents may be wanted than before. */
  chosen(): void
}

export function createKeeping(parts: KeepingParts): Keeping {
  const { environment, store, desk, index, status } = parts
  let usual: Room = rooms.desk
  const room = (): Room => readRoom(desk.setting('room')) ?? usual
  const wants = createWants(index, desk, status, parts.isOpen, room)
  const tidying = createTidying(environment, { ...parts, wants, room, listed: index.list })
  const changed = (): void => {
    wants.choose(environment.now())
    parts.chosen()
    tidying.touch()
  }
  wants.weigh(parts.heads)
  environment
    .surroundings?.()
    .then((here) => {
      usual = usualRoom(here)
      changed()
    })
    .catch((fault: unknown) => console.error('the size of this device is not known', fault))
  return {
    has: wants.has,
    changed,
    room: {
      now: room,
      fileRoom: () => fileRoomOf(room()),
      choose: (chosen) => desk.set('room', { ...chosen }),
      async kept() {
        const heads = await store.heads()
        wants.weigh(heads)
        return tally(index.list(), heads, wants.judge(environment.now()))
      },
    },
    stop: tidying.stop,
  }
}
