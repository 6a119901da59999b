/**
 * Which of a device's push numbers may have been stored before, so that the Log is asked only then: those up to the
 * highest it knows (read once per device after a start), and every one of a device whose commit failed. Also those
 * under way.
 */
import type { Pusher } from './turn.ts'

export interface UnderWay {
  readonly bytes: Uint8Array
  /** Everybody who waits for this number: the first pusher, and those who repeated it meanwhile. */
  readonly pushers: Pusher[]
}

export interface PushNumbers {
  /** `newest`: the Log has not said yet which of the device's numbers is the highest. `number`: whether it knows `n`. */
  mustAsk(device: number, n: number): 'newest' | 'number' | null
  /** The Log's highest number of the device. */
  newestIs(device: number, n: number): void
  /** The Log did not know `n`, or it is plainly new. */
  isNew(device: number, n: number): void
  /** A commit with this device's rows failed. */
  doubt(device: number): void
  /**
   * `first`: under way from now on. `repeat`: it was already, and hears the same answer. `other`: another push has the
   * number, of a database that was deleted, say, while its last frames were still on their way.
   */
  begin(device: number, n: number, bytes: Uint8Array, pusher: Pusher): 'first' | 'repeat' | 'other'
  end(device: number, n: number): readonly Pusher[]
}

interface DeviceNumbers {
  highest: number
  isRead: boolean
  doubtful: boolean
  readonly underWay: Map<number, UnderWay>
}

export function createPushNumbers(): PushNumbers {
  const devices = new Map<number, DeviceNumbers>()
  const of = (device: number): DeviceNumbers => {
    const known = devices.get(device)
    if (known !== undefined) return known
    const made = {
      highest: -1,
      isRead: false,
      doubtful: false,
      underWay: new Map<number, UnderWay>(),
    }
    devices.set(device, made)
    return made
  }
  return {
    mustAsk(device, n) {
      const { highest, isRead, doubtful } = of(device)
      if (!isRead) return 'newest'
      return doubtful || n <= highest ? 'number' : null
    },
    newestIs(device, n) {
      const numbers = of(device)
      numbers.highest = Math.max(numbers.highest, n)
      numbers.isRead = true
    },
    isNew(device, n) {
      const numbers = of(device)
      numbers.highest = Math.max(numbers.highest, n)
    },
    doubt(device) {
      of(device).doubtful = true
    },
    begin(device, n, bytes, pusher) {
      const { underWay } = of(device)
      const known = underWay.get(n)
      if (known === undefined) {
        underWay.set(n, { bytes, pushers: [pusher] })
        return 'first'
      }
      if (Buffer.compare(known.bytes, bytes) !== 0) return 'other'
      known.pushers.push(pusher)
      return 'repeat'
    },
    end(device, n) {
      const { underWay } = of(device)
      const pushers = underWay.get(n)?.pushers ?? []
      underWay.delete(n)
      return pushers
    },
  }
}
