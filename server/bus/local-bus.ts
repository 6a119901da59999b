/** The Bus inside one process. A listener that throws does not keep the others from hearing. */
import type { Bus, Topic } from './bus.ts'

export function createLocalBus(onFault: (error: unknown) => void = () => undefined): Bus {
  const listeners = new Map<Topic, Set<(bytes: Uint8Array) => void>>()
  return {
    publish(topic, bytes) {
      // A copy: whoever subscribes or leaves while it is told does not disturb the round.
      for (const listen of [...(listeners.get(topic) ?? [])]) {
        try {
          listen(bytes)
        } catch (error) {
          onFault(error)
        }
      }
    },
    subscribe(topic, listen) {
      // A wrapper of its own, so that one function subscribed twice is two subscriptions.
      const mine = (bytes: Uint8Array): void => listen(bytes)
      const heard = listeners.get(topic) ?? new Set()
      listeners.set(topic, heard.add(mine))
      return () => {
        heard.delete(mine)
        if (heard.size === 0 && listeners.get(topic) === heard) listeners.delete(topic)
      }
    },
  }
}
