/** Messages of one socket within a second, by the relay's clock. */
import { limits } from '#shared/protocol/limits.ts'

/** Counts one; answers whether that is too many. */
export type MessageCount = () => boolean

export function createMessageCount(now: () => number): MessageCount {
  let second = 0
  let count = 0
  return () => {
    const current = Math.floor(now() / 1000)
    if (current !== second) count = 0
    second = current
    count += 1
    return count > limits.messagesPerSecond
  }
}
