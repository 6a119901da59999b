/** The room of this device before its code is there, which comes after the first screen: until then everything is wanted. */
import type { DocName } from '#shared/lib/ids.ts'
import type { Keeping, KeepingParts, RoomCalls } from './keeping.ts'

export interface KeepingLater {
  has(doc: DocName): boolean
  changed(): void
  room(): Promise<RoomCalls>
  stop(): void
}

/** `parts` once what the disk is asked first has been read. */
export function createKeepingLater(parts: () => Promise<KeepingParts>): KeepingLater {
  let keeping: Keeping | null = null
  let stopped = false
  const make = async (): Promise<Keeping> => {
    const [{ createKeeping }, given] = await Promise.all([import('./keeping.ts'), parts()])
    const made = createKeeping(given)
    if (stopped) made.stop()
    keeping = made
    made.changed()
    return made
  }
  const kept = make()
  kept.catch((fault: unknown) => console.error('this device does not look at its room', fault))
  return {
    has: (doc) => keeping?.has(doc) ?? true,
    changed: () => keeping?.changed(),
    room: () => kept.then(({ room }) => room),
    stop() {
      stopped = true
      keeping?.stop()
    },
  }
}
