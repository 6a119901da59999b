/**
 * Which documents belong on this device now, chosen anew when the list, the desk or the room changes. What each takes is
 * known from the heads as they were last read. Left out: fetching (pulling.ts) and letting go (letting-go.ts).
 */
import { briefBeside, kindOf, subjectOf } from '#shared/lib/document-kinds.ts'
import type { DocName } from '#shared/lib/ids.ts'
import type { DeskNotes } from './desk.ts'
import type { Index } from './index-rows.ts'
import { wantedHere, type Reason } from './reasons.ts'
import type { Room } from './room.ts'
import type { Status } from './status.ts'
import type { Head } from './store.ts'

export const isBrief = (name: DocName): boolean => name.startsWith('brief-')
const isTask = (name: DocName): boolean => name.startsWith('task-')
const isAlwaysHere = (name: DocName): boolean => !isBrief(name) && !isTask(name)
export type Wanted = ReadonlyMap<DocName, Reason | 'newest'>

export interface Wants {
  has(doc: DocName): boolean
  choose(now: number): void
  /** Null while there is room for all. */
  chosen(): Wanted | null
  judge(now: number): Wanted
  /** Heads as they are on the disk now. */
  weigh(heads: readonly Head[]): void
}

export function createWants(
  index: Pick<Index<unknown>, 'list' | 'has' | 'isHere'>,
  desk: Pick<DeskNotes, 'isPinned' | 'openedAt'>,
  status: Pick<Status, 'of'>,
  isOpen: (doc: DocName) => boolean,
  room: () => Room,
): Wants {
  let wanted: Wanted | null = null
  let weights: ReadonlyMap<DocName, number | null> = new Map()
  let total = 0

  /** A talk, and a brief's costs, stay with what they are about, for the same reasons. */
  const about = (name: DocName): DocName => {
    const kind = kindOf(name)
    if (kind === 'costs') return briefBeside(name)
    return kind === 'talk' ? subjectOf(name, (other) => index.has(other)) : name
  }
  /** Room is told in briefs: a team's profiles and settings stay whatever there is, and take none of it from them. */
  const roomForAll = (): Room => {
    const beside = index.list().filter(({ name }) => isAlwaysHere(about(name))).length
    const { documents, ...rest } = room()
    return { ...rest, documents: documents + beside }
  }
  const judge = (now: number): Wanted => {
    const facts = index.list().map(({ name, changedAt }) => ({
      name,
      isSmall: isTask(about(name)),
      changedAt,
      isOpen: isOpen(name),
      isWaiting: status.of(name).waiting + status.of(name).refused > 0,
      // Of a workspace's other documents there are few, and every screen may need them.
      isPinned: desk.isPinned(about(name)) || isAlwaysHere(about(name)),
      openedAt: desk.openedAt(about(name)),
      bytes: weights.get(name) ?? null,
    }))
    return wantedHere(facts, now, roomForAll())
  }
  return {
    // Without a card nothing else would show that it exists; and what is here is kept up with while it is.
    has: (doc) => wanted === null || wanted.has(doc) || !index.has(doc) || index.isHere(doc),
    choose(now) {
      const { documents, bytes } = roomForAll()
      const counted = index.list().filter(({ name }) => !isTask(about(name))).length
      wanted = counted <= documents && total <= bytes ? null : judge(now)
    },
    chosen: () => wanted,
    judge,
    weigh(heads) {
      // Of what was announced only, and never here, nothing is known.
      weights = new Map(heads.map(({ doc, bytes, took }) => [doc, bytes > 0 ? bytes : took]))
      total = [...weights.values()].reduce<number>((sum, bytes) => sum + (bytes ?? 0), 0)
    },
  }
}
