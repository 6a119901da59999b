/** Which events this person does not want to be told of, kept on this device alone (docs/decisions.md, 32). */
import type { Desk } from './desk.ts'

export interface QuietEvents {
  /** Turned off; also names of which this app knows nothing. */
  off(): ReadonlySet<string>
  turn(event: string, on: boolean): void
  subscribe(listener: () => void): () => void
}

export function createQuietEvents(desk: Pick<Desk, 'map'>): QuietEvents {
  const map = desk.map('quiet')
  return {
    off: () => new Set([...map].flatMap(([event, value]) => (value === true ? [event] : []))),
    turn(event, on) {
      if (!on) map.set(event, true)
      else if (map.has(event)) map.delete(event)
    },
    subscribe(listener) {
      map.observe(listener)
      return () => map.unobserve(listener)
    },
  }
}
