/** Pushes updates as fast as the socket takes them, in order. */
import type { Link } from '../wires/wire.ts'

const AT_ONCE = 200

/** `ready` may hold the next ones back (a window of what is not yet acknowledged). */
export async function pushAll(
  link: Link,
  updates: readonly Uint8Array[],
  ready?: () => Promise<void>,
): Promise<void> {
  for (let at = 0; at < updates.length; at += AT_ONCE) {
    for (const update of updates.slice(at, at + AT_ONCE)) link.push(update)
    if (!link.flush()) await link.drained()
    await new Promise((resolve) => setImmediate(resolve))
    await ready?.()
  }
}
