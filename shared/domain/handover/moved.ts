/** What others did while somebody was away: each thing once, with everything that happened to it in that time and nothing else. */
import type { MemberId } from '#shared/lib/ids.ts'

export interface Happened {
  readonly id: string
  readonly by: MemberId
  /** By its maker's device, ms. */
  readonly at: number
  /** When the relay had it; null while it waits. */
  readonly receivedAt: number | null
}

export interface Moved<Thing, Step extends Happened> {
  readonly thing: Thing
  /** In the order they were given; never none. */
  readonly steps: readonly Step[]
  /** The newest of them. */
  readonly at: number
}

export interface Window {
  readonly me: MemberId
  /** Not itself in it. */
  readonly since: number
  readonly until: number
}

/** What was done offline long ago and came now is news: the relay's time counts where it is known. */
export const heardAt = ({ at, receivedAt }: Happened): number => receivedAt ?? at

/** The newest first. */
export function movedIn<Thing, Step extends Happened>(
  things: readonly Thing[],
  stepsOf: (thing: Thing) => readonly Step[],
  { me, since, until }: Window,
): readonly Moved<Thing, Step>[] {
  return things
    .flatMap((thing) => {
      const steps = stepsOf(thing).filter((step) => {
        const heard = heardAt(step)
        return step.by !== me && heard > since && heard <= until
      })
      return steps.length === 0 ? [] : [{ thing, steps, at: Math.max(...steps.map(heardAt)) }]
    })
    .sort((one, other) => other.at - one.at)
}
