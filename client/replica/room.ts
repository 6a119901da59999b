/**
 * How much of the workspace this device keeps: at most so many documents and so many bytes, whichever is reached first.
 * A person chooses one of a few sizes; until then the device decides by its pointer and its disk.
 */
import * as z from 'zod/mini'

export interface Room {
  readonly documents: number
  readonly bytes: number
}

const megabyte = 1_000_000

/** DESIGN: up to 2,000 documents or 200 MB on desktops. */
export const rooms = {
  least: { documents: 100, bytes: 20 * megabyte },
  phone: { documents: 500, bytes: 100 * megabyte },
  desk: { documents: 2_000, bytes: 200 * megabyte },
  most: { documents: 10_000, bytes: 1_000 * megabyte },
} as const satisfies Record<string, Room>

/** Less than this for the whole address is no desk's disk. */
const smallQuota = 2_000 * megabyte

export interface Surroundings {
  /** Fingers, not a mouse. */
  readonly isCoarse: boolean
  /** Bytes the browser would give this address; null: it does not say. */
  readonly quota: number | null
}

export function usualRoom({ isCoarse, quota }: Surroundings): Room {
  return isCoarse || (quota !== null && quota < smallQuota) ? rooms.phone : rooms.desk
}

const roomSchema = z.object({
  documents: z.int().check(z.positive()),
  bytes: z.number().check(z.positive()),
})

/** As the desk keeps it; null: nothing readable was chosen. */
export function readRoom(value: unknown): Room | null {
  const read = z.safeParse(roomSchema, value)
  return read.success ? read.data : null
}
